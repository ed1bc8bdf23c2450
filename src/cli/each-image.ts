import { type Entry, imageKind, readEntries } from '../input/index.ts'
import type { CommandContext, Sink } from './command-context.ts'
import { escapeText } from './escape.ts'
import { type Input, openInputs } from './input.ts'
import { noProgress, type Progress, showProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'

/** Text is written in pieces of about this length, in UTF-16 code units. */
const pieceLength = 2 ** 16

/**
 * Reads all images into the sink and writes the text that it returns, with a progress bar. Bad entries are skipped and
 * counted with `--skip-bad`.
 *
 * @throws UsageError for an input that cannot be read, and for a bad entry without `--skip-bad`
 */
export async function eachImage(sink: Sink, context: CommandContext): Promise<void> {
  const { request, stdin, stdout, stderr, limits } = context
  if (stdin.isTTY === true && request.files.includes('-')) {
    await stderr.write('compute-filter: reading images from the terminal; to read a file, see --help\n')
  }
  const inputs = await openInputs(request.files, stdin)
  const progress = chooseProgress(context, inputs)
  let images = 0
  let skipped = 0
  let firstProblem = ''

  async function write(text: string): Promise<void> {
    // The bar and the output cannot share a terminal.
    if (text !== '' && stdout.isTerminal) progress.stop()
    await stdout.write(text)
  }

  async function take(entries: readonly Entry[]): Promise<void> {
    let text = ''
    for (const entry of entries) {
      if ('note' in entry) {
        progress.stop()
        await stderr.write(`compute-filter: ${escapeText(entry.note)}\n`)
      } else if ('resource' in entry) {
        images++
        text += sink.take(entry)
        if (sink.isFull?.() === true) break
        if (text.length < pieceLength) continue
        await write(text)
        text = ''
      } else if (request.skipBad && !entry.isFatal) {
        if (skipped++ === 0) firstProblem = entry.problem
      } else {
        await write(text)
        throw new UsageError(entry.problem)
      }
    }
    await write(text)
  }

  /** Reads one input after the other, until the sink is full. */
  async function readInputs(): Promise<void> {
    let before = 0
    for (const { name, chunks } of inputs) {
      let read = 0
      for await (const { entries, bytes } of readEntries(name, chunks, limits, imageKind)) {
        await take(entries)
        if (sink.isFull?.() === true) return
        read = bytes
        progress.update(before + read, images)
      }
      before += read
    }
  }

  try {
    await readInputs()
    progress.stop()
    await stdout.write(sink.end(describeInputs(inputs)))
    if (skipped === 0) return
    const what = skipped === 1 ? '1 bad entry' : `${String(skipped)} bad entries; the first`
    await stderr.write(`compute-filter: skipped ${what}: ${escapeText(firstProblem)}\n`)
  } finally {
    progress.stop()
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
