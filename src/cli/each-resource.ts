import { type Entry, readEntries } from '../input/index.ts'
import type { CommandContext, Sink } from './command-context.ts'
import { escapeText } from './escape.ts'
import { type Input, openInputs } from './input.ts'
import { noProgress, type Progress, showProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'

/** Text is written in pieces of about this length, in UTF-16 code units. */
const pieceLength = 2 ** 16

/**
 * Reads all resources into the sink and writes the text that it returns, with a progress bar. Bad entries are skipped and
 * counted with `--skip-bad`, and resources of a kind that is not asked for are counted.
 *
 * @throws UsageError for an input that cannot be read, and for a bad entry without `--skip-bad`
 */
export async function eachResource(sink: Sink, context: CommandContext): Promise<void> {
  const { request, selection, stdin, stdout, stderr, limits } = context
  const several = selection.named?.several ?? 'resources'
  if (stdin.isTTY === true && request.files.includes('-')) {
    await stderr.write(`compute-filter: reading ${several} from the terminal; to read a file, see --help\n`)
  }
  const inputs = await openInputs(request.files, stdin)
  const progress = chooseProgress(context, inputs)
  let read = 0
  const others = countKinds()
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
        read++
        const subject = selection.subjectOf(entry)
        if (subject === undefined) others.add(entry.kind)
        else text += sink.take(entry, subject)
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
      let size = 0
      for await (const { entries, bytes } of readEntries(name, chunks, limits, selection.expected)) {
        await take(entries)
        if (sink.isFull?.() === true) return
        size = bytes
        progress.update(before + size, read)
      }
      before += size
    }
  }

  try {
    await readInputs()
    progress.stop()
    await stdout.write(sink.end(describeInputs(inputs)))
    const ignored = others.describe()
    if (ignored !== undefined) await stderr.write(`compute-filter: ${escapeText(ignored)}\n`)
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

/** Counts resources of a kind that is not asked for. */
function countKinds() {
  const kinds = new Set<string>()
  let count = 0
  return {
    add: (kind = 'no kind'): void => {
      count++
      if (kinds.size <= maxNamed) kinds.add(kind.slice(0, 100))
    },
    describe: (): string | undefined => {
      if (count === 0) return undefined
      const names = [...kinds].slice(0, maxNamed).join(', ') + (kinds.size > maxNamed ? ', …' : '')
      return `ignored ${count === 1 ? '1 resource' : `${String(count)} resources`} of other kinds: ${names}`
    },
  }
}

function chooseProgress(
  { request, selection, progressStream, stderr, now }: CommandContext,
  inputs: readonly Input[],
): Progress {
  const size = inputs.reduce<number | undefined>(
    (sum, input) => (sum === undefined || input.size === undefined ? undefined : sum + input.size),
    0,
  )
  return request.progress && stderr.isTerminal
    ? showProgress(progressStream, size, now, selection.named?.several)
    : noProgress
}
