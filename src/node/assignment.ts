import { basename } from 'node:path'
import { InputError, type ResourceEntry } from '../input/index.ts'
import { createRepeatCheck } from '../list/index.ts'
import type { ResourceCollection } from '../resources/index.ts'
import { findPlace, isProjectName, type MemorySource, type Place } from '../server/index.ts'
import { ownValue } from '../values/index.ts'

/** Assigns the resources of a file to projects. */
export interface Assignment {
  add(entry: ResourceEntry): void
  /**
   * Assigns the resources that do not say their project.
   *
   * @returns the number of resources that are served, and of ignored ones, which repeat an earlier one
   * @throws InputError for such a resource in a file of several projects, and when the name of the file is no project
   */
  finish(): { readonly size: number; readonly repeats: number }
}

/** The extensions of files with resources. */
export const extensions = /\.(?:ndjson|jsonl|json)(?:\.(?:gz|zst))?$/i

/** @param given the project of all resources, whatever they say */
export function createAssignment(source: MemorySource, file: string, given: string | undefined): Assignment {
  if (given !== undefined) source.create(given)
  const waiting: ResourceEntry[] = []
  /** One for each collection, and there for each project, scope and parent. */
  const checks = new Map<ResourceCollection, Map<string, (resource: unknown) => boolean>>()
  let [size, repeats] = [0, 0]

  function isRepeat(project: string, { collection, scope, parent = '' }: Place, resource: unknown): boolean {
    const checksOf = checks.get(collection) ?? new Map<string, (resource: unknown) => boolean>()
    checks.set(collection, checksOf)
    const key = [project, scope, parent].join(' ')
    const check = checksOf.get(key) ?? createRepeatCheck()
    checksOf.set(key, check)
    return check(resource)
  }

  function take(project: string, { resource, kind, collection, scope }: ResourceEntry): void {
    const place = findPlace(resource, { kind, collection, scope })
    const isKnown = typeof place !== 'string'
    if (isKnown && isRepeat(project, place, resource)) {
      repeats++
      return
    }
    if (isKnown) size++
    source.add(project, resource, place)
  }

  return {
    add(entry) {
      const project = given ?? projectOf(entry)
      if (project === undefined) waiting.push(entry)
      else take(project, entry)
    },
    finish() {
      const projects = source.projects()
      const [first] = waiting
      if (first !== undefined && projects.length > 1) {
        throw new InputError(
          `${file}:${String(first.line)}: a resource without a selfLink in a file of several projects (${projects.slice(0, 5).join(', ')}); give the project with --project`,
        )
      }
      const project = projects[0] ?? nameOf(file)
      source.create(project)
      for (const entry of waiting) take(project, entry)
      return { size, repeats }
    },
  }
}

const owner = /^(?:organizations|folders)\/\d{1,32}$/

/** The project that a resource says; of a resource of an organization or a folder, that. In lower case, like all projects. */
function projectOf({ resource, project }: ResourceEntry): string | undefined {
  if (project !== undefined && isProjectName(project)) return project.toLowerCase()
  const parent = ownValue(resource, 'parent')
  return typeof parent === 'string' && owner.test(parent) ? parent : undefined
}

/** The name of the file without extensions; that of a project has a colon behind its domain. @throws InputError */
function nameOf(file: string): string {
  const name = basename(file)
    .replace(extensions, '')
    .replace(/\.[^.:]*$/, '')
  if (isProjectName(name)) return name.toLowerCase()
  throw new InputError(`${file}: '${name}' is not a valid project id; give one with --project`)
}
