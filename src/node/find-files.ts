import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isProjectName } from '../server/index.ts'
import { extensions } from './assignment.ts'

/** The files with resources in a directory. */
export interface FoundFiles {
  /** The projects with a file `PROJECT.ndjson`, in lower case; sorted. */
  readonly projects: readonly string[]
  /** The paths of the other files whose names end like those of resources; sorted. */
  readonly files: readonly string[]
}

/** Subdirectories are ignored, and so are names of other kinds. @throws the error of the file system */
export async function findFiles(directory: string): Promise<FoundFiles> {
  const [projects, files]: [string[], string[]] = [[], []]
  for (const name of (await readdir(directory)).sort()) {
    if (!extensions.test(name) || !(await stat(join(directory, name))).isFile()) continue
    const project = name.endsWith('.ndjson') ? name.slice(0, -'.ndjson'.length) : ''
    if (isProjectName(project) && project === project.toLowerCase()) projects.push(project)
    else files.push(join(directory, name))
  }
  return { projects, files }
}
