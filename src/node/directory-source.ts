import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Image } from '../index.ts'
import { createMemoryStore, type MemoryStore, type Named, type ProjectSource } from '../server/index.ts'

/** A file as it was when it was read. */
interface Loaded<R> {
  readonly version: string
  readonly store: Promise<MemoryStore<R>>
}

/** What a project may be called; no path can be made of it. */
const projectName = /^[a-z0-9](?:[\w:-]|\.(?!\.))*$/i

/**
 * The projects of a directory: `PROJECT.ndjson` holds the resources of one, as JSON objects, one a line. A file is read
 * when its project is first asked for, and again when it has changed.
 */
export function createDirectorySource<R extends Named = Image>(directory: string): ProjectSource<R> {
  const projects = new Map<string, Loaded<R>>()
  return {
    async open(project) {
      if (!projectName.test(project)) return undefined
      const file = join(directory, `${project}.ndjson`)
      const version = await versionOf(file)
      if (version === undefined) {
        projects.delete(project)
        return undefined
      }
      const known = projects.get(project)
      if (known?.version === version) return known.store
      const store = load<R>(file)
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

async function load<R extends Named>(file: string): Promise<MemoryStore<R>> {
  const resources: R[] = []
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++
    if (line.trim() !== '') resources.push(readLine<R>(line, `${file}:${String(number)}`))
  }
  return createMemoryStore(resources)
}

function readLine<R>(line: string, place: string): R {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new Error(`${place}: not JSON`, { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${place}: not an object`)
  return value as R
}
