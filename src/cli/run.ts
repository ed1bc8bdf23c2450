import { FilterError } from '../index.ts'
import { parseArguments, type Request } from './arguments.ts'
import { checkFilters } from './check-filters.ts'
import { namesOfCommands, isCommand } from './commands.ts'
import { escapeText } from './escape.ts'
import { explainResources } from './explain-resources.ts'
import { messageOf } from './system-error.ts'
import { filterResources } from './filter-resources.ts'
import { compileForKinds, KindRejectionError } from './compile-for-kinds.ts'
import { selectSubject } from './subject.ts'
import type { CommandContext } from './command-context.ts'
import { BrokenPipeError, openOutput, type Output, type OutputStream } from './output.ts'
import { createPaint, hasColors, type Paint } from './paint.ts'
import { adviseWord, readFilter, refuseUnquoted } from './read-filter.ts'
import { defaultReadLimits, type ReadLimits } from '../input/index.ts'

/** The environment of the program: everything that it uses except files. */
export interface CommandEnvironment {
  /** The arguments after the program's name. */
  readonly argv: readonly string[]
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  /** The environment: NO_COLOR and the like. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Milliseconds since some moment. */
  readonly now?: () => number
  readonly limits?: ReadLimits
  /** Resolves when a server must stop. Default: on SIGINT or SIGTERM. */
  readonly stopped?: Promise<void>
}

/** Runs the program. Resolves to its exit code; `--help` says what each means. */
export async function run(surroundings: CommandEnvironment): Promise<number> {
  const stdout = openOutput(surroundings.stdout, 'standard output')
  const stderr = openOutput(surroundings.stderr, 'standard error')
  try {
    return await execute(surroundings, stdout, stderr)
  } catch (error) {
    if (error instanceof BrokenPipeError) return 0
    await report(`compute-filter: ${escapeText(messageOf(error))}`, stderr)
    return 2
  }
}

async function execute(surroundings: CommandEnvironment, stdout: Output, stderr: Output): Promise<number> {
  const [first, ...others] = surroundings.argv
  // A single bare word is not a valid filter, so these are commands.
  if (first === 'conformance') {
    const { runConformance } = await import('./conformance/run-conformance.ts')
    return runConformance(others, stdout)
  }
  if (first === 'fields') {
    const { listFields } = await import('./list-fields.ts')
    await stdout.write(listFields(others))
    return 0
  }
  if (first === 'serve') {
    const { serve } = await import('./serve/serve.ts')
    const { now = () => performance.now(), stderr: progressStream, stopped } = surroundings
    return serve(others, { stdout, stderr, progressStream, now, stopped })
  }
  const isHelp = first === '-h' || first === '--help'
  if (first === 'help' || first === 'completion' || (isHelp && isCommand(others[0]))) {
    const { printHelp, printScript } = await import('./print-help.ts')
    await stdout.write(await (first === 'completion' ? printScript(others) : printHelp(others)))
    return 0
  }
  return applyFilter(surroundings, stdout, stderr)
}

/** Filters, explains or checks. Resolves to the exit code. */
async function applyFilter(surroundings: CommandEnvironment, stdout: Output, stderr: Output): Promise<number> {
  const request = parseArguments(surroundings.argv)
  if ('print' in request) {
    await stdout.write(request.print)
    return 0
  }
  await refuseUnquoted(request)
  const { stdin, now = () => performance.now(), limits = defaultReadLimits, env = {} } = surroundings
  const paintOf = ({ isTerminal }: Output): Paint => createPaint(hasColors(request.color, env, isTerminal))
  const selection = await selectSubject(request)
  if (request.check || request.fix) {
    if (await checkFilters({ request, subject: selection.named, stdin, stdout, stderr, paint: paintOf(stderr) }))
      return 0
    await advise(request, stderr)
    return 1
  }
  const context = {
    request,
    selection,
    stdin,
    stdout,
    stderr,
    progressStream: surroundings.stderr,
    now,
    limits,
    paint: paintOf(stdout),
  }
  try {
    return await filterOrExplain(await readFilter(request, stdin), context)
  } catch (error) {
    const rejected = error instanceof KindRejectionError ? error.error : error
    if (!(rejected instanceof FilterError)) throw error
    await report(paintOf(stderr).diagnostic(String(rejected)), stderr)
    if (error instanceof KindRejectionError) await report(`compute-filter: ${error.advice}`, stderr)
    await advise(request, stderr)
    return request.exitStatus ? 2 : 1
  }
}

/** @throws FilterError, for a kind that is named before anything is read; KindRejectionError */
async function filterOrExplain(filter: string, context: CommandContext): Promise<number> {
  const { request, selection } = context
  const { explain, exitStatus, profile } = request
  if (explain !== undefined) {
    await explainResources(filter, explain, context)
    return 0
  }
  const isAny = await filterResources(compileForKinds(filter, profile, selection), context)
  return exitStatus && !isAny ? 1 : 0
}

/** Gives advice on a rejected filter. */
async function advise(request: Request, stderr: Output): Promise<void> {
  const advice = await adviseWord(request, namesOfCommands)
  if (advice !== undefined) await report(`compute-filter: ${escapeText(advice)}`, stderr)
}

async function report(text: string, stderr: Output): Promise<void> {
  try {
    await stderr.write(`${text}\n`)
  } catch {
    // Standard error is closed. The exit code remains.
  }
}
