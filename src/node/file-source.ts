import { join } from 'node:path'
import { isProjectName, joinSources, type MemorySource, type ProjectSource } from '../server/index.ts'
import { checkDirectoryOptions, type DirectoryOptions } from './directory-options.ts'
import { createFileCache } from './file-cache.ts'
import { type LoadedFile, loadFile } from './load-file.ts'

/** Where the resources of a source are. A project has what it has in any of these. */
export interface FilePlaces {
  /** Directories with a file `PROJECT.ndjson` for each project. It is read when its project is first opened. */
  readonly directories?: readonly string[] | undefined
  /** Other files, each with resources of any projects (see `loadFile`). They are read when a project is first opened. */
  readonly files?: readonly string[] | undefined
  /** What does not change. */
  readonly loaded?: readonly MemorySource[] | undefined
}

/** A source of files. */
export interface FileSource extends ProjectSource {
  /**
   * The projects in `files` and `loaded`, which are read for that.
   *
   * @throws InputError; the error of the file system
   */
  readProjects(): Promise<readonly string[]>
}

const ignore = (): void => undefined

/**
 * The projects of directories and files, which are reloaded when they change. Until that is done, or if it fails, the older
 * resources are served. A file that is being written is read once it has not changed for 0.1 s (an empty file: 1 s), or after
 * 5 s of changes. Reading pauses every few milliseconds. Integers that a JavaScript number cannot hold exactly become strings.
 *
 * `open` rejects with an `InputError`, which names the file and the line, when a file cannot be read.
 *
 * @throws TypeError that names the wrong option
 */
export function createFileSource(places: FilePlaces, options: DirectoryOptions = {}): FileSource {
  const { directories = [], files = [], loaded = [] } = places
  const {
    onLoad = ignore,
    onReloadError = ignore,
    onNote = ignore,
    maxBytes = 2 ** 32,
    maxReloadWaitMs = 250,
  } = checkDirectoryOptions(options)

  /** @param projectOf the project of all resources of a file; undefined if they say it */
  const createCache = (max: number, projectOf: (name: string) => string | undefined) =>
    createFileCache<LoadedFile>({
      async read(name, file, note) {
        const read = await loadFile(file, { project: projectOf(name), onNote: note })
        return { value: read, bytes: read.bytes }
      },
      onRead(name, { size, repeats, source: { unknownKinds } }) {
        onLoad({ project: projectOf(name) ?? name, size, repeats, unknownKinds })
      },
      onNote,
      onReloadError(error, name) {
        onReloadError(error, projectOf(name) ?? name)
      },
      maxBytes: max,
      maxReloadWaitMs,
    })
  const projects = createCache(maxBytes, (file) => file.slice(file.lastIndexOf('\0') + 1))
  // All of these are needed for every project, so none is dropped.
  const others = createCache(Infinity, () => undefined)

  const readOthers = async (): Promise<readonly MemorySource[]> => [
    ...loaded,
    ...sourcesIn(await Promise.all(files.map((file) => others.open(file, file)))),
  ]

  async function sourcesOf(project: string): Promise<readonly MemorySource[]> {
    const own = (isProjectName(project) ? directories : []).map((directory) =>
      projects.open(`${directory}\0${project}`, join(directory, `${project}.ndjson`)),
    )
    const [shared, read] = await Promise.all([readOthers(), Promise.all(own)])
    return [...shared, ...sourcesIn(read)]
  }

  return {
    async readProjects() {
      return Array.from(new Set((await readOthers()).flatMap((source) => source.projects())))
    },
    async open(given, place) {
      const project = given.toLowerCase()
      return joinSources(await sourcesOf(project)).open(project, place)
    },
    async scopes(given) {
      const project = given.toLowerCase()
      return joinSources(await sourcesOf(project)).scopes(project)
    },
  }
}

const sourcesIn = (files: readonly (LoadedFile | undefined)[]): readonly MemorySource[] =>
  files.flatMap((file) => (file === undefined ? [] : [file.source]))
