import { readdir, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Image } from '../../index.ts'
import { createDirectorySource } from '../../node/index.ts'
import { createMemorySource, type ProjectSource } from '../../server/index.ts'
import { describeSystemError, Failure } from '../failure.ts'
import { openInput } from '../input.ts'
import type { Progress } from '../progress.ts'
import { defaultReadLimits, readImages } from '../read-images.ts'

/** What is served, and the names of the projects. */
export interface Opened {
  readonly source: ProjectSource<Image>
  readonly projects: readonly string[]
}

/** A directory is read when it is asked for, a file at once. @throws Failure */
export async function openSource(
  path: string,
  project: string | undefined,
  showProgress: (size: number | undefined) => Progress,
): Promise<Opened> {
  if (!(await isDirectory(path))) return openFile(path, project ?? basename(path, extname(path)), showProgress)
  if (project !== undefined) throw new Failure('a directory tells its projects by the names of its files: no --project')
  const projects = (await readdir(path)).filter((name) => name.endsWith('.ndjson')).map((name) => name.slice(0, -7))
  if (projects.length === 0) throw new Failure(`${path}: there is no file PROJECT.ndjson in it`)
  return { source: createDirectorySource(path), projects: projects.sort() }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new Failure(`${path}: cannot read: ${describeSystemError(error)}`)
  }
}

async function openFile(
  path: string,
  project: string,
  showProgress: (size: number | undefined) => Progress,
): Promise<Opened> {
  const input = await openInput(path, nothing())
  const reader = readImages(input.name, defaultReadLimits)
  const decoder = new TextDecoder()
  const images: Image[] = []
  const progress = showProgress(input.size)
  let bytes = 0
  const take = (entries: ReturnType<typeof reader.push>): void => {
    for (const entry of entries) {
      if ('problem' in entry) throw new Failure(entry.problem)
      images.push(entry.image)
    }
  }
  try {
    for await (const chunk of input.chunks) {
      take(reader.push(decoder.decode(chunk, { stream: true })))
      progress.update((bytes += chunk.length), images.length)
    }
    take([...reader.push(decoder.decode()), ...reader.end()])
  } finally {
    progress.stop()
  }
  return { source: createMemorySource({ [project]: images }), projects: [project] }
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // A file is named.
}
