import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { InputError } from '../../input/index.ts'
import { createFileSource, findFiles, type LoadedProject, loadFile } from '../../node/index.ts'
import { isProjectName, type MemorySource, type ProjectSource } from '../../server/index.ts'
import { describeSystemError } from '../system-error.ts'
import { UsageError } from '../usage-error.ts'
import type { Progress } from '../progress.ts'

/** An opened source, and the names of its projects. */
export interface Opened {
  readonly source: ProjectSource
  readonly projects: readonly string[]
}

export interface Reporting {
  readonly showProgress: (size: number | undefined) => Progress
  readonly onLoad: (loaded: LoadedProject) => void
  /** Called with the reason when a changed file cannot be reloaded. */
  readonly onReloadError: (error: unknown, project: string) => void
  /** Called with the other contents of a list. */
  readonly onNote: (note: string) => void
}

/**
 * Opens files and directories. A file is read at once, and so are the files of a directory that are not named
 * `PROJECT.ndjson`.
 *
 * @throws UsageError, InputError
 */
export async function openSource(
  paths: readonly string[],
  project: string | undefined,
  reporting: Reporting,
): Promise<Opened> {
  if (project !== undefined && !isProjectName(project))
    throw new UsageError(`--project: '${project}' is not a valid project id`)
  const [directories, files, loaded, names]: [string[], string[], MemorySource[], string[]] = [[], [], [], []]
  for (const path of paths) {
    const found = await failing(path, () => stat(path))
    if (found.isDirectory()) {
      if (project !== undefined)
        throw new UsageError('--project cannot be used with a directory; projects are named after its files')
      const inside = await failing(path, () => findFiles(path))
      if (inside.projects.length + inside.files.length === 0)
        throw new UsageError(`${path}: no file ends in .ndjson, .jsonl or .json, or in one of these and .gz or .zst`)
      directories.push(path)
      files.push(...inside.files)
      names.push(...inside.projects)
    } else loaded.push(await loadOnce(path, found, project, reporting))
  }
  const { onLoad, onReloadError, onNote } = reporting
  const source = createFileSource({ directories, files, loaded }, { onLoad, onReloadError, onNote })
  names.push(...(await source.readProjects()))
  return { source, projects: Array.from(new Set(names)).sort() }
}

/** @throws UsageError for an error of the file system */
async function failing<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof InputError) throw error
    const { path: file = path } = error as NodeJS.ErrnoException
    throw new UsageError(`${file}: cannot read: ${describeSystemError(error)}`)
  }
}

async function loadOnce(
  path: string,
  found: Stats,
  project: string | undefined,
  { showProgress, onLoad, onNote }: Reporting,
): Promise<MemorySource> {
  const progress = showProgress(found.isFile() ? found.size : undefined)
  try {
    const { source, size, repeats } = await failing(path, () =>
      loadFile(path, {
        project: project?.toLowerCase(),
        onProgress: (bytes, count) => {
          progress.update(bytes, count)
        },
        onNote,
      }),
    )
    onLoad({ project: source.projects().join(', '), size, repeats, unknownKinds: source.unknownKinds })
    return source
  } finally {
    progress.stop()
  }
}
