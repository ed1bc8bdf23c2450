import { setTimeout } from 'node:timers/promises'
import { InputError } from '../input/index.ts'
import { waitUntilUnchanged, type Version, versionOf } from './file-version.ts'

/** What was read from a file, and how much memory it takes. */
export interface Kept<T> {
  readonly value: T
  readonly bytes: number
}

export interface FileCacheOptions<T> {
  /** Reads a file. @throws InputError for a malformed file; the error of the file system */
  readonly read: (name: string, file: string, onNote: (note: string) => void) => Promise<Kept<T>>
  /** Called after a file was read. What it throws is ignored, as for the other hooks. */
  readonly onRead: (name: string, value: T) => void
  /** Called with each note of the last reading. */
  readonly onNote: (note: string) => void
  /** Called when a changed file cannot be reloaded. */
  readonly onReloadError: (error: unknown, name: string) => void
  /** The maximum size of all files; the least recently used are dropped first. */
  readonly maxBytes: number
  readonly maxReloadWaitMs: number
}

/** Files that are read when they are first opened, and reloaded when they change. */
export interface FileCache<T> {
  /**
   * What a file holds; undefined when there is no such file. Until a changed file is reloaded, or if that fails, what it held
   * before.
   *
   * @param name the key of the file in the cache
   * @throws InputError; the error of the file system
   */
  open(name: string, file: string): Promise<T | undefined>
}

/** A file that is being loaded. */
interface Loading {
  /** The size of the file, as an estimate. */
  readonly bytes: number
  /** Rejects when the file cannot be read and there is no older version. */
  readonly done: Promise<void>
  /** Resolves when the file is loaded, or after `maxReloadWaitMs`. */
  readonly soon: Promise<unknown>
}

/** A file that was opened. */
interface File<T> {
  /** What is served, with its version and size. */
  current: { readonly version: Version; readonly value: T; readonly bytes: number } | undefined
  loading: Loading | undefined
  /** Whether the file was deleted after its loading began. */
  isOutdated: boolean
  /** A version that cannot be read, and the reason. It is not tried again. */
  failed: { readonly version: Version; readonly error: InputError } | undefined
  /** After a failure of the file system: the time of `performance.now()` when it is tried again. */
  retryAt: number
}

/** The maximum number of files in memory, including empty ones. */
const maxFiles = 1000

/** A file that keeps changing for this time is read as it is. */
const maxUnsettledMs = 5000
/** The time between a failure of the file system and the next attempt. */
const retryMs = 1000

/** A file that is being written is read once it has not changed for 0.1 s (an empty file: 1 s), or after 5 s of changes. */
export function createFileCache<T>(options: FileCacheOptions<T>): FileCache<T> {
  const { onRead, onNote, onReloadError, maxBytes, maxReloadWaitMs } = options
  /** The most recently opened are last. */
  const files = new Map<string, File<T>>()

  function find(name: string): File<T> {
    const file = files.get(name) ?? {
      current: undefined,
      loading: undefined,
      isOutdated: false,
      failed: undefined,
      retryAt: 0,
    }
    files.delete(name)
    files.set(name, file)
    return file
  }

  /** Drops the least recently used files, except the one that is being opened. */
  function makeRoom(): void {
    const bytesOf = ({ current, loading }: File<T>): number => (current?.bytes ?? 0) + (loading?.bytes ?? 0)
    let bytes = Array.from(files.values(), bytesOf).reduce((sum, one) => sum + one, 0)
    for (const [name, file] of files) {
      if (files.size === 1 || (bytes <= maxBytes && files.size <= maxFiles)) return
      // A file that is being loaded is needed soon.
      if (file.loading !== undefined) continue
      files.delete(name)
      bytes -= bytesOf(file)
    }
  }

  /** What a file holds, or the error for a malformed one. @throws the error of the file system */
  async function read(name: string, path: string, notes: string[]): Promise<Kept<T> | InputError> {
    try {
      return await options.read(name, path, (note) => notes.push(note))
    } catch (error) {
      if (error instanceof InputError) return error
      throw error
    }
  }

  /** Reads a file again while it changes; without an older version, only once. */
  async function load(name: string, file: File<T>, path: string, first: Version): Promise<void> {
    const deadline = performance.now() + maxUnsettledMs
    for (let version = first; ;) {
      const isReplacing = file.current !== undefined
      const settled = isReplacing ? await waitUntilUnchanged(path, version, deadline) : version
      const notes: string[] = []
      const loaded = settled && (await read(name, path, notes))
      const after = settled && (await versionOf(path))
      if (settled === undefined || loaded === undefined || after === undefined) {
        file.current = undefined
        return
      }
      const mayWait = (isReplacing || file.isOutdated) && performance.now() < deadline
      if (after.text !== settled.text && mayWait) {
        version = after
        continue
      }
      for (const note of notes) {
        callHook(() => {
          onNote(note)
        })
      }
      if (loaded instanceof InputError) {
        file.failed = { version: settled, error: loaded }
        throw loaded
      }
      const { value, bytes } = loaded
      file.current = { version: settled, value, bytes }
      file.failed = undefined
      callHook(() => {
        onRead(name, value)
      })
      return
    }
  }

  /** Keeps what a file held when it cannot be reloaded. @throws the error when there is nothing */
  function keep(name: string, file: File<T> | undefined, error: unknown): void {
    if (file?.current === undefined) throw error
    if (!(error instanceof InputError)) file.retryAt = performance.now() + retryMs
    callHook(() => {
      onReloadError(error, name)
    })
  }

  async function finishLoading(name: string, file: File<T>, path: string, version: Version): Promise<void> {
    try {
      await load(name, file, path, version)
    } catch (error) {
      keep(name, file, error)
    } finally {
      file.loading = undefined
      file.isOutdated = false
      makeRoom()
    }
  }

  function startLoading(name: string, file: File<T>, path: string, version: Version): Loading {
    const done = finishLoading(name, file, path, version)
    const waited = maxReloadWaitMs === 0 ? undefined : setTimeout(maxReloadWaitMs, undefined, { ref: false })
    const soon = Promise.race([waited, done.catch(ignore)])
    file.loading = { bytes: version.bytes, done, soon }
    makeRoom()
    return file.loading
  }

  /** Drops a file that was deleted. */
  function forget(name: string): void {
    const file = files.get(name)
    if (file?.loading === undefined) files.delete(name)
    else Object.assign(file, { current: undefined, failed: undefined, isOutdated: true })
  }

  return {
    async open(name, path) {
      const known = files.get(name)
      if (known?.current !== undefined && performance.now() < known.retryAt) return find(name).current?.value
      let version: Version | undefined
      try {
        version = await versionOf(path)
      } catch (error) {
        keep(name, known, error)
        return known?.current?.value
      }
      if (version === undefined) {
        forget(name)
        return undefined
      }
      const file = find(name)
      const { current, failed } = file
      if (current?.version.text === version.text) return current.value
      if (failed?.version.text === version.text) {
        if (current === undefined) throw failed.error
        return current.value
      }
      const { done, soon } = file.loading ?? startLoading(name, file, path, version)
      await (current === undefined ? done : soon)
      return file.current?.value
    },
  }
}

const ignore = (): void => undefined

/** Calls a hook, and ignores what it throws. */
function callHook(hook: () => unknown): void {
  new Promise((resolve) => {
    resolve(hook())
  }).catch(ignore)
}
