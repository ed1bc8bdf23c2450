import { escapeText } from './escape.ts'
import { UsageError } from './usage-error.ts'
import type { CommandContext, Sink } from './command-context.ts'
import type { Progress } from './progress.ts'
import type { Entry } from '../input/index.ts'

/** Text is handed to the output in pieces of about this size, in UTF-16 code units. */
const pieceLength = 2 ** 16

/** Passes entries on, and keeps count of them. */
export interface Taking {
  /** @throws UsageError for a bad entry, unless these are to be skipped */
  take(entries: readonly Entry[]): Promise<void>
  /** Whether no more is wanted. */
  isFull(): boolean
  /** The images so far. */
  count(): number
  reportSkipped(): Promise<void>
}

export function takeEntries(sink: Sink, { request, stdout, stderr }: CommandContext, progress: Progress): Taking {
  let images = 0
  let skipped = 0
  let firstProblem = ''

  const write = async (text: string): Promise<void> => {
    // A bar and the output cannot share a terminal.
    if (text !== '' && stdout.isTerminal) progress.stop()
    await stdout.write(text)
  }

  const isFull = (): boolean => sink.isFull?.() ?? false

  return {
    take: async (entries) => {
      let text = ''
      for (const entry of entries) {
        if ('note' in entry) {
          progress.stop()
          await stderr.write(`compute-filter: ${escapeText(entry.note)}\n`)
          continue
        }
        if ('problem' in entry) {
          if (entry.isFatal || !request.skipBad) {
            await write(text)
            throw new UsageError(entry.problem)
          }
          if (skipped === 0) firstProblem = entry.problem
          skipped += 1
          continue
        }
        images += 1
        text += sink.take(entry)
        if (isFull()) break
        if (text.length >= pieceLength) {
          await write(text)
          text = ''
        }
      }
      await write(text)
    },
    isFull,
    count: () => images,
    reportSkipped: async () => {
      if (skipped === 0) return
      const what = skipped === 1 ? '1 bad entry' : `${String(skipped)} bad entries; the first`
      await stderr.write(`compute-filter: skipped ${what}: ${escapeText(firstProblem)}\n`)
    },
  }
}
