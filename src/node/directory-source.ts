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
  /** What it is expected to hold. */
  readonly bytes: number
  /** Rejects when it cannot be read and there is no older version. */
  readonly done: Promise<void>
  /** Resolves when it is loaded, or after some time. */
  readonly soon: Promise<unknown>
}

/** A project that has been asked for. */
interface Project<R> {
  /** What is served, its version, and the bytes that it holds. */
  current: { readonly version: Version; readonly store: MemoryStore<R>; readonly bytes: number } | undefined
  loading: Loading | undefined
  /** Whether the file was deleted after its loading began. */
  isOutdated: boolean
  /** A version that cannot be read, and why: it is not tried again. */
  failed: { readonly version: Version; readonly error: InputError } | undefined
  /** Of `performance.now()`: until then the file system, which has failed, is not asked again. */
  restsUntil: number
}

/** The maximum number of projects kept, those with empty files included. */
const maxProjects = 1000

/** Milliseconds after which a file that goes on changing is taken as it is. */
const maxUnsettledMs = 5000
/** Milliseconds for which the file system is left alone when it has failed. */
const retryMs = 1000

/**
 * The projects of a directory: `PROJECT.ndjson`, in lower case, holds the resources of one, as NDJSON, a JSON array or an
 * answer of the API. A file is read when its project is first asked for, and again when it has changed; until the new
 * resources are there, or when they cannot be read, the old ones are served. A file that is being written is not taken
 * before it has been the same for 0.1 s (an empty one: 1 s), or has changed for 5 s. Reading takes its turn with all else,
 * every few milliseconds. Integers that a JavaScript number cannot hold exactly are kept as strings.
 *
 * `open` rejects with an `InputError` that names the file and the line when a file cannot be read.
 *
 * @throws TypeError for options that are wrong
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
  /** Those asked for most recently last. */
  const projects = new Map<string, Project<R>>()

  function find(name: string): Project<R> {
    const project = projects.get(name) ?? {
      current: undefined,
      loading: undefined,
      isOutdated: false,
      failed: undefined,
      restsUntil: 0,
    }
    projects.delete(name)
    projects.set(name, project)
    return project
  }

  /** Forgets the least recently used, except the one that is asked for. */
  function makeRoom(): void {
    const bytesOf = ({ current, loading }: Project<R>): number => (current?.bytes ?? 0) + (loading?.bytes ?? 0)
    let bytes = Array.from(projects.values(), bytesOf).reduce((sum, one) => sum + one, 0)
    for (const [name, project] of projects) {
      if (projects.size === 1 || (bytes <= maxBytes && projects.size <= maxProjects)) return
      // What is being read will be needed.
      if (project.loading !== undefined) continue
      projects.delete(name)
      bytes -= bytesOf(project)
    }
  }

  /** What a file holds, or why it cannot be read. @throws what the file system throws */
  async function read(file: string, notes: string[]): Promise<LoadedFile<R> | InputError> {
    try {
      return await loadStore<R>(file, { expected, onNote: (note) => notes.push(note) })
    } catch (error) {
      if (error instanceof InputError) return error
      throw error
    }
  }

  /** Reads a file until it has not changed meanwhile; without an older version, once. */
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
      for (const note of notes) tell(() => onNote(note))
      if (loaded instanceof InputError) {
        project.failed = { version: settled, error: loaded }
        throw loaded
      }
      const { store, repeats, bytes } = loaded
      project.current = { version: settled, store, bytes }
      project.failed = undefined
      tell(() => onLoad({ project: name, size: store.size, repeats }))
      return
    }
  }

  /** What is served stays when the file cannot be read again. @throws the error when nothing is served */
  function keep(name: string, project: Project<R> | undefined, error: unknown): void {
    if (project?.current === undefined) throw error
    if (!(error instanceof InputError)) project.restsUntil = performance.now() + retryMs
    tell(() => onReloadError(error, name))
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

  /** Forgets a file that has been deleted. */
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
      if (known?.current !== undefined && performance.now() < known.restsUntil) return find(name).current?.store
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

/** What a hook throws is ignored. */
function tell(hook: () => unknown): void {
  new Promise((resolve) => {
    resolve(hook())
  }).catch(ignore)
}
