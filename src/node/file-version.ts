import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** A file as it is at one time. */
export interface Version {
  /** Another one for each change. */
  readonly text: string
  readonly bytes: number
  /** When it was changed last, in milliseconds since 1970. */
  readonly changedMs: number
}

/** Undefined when there is no such file. @throws what the file system throws */
export async function versionOf(file: string): Promise<Version | undefined> {
  try {
    const found = await stat(file, { bigint: true })
    const { mtimeNs, ctimeNs, mtimeMs, ctimeMs, size, ino } = found
    if (!found.isFile()) return undefined
    const changedMs = Math.max(Number(mtimeMs), Number(ctimeMs))
    return { text: [mtimeNs, ctimeNs, size, ino].join(), bytes: Number(size), changedMs }
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code)) return undefined
    throw error
  }
}

const absent: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR'])

/** Milliseconds for which a file is the same when it is taken for finished. Most programs empty a file before they write it. */
const quietMs = 100
const quietWhenEmptyMs = 1000

/**
 * Waits until a file seems to be finished; not at all for one that has been the same for some time.
 *
 * @param deadline of `performance.now()`: a file that goes on changing is then taken as it is
 * @returns undefined when it has been deleted
 */
export async function waitUntilUnchanged(
  file: string,
  version: Version,
  deadline: number,
): Promise<Version | undefined> {
  for (let last = version; ;) {
    const wanted = last.bytes === 0 ? quietWhenEmptyMs : quietMs
    const rest = wanted - (Date.now() - last.changedMs)
    if (rest <= 0 || performance.now() >= deadline) return last
    // The clock of the file system may be ahead.
    await setTimeout(Math.min(rest, wanted))
    const next = await versionOf(file)
    if (next === undefined || next.text === last.text) return next
    last = next
  }
}
