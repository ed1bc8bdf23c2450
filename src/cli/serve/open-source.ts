import { readdir, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Image } from '../../index.ts'
import { readAll } from '../../input/index.ts'
import { withoutRepeats } from '../../list/index.ts'
import { createDirectorySource, type LoadedProject } from '../../node/index.ts'
import { createMemorySource, isProjectName, type ProjectSource } from '../../server/index.ts'
import { describeSystemError, Failure } from '../failure.ts'
import { openInput } from '../input.ts'
import type { Progress } from '../progress.ts'

/** What is served, and the names of the projects. */
export interface Opened {
  readonly source: ProjectSource<Image>
  readonly projects: readonly string[]
}

export interface Reporting {
  readonly showProgress: (size: number | undefined) => Progress
  readonly onLoad: (loaded: LoadedProject) => void
}

/** A directory is read when it is asked for, a file at once. @throws Failure, InputError */
export async function openSource(path: string, project: string | undefined, reporting: Reporting): Promise<Opened> {
  if (!(await isDirectory(path))) return openFile(path, project, reporting)
  if (project !== undefined) throw new Failure('a directory tells its projects by the names of its files: no --project')
  const projects = (await readdir(path)).filter((name) => name.endsWith('.ndjson')).map((name) => name.slice(0, -7))
  if (projects.length === 0) throw new Failure(`${path}: there is no file PROJECT.ndjson in it`)
  for (const name of projects) {
    if (!isProjectName(name)) throw new Failure(`${path}: '${name}.ndjson' has not the name of a project`)
  }
  return { source: createDirectorySource(path, reporting), projects: projects.sort() }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new Failure(`${path}: cannot read: ${describeSystemError(error)}`)
  }
}

async function openFile(path: string, given: string | undefined, { showProgress, onLoad }: Reporting): Promise<Opened> {
  const project = given ?? basename(path, extname(path))
  if (!isProjectName(project)) {
    throw new Failure(
      given === undefined
        ? `'${project}' cannot be the name of a project: give one with --project`
        : `--project: '${project}' cannot be the name of a project`,
    )
  }
  const input = await openInput(path, nothing())
  const progress = showProgress(input.size)
  try {
    const all = await readAll(input.name, input.chunks, (bytes, images) => {
      progress.update(bytes, images)
    })
    const images: readonly Image[] = withoutRepeats(all)
    onLoad({ project, size: images.length, repeats: all.length - images.length })
    return { source: createMemorySource({ [project]: images }), projects: [project] }
  } finally {
    progress.stop()
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // A file is named.
}
