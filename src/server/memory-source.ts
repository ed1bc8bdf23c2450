import { checkRecord } from '../records.ts'
import type { Image } from '../index.ts'
import { createMemoryStore, type MemoryStore, type Named } from '../list/index.ts'
import type { ProjectSource } from './options.ts'

/** Projects with their resources, in memory. */
export interface MemorySource<R> extends ProjectSource<R> {
  open(project: string): MemoryStore<R> | undefined
  /** Adds a resource in place of all that have its name. Creates the project if it does not exist. */
  insert(project: string, resource: R): void
  /** Deletes all resources of that name; false when there are none. */
  delete(project: string, name: string): boolean
}

/**
 * @param projects the resources of each project
 * @example createMemorySource({ 'my-project': images })
 */
export function createMemorySource<R extends Named = Image>(
  projects: Readonly<Record<string, Iterable<R>>> = {},
): MemorySource<R> {
  const stores = new Map<string, MemoryStore<R>>()
  for (const [project, resources] of Object.entries(checkRecord(projects, 'projects'))) {
    stores.set(project, createMemoryStore(resources))
  }
  return {
    open: (project) => stores.get(project),
    insert(project, resource) {
      const store = stores.get(project) ?? createMemoryStore<R>()
      stores.set(project, store)
      store.insert(resource)
    },
    delete: (project, name) => stores.get(project)?.delete(name) ?? false,
  }
}
