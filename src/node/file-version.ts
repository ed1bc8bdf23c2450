import { stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** A file as it is at one time. */
export interface Version {
  /** Differs after each change. */
  readonly text: string
  readonly bytes: number
  /** The time of the last change, in milliseconds since 1970. */
  readonly changedMs: number
}

/** Undefined when there is no such file. @throws the error of the file system */
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

/** A file is finished when it has not changed for this time. An empty file needs longer, since programs empty a file first. */
const quietMs = 100
const quietWhenEmptyMs = 1000

/**
 * Waits until a file is finished. Returns at once for a file that has not changed for some time.
 *
 * @param deadline the time of `performance.now()` when a file that keeps changing is returned as it is
 * @returns undefined when the file was deleted
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
