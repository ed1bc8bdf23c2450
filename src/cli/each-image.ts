import { type Input, openInput } from './input.ts'
import type { Means, Sink } from './means.ts'
import { noProgress, type Progress, showProgress } from './progress.ts'
import { imageKind, readEntries } from '../input/index.ts'
import { takeEntries } from './take-entries.ts'

/** Reads all images into the sink, and writes what it gives; with progress, and with bad entries skipped or reported. */
export async function eachImage(sink: Sink, means: Means): Promise<void> {
  const { request, stdin, stderr } = means
  if (stdin.isTTY === true && request.file === undefined) {
    await stderr.write('compute-filter: reading images from the terminal; --help says how to name a file\n')
  }
  const input = await openInput(request.file, stdin)
  const progress = chooseProgress(means, input)
  try {
    await pump(sink, means, input, progress)
  } finally {
    progress.stop()
  }
}

async function pump(sink: Sink, means: Means, input: Input, progress: Progress): Promise<void> {
  const taking = takeEntries(sink, means, progress)
  for await (const { entries, bytes } of readEntries(input.name, input.chunks, means.limits, imageKind)) {
    await taking.take(entries)
    progress.update(bytes, taking.count())
  }
  progress.stop()
  await means.stdout.write(sink.end(input.name))
  await taking.reportSkipped()
}

function chooseProgress({ request, progressStream, stderr, now }: Means, { size }: Input): Progress {
  return request.progress && stderr.isTerminal ? showProgress(progressStream, size, now) : noProgress
}
