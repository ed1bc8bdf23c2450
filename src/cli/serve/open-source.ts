import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Image } from '../../index.ts'
import { imageKind, InputError } from '../../input/index.ts'
import { createDirectorySource, type LoadedProject, loadStore } from '../../node/index.ts'
import { isProjectName, type ProjectSource } from '../../server/index.ts'
import { describeSystemError } from '../system-error.ts'
import { UsageError } from '../usage-error.ts'
import type { Progress } from '../progress.ts'

/** An opened source, and the names of its projects. */
export interface Opened {
  readonly source: ProjectSource<Image>
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

const extension = '.ndjson'

/** Opens a path. A file is read at once, the files of a directory on demand. @throws UsageError, InputError */
export async function openSource(path: string, project: string | undefined, reporting: Reporting): Promise<Opened> {
  const found = await statOf(path)
  if (!found.isDirectory()) return openFile(path, found.isFile() ? found.size : undefined, project, reporting)
  if (project !== undefined)
    throw new UsageError('--project cannot be used with a directory; projects are named after its files')
  const all = await readdir(path)
  const files = all.filter((name) => name.endsWith(extension))
  if (files.length === 0) throw new UsageError(`${path}: no file is named PROJECT.ndjson`)
  for (const name of files) await checkProjectFile(path, name)
  const { onLoad, onReloadError, onNote } = reporting
  const others = all.filter((name) => /\.(?:json|jsonl|gz|zst)$/.test(name)).sort()
  if (others.length > 0) onNote(`${path}: ignored files that are not named PROJECT.ndjson: ${others.join(', ')}`)
  const projects = files.map((name) => name.slice(0, -extension.length)).sort()
  return { source: createDirectorySource(path, { onLoad, onReloadError, onNote, expected: imageKind }), projects }
}

/** @throws UsageError for a file that is not named after a project, and for a directory */
async function checkProjectFile(path: string, name: string): Promise<void> {
  const project = name.slice(0, -extension.length)
  if (!isProjectName(project)) throw new UsageError(`${join(path, name)}: '${project}' is not a valid project id`)
  if (project !== project.toLowerCase()) {
    throw new UsageError(`${join(path, name)}: '${project}' must be in lower case`)
  }
  if (!(await statOf(join(path, name))).isFile()) throw new UsageError(`${join(path, name)}: is not a file`)
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (error) {
    throw new UsageError(`${path}: cannot read: ${describeSystemError(error)}`)
  }
}

async function openFile(
  path: string,
  size: number | undefined,
  given: string | undefined,
  { showProgress, onLoad, onNote }: Reporting,
): Promise<Opened> {
  const project = given ?? basename(path, extname(path))
  if (!isProjectName(project)) {
    throw new UsageError(
      given === undefined
        ? `'${project}' is not a valid project id; give one with --project`
        : `--project: '${project}' is not a valid project id`,
    )
  }
  const progress = showProgress(size)
  try {
    const { store, repeats } = await loadStore<Image>(path, {
      onProgress: (bytes, images) => {
        progress.update(bytes, images)
      },
      onNote,
      expected: imageKind,
    })
    onLoad({ project, size: store.size, repeats })
    const open = (name: string) => (name.toLowerCase() === project.toLowerCase() ? store : undefined)
    return { source: { open }, projects: [project] }
  } catch (error) {
    throw error instanceof InputError ? error : new UsageError(`${path}: ${describeSystemError(error)}`)
  } finally {
    progress.stop()
  }
}
