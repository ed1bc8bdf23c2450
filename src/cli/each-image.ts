import { imageKind, readEntries } from '../input/index.ts'
import { type Input, openInputs } from './input.ts'
import type { CommandContext, Sink } from './command-context.ts'
import { noProgress, type Progress, showProgress } from './progress.ts'
import { takeEntries, type Taking } from './take-entries.ts'

/** Reads all images into the sink, and writes what it gives; with progress, and with bad entries skipped or reported. */
export async function eachImage(sink: Sink, context: CommandContext): Promise<void> {
  const { request, stdin, stdout, stderr } = context
  if (stdin.isTTY === true && request.files.includes('-')) {
    await stderr.write('compute-filter: reading images from the terminal; --help says how to name a file\n')
  }
  const inputs = await openInputs(request.files, stdin)
  const progress = chooseProgress(context, inputs)
  const taking = takeEntries(sink, context, progress)
  try {
    await readInputs(inputs, taking, context, progress)
    progress.stop()
    await stdout.write(sink.end(describeInputs(inputs)))
    await taking.reportSkipped()
  } finally {
    progress.stop()
  }
}

/** Reads one after the other, until there are no more or no more is wanted. */
async function readInputs(
  inputs: readonly Input[],
  taking: Taking,
  { limits }: CommandContext,
  progress: Progress,
): Promise<void> {
  let before = 0
  for (const { name, chunks } of inputs) {
    let read = 0
    for await (const { entries, bytes } of readEntries(name, chunks, limits, imageKind)) {
      await taking.take(entries)
      if (taking.isFull()) return
      read = bytes
      progress.update(before + read, taking.count())
    }
    before += read
  }
}

const maxNamed = 3

const describeInputs = (inputs: readonly Input[]): string =>
  inputs.length > maxNamed ? `${String(inputs.length)} files` : inputs.map(({ name }) => name).join(', ')

function chooseProgress({ request, progressStream, stderr, now }: CommandContext, inputs: readonly Input[]): Progress {
  const size = inputs.reduce<number | undefined>(
    (sum, input) => (sum === undefined || input.size === undefined ? undefined : sum + input.size),
    0,
  )
  return request.progress && stderr.isTerminal ? showProgress(progressStream, size, now) : noProgress
}
