import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Image } from '../index.ts'
import { readAll } from '../input/index.ts'
import { withoutRepeats } from '../list/index.ts'
import { createMemoryStore, isProjectName, type MemoryStore, type Named, type ProjectSource } from '../server/index.ts'

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
}

/** A file as it was when it was read. */
interface Kept<R> {
  readonly version: string
  readonly store: Promise<MemoryStore<R>>
}

/**
 * The projects of a directory: `PROJECT.ndjson` holds the resources of one, as NDJSON, a JSON array or an answer of the
 * API. A file is read when its project is first asked for, and again when it has changed. Integers that a JavaScript
 * number cannot hold exactly are kept as strings.
 *
 * `open` rejects with an `InputError` that names the file and the line when a file cannot be read.
 */
export function createDirectorySource<R extends Named = Image>(
  directory: string,
  { onLoad = () => undefined }: DirectoryOptions = {},
): ProjectSource<R> {
  const projects = new Map<string, Kept<R>>()

  async function load(project: string, file: string): Promise<MemoryStore<R>> {
    const all = await readAll(file, createReadStream(file))
    const resources = withoutRepeats(all)
    onLoad({ project, size: resources.length, repeats: all.length - resources.length })
    return createMemoryStore(resources as readonly R[])
  }

  return {
    async open(project) {
      if (!isProjectName(project)) return undefined
      const file = join(directory, `${project}.ndjson`)
      const version = await versionOf(file)
      if (version === undefined) {
        projects.delete(project)
        return undefined
      }
      const known = projects.get(project)
      if (known?.version === version) return known.store
      const store = load(project, file)
      projects.set(project, { version, store })
      // A file that could not be read is tried again.
      store.catch(() => projects.delete(project))
      return store
    },
  }
}

async function versionOf(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file)
    return found.isFile() ? `${String(found.mtimeMs)} ${String(found.size)} ${String(found.ino)}` : undefined
  } catch {
    return undefined
  }
}
