import type { ResourceKind } from '../input/index.ts'
import { checkNames, checkRecord, describe } from '../records.ts'

/** What became of a file that was read. */
export interface LoadedProject {
  readonly project: string
  /** How many resources it has. */
  readonly size: number
  /** How many were left out, because they have the name and the `id` of an earlier one. */
  readonly repeats: number
}

export interface DirectoryOptions {
  /** Called each time that a file has been read. */
  readonly onLoad?: ((loaded: LoadedProject) => void) | undefined
  /**
   * Told why a file that has changed could not be read again; what was read before stays. Not called when nothing was
   * read before: then `open` rejects.
   */
  readonly onReloadError?: ((error: unknown, project: string) => void) | undefined
  /** What the files are expected to hold; anything else is an error that names it. Default: resources of any kind. */
  readonly expected?: ResourceKind | undefined
  /** Told what a file says beside its resources: that a list goes on, and warnings. One line each. */
  readonly onNote?: ((note: string) => void) | undefined
  /** How many bytes of files, unpacked, are kept in memory as resources; the least recently used go first. Default: 4 GiB. */
  readonly maxBytes?: number | undefined
  /**
   * Milliseconds for which a caller waits for a file that has changed, before the older resources are served while it is
   * read. Default: 250.
   */
  readonly maxReloadWaitMs?: number | undefined
}

type Given = { readonly [N in keyof DirectoryOptions]?: unknown }
const [hooks, numbers] = [['onLoad', 'onReloadError', 'onNote'] as const, ['maxBytes', 'maxReloadWaitMs'] as const]

/** The options themselves. The longest time is that of a timer. @throws TypeError that names the option which is wrong */
export function checkDirectoryOptions(options: DirectoryOptions): DirectoryOptions {
  checkNames(checkRecord(options, 'options'), [...hooks, ...numbers, 'expected'], 'option')
  const given: Given = options
  for (const name of hooks) {
    if (given[name] === undefined || typeof given[name] === 'function') continue
    throw new TypeError(`${name} must be a function, not ${describe(given[name])}`)
  }
  for (const name of numbers) {
    const [value, max] = [given[name], name === 'maxReloadWaitMs' ? 2 ** 31 - 1 : Infinity]
    if (value === undefined || (typeof value === 'number' && value >= 0 && value <= max)) continue
    const range = max === Infinity ? 'of at least 0' : `from 0 to ${String(max)}`
    throw new TypeError(`${name} must be a number ${range}, not ${describe(value)}`)
  }
  return options
}
