import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Image } from '../index.ts'
import { InputError, type ResourceKind } from '../input/index.ts'
import { checkNames, checkRecord, describe } from '../records.ts'
import { isProjectName, type MemoryStore, type Named, type ProjectSource } from '../server/index.ts'
import { loadStore } from './load-store.ts'

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
  /** How many bytes of files are kept in memory as resources; the least recently used go first. Default: 4 GiB. */
  readonly maxBytes?: number | undefined
  /**
   * Milliseconds for which a caller waits for a file that has changed, before the older resources are served while it is
   * read. Default: 250.
   */
  readonly patienceMs?: number | undefined
}

/** A file as it was when its loading began. */
interface Version {
  readonly text: string
  readonly bytes: number
}

/** A version that is being loaded. */
interface Loading {
  readonly version: Version
  /** Rejects when it cannot be read and there is no older one. */
  readonly done: Promise<void>
  /** Resolves when it is loaded, or after some time. */
  readonly soon: Promise<unknown>
}

/** A project that has been asked for. */
interface Project<R> {
  /** What is served, and its version. */
  current: { readonly version: Version; readonly store: MemoryStore<R> } | undefined
  loading: Loading | undefined
  /** A version that cannot be read, and why: it is not tried again. */
  failed: { readonly version: Version; readonly error: InputError } | undefined
}

/** The maximum number of projects kept, those with empty files included. */
const maxProjects = 1000

/**
 * The projects of a directory: `PROJECT.ndjson`, in lower case, holds the resources of one, as NDJSON, a JSON array or an
 * answer of the API. A file is read when its project is first asked for, and again when it has changed; until the new
 * resources are there, or when they cannot be read, the old ones are served. Reading takes its turn with all else, every
 * few milliseconds. Integers that a JavaScript number cannot hold exactly are kept as strings.
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
    patienceMs = 250,
  } = checkOptions(options)
  /** Those asked for most recently last. */
  const projects = new Map<string, Project<R>>()

  function find(name: string): Project<R> {
    const project = projects.get(name) ?? { current: undefined, loading: undefined, failed: undefined }
    projects.delete(name)
    projects.set(name, project)
    return project
  }

  /** Forgets the least recently used, except the one that is asked for. */
  function makeRoom(): void {
    const bytesOf = ({ current, loading }: Project<R>): number =>
      (current?.version.bytes ?? 0) + (loading?.version.bytes ?? 0)
    let bytes = Array.from(projects.values(), bytesOf).reduce((sum, one) => sum + one, 0)
    for (const [name, project] of projects) {
      if (projects.size === 1 || (bytes <= maxBytes && projects.size <= maxProjects)) return
      // What is being read will be needed.
      if (project.loading !== undefined) continue
      projects.delete(name)
      bytes -= bytesOf(project)
    }
  }

  async function load(name: string, project: Project<R>, file: string, version: Version): Promise<void> {
    try {
      const { store, repeats } = await loadStore<R>(file, {
        expected,
        onNote: (note) => {
          tell(() => onNote(note))
        },
      })
      project.current = { version, store }
      project.failed = undefined
      tell(() => onLoad({ project: name, size: store.size, repeats }))
    } catch (error) {
      if (error instanceof InputError) project.failed = { version, error }
      if (project.current === undefined) throw error
      tell(() => onReloadError(error, name))
    } finally {
      project.loading = undefined
    }
  }

  function startLoading(name: string, project: Project<R>, file: string, version: Version): Loading {
    const done = load(name, project, file, version)
    const waited = patienceMs === 0 ? undefined : setTimeout(patienceMs, undefined, { ref: false })
    const soon = Promise.race([waited, done.catch(ignore)])
    project.loading = { version, done, soon }
    makeRoom()
    return project.loading
  }

  return {
    async open(given) {
      const name = given.toLowerCase()
      if (!isProjectName(name)) return undefined
      const file = join(directory, `${name}.ndjson`)
      const version = await versionOf(file)
      if (version === undefined) {
        projects.delete(name)
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

type Given = { readonly [N in keyof DirectoryOptions]?: unknown }
const [hooks, numbers] = [['onLoad', 'onReloadError', 'onNote'] as const, ['maxBytes', 'patienceMs'] as const]

/** The options themselves. The longest time is that of a timer. @throws TypeError that names the option which is wrong */
function checkOptions(options: DirectoryOptions): DirectoryOptions {
  checkNames(checkRecord(options, 'options'), [...hooks, ...numbers, 'expected'], 'option')
  const given: Given = options
  for (const name of hooks) {
    if (given[name] === undefined || typeof given[name] === 'function') continue
    throw new TypeError(`${name} must be a function, not ${describe(given[name])}`)
  }
  for (const name of numbers) {
    const [value, max] = [given[name], name === 'patienceMs' ? 2 ** 31 - 1 : Infinity]
    if (value === undefined || (typeof value === 'number' && value >= 0 && value <= max)) continue
    const range = max === Infinity ? 'of at least 0' : `of 0 to ${String(max)}`
    throw new TypeError(`${name} must be a number ${range}, not ${describe(value)}`)
  }
  return options
}

/** What a hook throws is ignored. */
function tell(hook: () => unknown): void {
  new Promise((resolve) => {
    resolve(hook())
  }).catch(ignore)
}

/** Undefined when there is no such file. */
async function versionOf(file: string): Promise<Version | undefined> {
  try {
    const found = await stat(file, { bigint: true })
    const { mtimeNs, ctimeNs, size, ino } = found
    return found.isFile() ? { text: [mtimeNs, ctimeNs, size, ino].join(), bytes: Number(size) } : undefined
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code)) return undefined
    throw error
  }
}

const absent: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR'])
