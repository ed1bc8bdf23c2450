import { compile, FilterError } from '../index.ts'
import { parseArguments } from './arguments.ts'
import { escapeText } from './escape.ts'
import { explainImages } from './explain-images.ts'
import { messageOf } from './failure.ts'
import { filterImages } from './filter-images.ts'
import { BrokenPipe, openOutput, type Output, type OutputStream } from './output.ts'
import { defaultReadLimits, type ReadLimits } from '../input/index.ts'

/** All that the program touches of the world, but the file that it reads. */
export interface Surroundings {
  /** The arguments after the program's name. */
  readonly argv: readonly string[]
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  /** Milliseconds since some moment. */
  readonly now?: () => number
  readonly limits?: ReadLimits
  /** Resolves when a server shall end; at an interrupt unless said otherwise. */
  readonly stopped?: Promise<void>
}

/** Runs the program. Resolves to its exit code: 0 matches or none, 1 filter rejected, 2 usage or input error. */
export async function run(surroundings: Surroundings): Promise<number> {
  const stdout = openOutput(surroundings.stdout, 'standard output')
  const stderr = openOutput(surroundings.stderr, 'standard error')
  try {
    return await execute(surroundings, stdout, stderr)
  } catch (error) {
    if (error instanceof BrokenPipe) return 0
    await report(error, stderr)
    return error instanceof FilterError ? 1 : 2
  }
}

async function execute(surroundings: Surroundings, stdout: Output, stderr: Output): Promise<number> {
  const [first, ...others] = surroundings.argv
  // No filter is a bare word, so these are no filters.
  if (first === 'conformance') {
    const { runConformance } = await import('./conformance/run-conformance.ts')
    return runConformance(others, stdout)
  }
  if (first === 'serve') {
    const { serve } = await import('./serve/serve.ts')
    const { now = () => performance.now(), stderr: progressStream, stopped } = surroundings
    return serve(others, { stdout, stderr, progressStream, now, stopped })
  }
  await filterOrExplain(surroundings, stdout, stderr)
  return 0
}

async function filterOrExplain(surroundings: Surroundings, stdout: Output, stderr: Output): Promise<void> {
  const request = parseArguments(surroundings.argv)
  if ('print' in request) return stdout.write(request.print)
  const { filter, profile, check, explain } = request
  const matches = compile<unknown>(filter, { profile })
  if (check) return stdout.write('the filter is valid\n')
  const { stdin, now = () => performance.now(), limits = defaultReadLimits } = surroundings
  const means = { request, stdin, stdout, stderr, progressStream: surroundings.stderr, now, limits }
  return explain === undefined ? filterImages(matches, means) : explainImages(explain, means)
}

/** The filter with carets, or one line. */
async function report(error: unknown, stderr: Output): Promise<void> {
  const text = error instanceof FilterError ? String(error) : `compute-filter: ${escapeText(messageOf(error))}`
  try {
    await stderr.write(`${text}\n`)
  } catch {
    // Nobody is there to read it; the exit code says it.
  }
}
