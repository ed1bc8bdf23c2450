import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Image } from '../index.ts'
import { InputError } from '../input/index.ts'
import type { MemoryStore, Named } from '../list/index.ts'
import { isProjectName, type ProjectSource } from '../server/index.ts'
import { checkDirectoryOptions, type DirectoryOptions } from './directory-options.ts'
import { waitUntilUnchanged, type Version, versionOf } from './file-version.ts'
import { type LoadedFile, loadStore } from './load-store.ts'

/** A file that is being loaded. */
interface Loading {
  /** The size of the file, as an estimate. */
  readonly bytes: number
  /** Rejects when the file cannot be read and there is no older version. */
  readonly done: Promise<void>
  /** Resolves when the file is loaded, or after `maxReloadWaitMs`. */
  readonly soon: Promise<unknown>
}

/** A project that was opened. */
interface Project<R> {
  /** The resources that are served, with their version and size. */
  current: { readonly version: Version; readonly store: MemoryStore<R>; readonly bytes: number } | undefined
  loading: Loading | undefined
  /** Whether the file was deleted after its loading began. */
  isOutdated: boolean
  /** A version that cannot be read, and the reason. It is not tried again. */
  failed: { readonly version: Version; readonly error: InputError } | undefined
  /** After a failure of the file system: the time of `performance.now()` when it is tried again. */
  retryAt: number
}

/** The maximum number of projects in memory, including those with empty files. */
const maxProjects = 1000

/** A file that keeps changing for this time is read as it is. */
const maxUnsettledMs = 5000
/** The time between a failure of the file system and the next attempt. */
const retryMs = 1000

/**
 * The projects of a directory. `PROJECT.ndjson`, in lower case, holds the resources of one project, as NDJSON, a JSON array
 * or a response of the API. A file is read when its project is first opened, and reloaded when it changes. Until that is
 * done, or if it fails, the older resources are served. A file that is being written is read once it has not changed for
 * 0.1 s (an empty file: 1 s), or after 5 s of changes. Reading pauses every few milliseconds. Integers that a JavaScript
 * number cannot hold exactly become strings.
 *
 * `open` rejects with an `InputError`, which names the file and the line, when a file cannot be read.
 *
 * @throws TypeError that names the wrong option
 */
export function createDirectorySource<R extends Named = Image>(
  directory: string,
  options: DirectoryOptions = {},
): ProjectSource<R> {
  const {
    expected,
    onLoad = ignore,
    onReloadError = ignore,
    onNote = ignore,
    maxBytes = 2 ** 32,
    maxReloadWaitMs = 250,
  } = checkDirectoryOptions(options)
  /** The most recently opened are last. */
  const projects = new Map<string, Project<R>>()

  function find(name: string): Project<R> {
    const project = projects.get(name) ?? {
      current: undefined,
      loading: undefined,
      isOutdated: false,
      failed: undefined,
      retryAt: 0,
    }
    projects.delete(name)
    projects.set(name, project)
    return project
  }

  /** Drops the least recently used projects, except the one that is being opened. */
  function makeRoom(): void {
    const bytesOf = ({ current, loading }: Project<R>): number => (current?.bytes ?? 0) + (loading?.bytes ?? 0)
    let bytes = Array.from(projects.values(), bytesOf).reduce((sum, one) => sum + one, 0)
    for (const [name, project] of projects) {
      if (projects.size === 1 || (bytes <= maxBytes && projects.size <= maxProjects)) return
      // A project that is being loaded is needed soon.
      if (project.loading !== undefined) continue
      projects.delete(name)
      bytes -= bytesOf(project)
    }
  }

  /** The resources of a file, or the error for a malformed one. @throws the error of the file system */
  async function read(file: string, notes: string[]): Promise<LoadedFile<R> | InputError> {
    try {
      return await loadStore<R>(file, { expected, onNote: (note) => notes.push(note) })
    } catch (error) {
      if (error instanceof InputError) return error
      throw error
    }
  }

  /** Reads a file again while it changes; without an older version, only once. */
  async function load(name: string, project: Project<R>, file: string, first: Version): Promise<void> {
    const deadline = performance.now() + maxUnsettledMs
    for (let version = first; ;) {
      const isReplacing = project.current !== undefined
      const settled = isReplacing ? await waitUntilUnchanged(file, version, deadline) : version
      const notes: string[] = []
      const loaded = settled && (await read(file, notes))
      const after = settled && (await versionOf(file))
      if (settled === undefined || loaded === undefined || after === undefined) {
        project.current = undefined
        return
      }
      const mayWait = (isReplacing || project.isOutdated) && performance.now() < deadline
      if (after.text !== settled.text && mayWait) {
        version = after
        continue
      }
      for (const note of notes) callHook(() => onNote(note))
      if (loaded instanceof InputError) {
        project.failed = { version: settled, error: loaded }
        throw loaded
      }
      const { store, repeats, bytes } = loaded
      project.current = { version: settled, store, bytes }
      project.failed = undefined
      callHook(() => onLoad({ project: name, size: store.size, repeats }))
      return
    }
  }

  /** Keeps the older resources when a file cannot be reloaded. @throws the error when there are none */
  function keep(name: string, project: Project<R> | undefined, error: unknown): void {
    if (project?.current === undefined) throw error
    if (!(error instanceof InputError)) project.retryAt = performance.now() + retryMs
    callHook(() => onReloadError(error, name))
  }

  async function finishLoading(name: string, project: Project<R>, file: string, version: Version): Promise<void> {
    try {
      await load(name, project, file, version)
    } catch (error) {
      keep(name, project, error)
    } finally {
      project.loading = undefined
      project.isOutdated = false
      makeRoom()
    }
  }

  function startLoading(name: string, project: Project<R>, file: string, version: Version): Loading {
    const done = finishLoading(name, project, file, version)
    const waited = maxReloadWaitMs === 0 ? undefined : setTimeout(maxReloadWaitMs, undefined, { ref: false })
    const soon = Promise.race([waited, done.catch(ignore)])
    project.loading = { bytes: version.bytes, done, soon }
    makeRoom()
    return project.loading
  }

  /** Drops a file that was deleted. */
  function forget(name: string): void {
    const project = projects.get(name)
    if (project?.loading === undefined) projects.delete(name)
    else Object.assign(project, { current: undefined, failed: undefined, isOutdated: true })
  }

  return {
    async open(given) {
      const name = given.toLowerCase()
      if (!isProjectName(name)) return undefined
      const file = join(directory, `${name}.ndjson`)
      const known = projects.get(name)
      if (known?.current !== undefined && performance.now() < known.retryAt) return find(name).current?.store
      let version: Version | undefined
      try {
        version = await versionOf(file)
      } catch (error) {
        keep(name, known, error)
        return known?.current?.store
      }
      if (version === undefined) {
        forget(name)
        return undefined
      }
      const project = find(name)
      const { current, failed } = project
      if (current?.version.text === version.text) return current.store
      if (failed?.version.text === version.text) {
        if (current === undefined) throw failed.error
        return current.store
      }
      const { done, soon } = project.loading ?? startLoading(name, project, file, version)
      await (current === undefined ? done : soon)
      return project.current?.store
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
