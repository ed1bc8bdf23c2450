import { checkNames, checkRecord, describe } from '../records.ts'

/** A file that was read. */
export interface LoadedProject {
  /** The project; for a file with resources of any projects, its path. */
  readonly project: string
  /** The number of resources that are served. */
  readonly size: number
  /** The number of ignored resources, which have the name and the `id` of an earlier one at the same place. */
  readonly repeats: number
  /** The number of resources of each kind that is not served. */
  readonly unknownKinds: ReadonlyMap<string, number>
}

export interface DirectoryOptions {
  /** Called after a file was read. */
  readonly onLoad?: ((loaded: LoadedProject) => void) | undefined
  /**
   * Called with the reason when a changed file cannot be reloaded. The older resources stay. Not called when there are none:
   * then `open` rejects.
   */
  readonly onReloadError?: ((error: unknown, project: string) => void) | undefined
  /** Called with the other contents of a file: that a list is incomplete, and warnings. One line each. */
  readonly onNote?: ((note: string) => void) | undefined
  /** The maximum size of all files `PROJECT.ndjson` in memory, uncompressed; the least recently used are dropped first. Default: 4 GiB. */
  readonly maxBytes?: number | undefined
  /**
   * The maximum time that a caller waits for a changed file to be reloaded. After that, the older resources are served until
   * it is. Default: 250.
   */
  readonly maxReloadWaitMs?: number | undefined
}

type Given = { readonly [N in keyof DirectoryOptions]?: unknown }
const [hooks, numbers] = [['onLoad', 'onReloadError', 'onNote'] as const, ['maxBytes', 'maxReloadWaitMs'] as const]

/** Returns the options unchanged. @throws TypeError that names the wrong option */
export function checkDirectoryOptions(options: DirectoryOptions): DirectoryOptions {
  checkNames(checkRecord(options, 'options'), [...hooks, ...numbers], 'option')
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
