import { collectionOf, type ResourceCollection } from '../resources/index.ts'
import { checkRecord } from '../records.ts'
import { createMemoryStore, type MemoryStore, type Named, type Source } from '../list/index.ts'
import { findPlace } from './filing.ts'
import { openStores, scopesOf } from './open-stores.ts'
import type { Place } from './place.ts'
import type { ProjectSource } from './project-source.ts'

/** Projects with their resources, in memory. */
export interface MemorySource<R extends object = object> extends ProjectSource<R> {
  open(project: string, place: Place): Source<R> | undefined
  scopes(project: string): readonly string[]
  /** Creates a project without resources, if it does not exist. */
  create(project: string): void
  /** Adds a resource in place of all at its place that have its name. Creates the project if it does not exist. */
  insert(project: string, resource: R): void
  /**
   * Adds a resource beside all that have its name. Creates the project if it does not exist.
   *
   * @param place as `findPlace` finds it, which is the default
   */
  add(project: string, resource: R, place?: Place | string): void
  /** Deletes all resources of that name, or only those of a kind or a scope; false when there are none. */
  delete(project: string, name: string, where?: { readonly kind?: string; readonly scope?: string }): boolean
  /** The stores with the resources of a place; undefined when there is no such project. */
  storesAt(project: string, place: Place): readonly MemoryStore<R>[] | undefined
  /** The number of resources of each kind that no collection has. They are not served. */
  readonly unknownKinds: ReadonlyMap<string, number>
  /** The names of the projects. */
  projects(): readonly string[]
}

/** The resources of one collection, scope and parent. */
interface Shelf<R> {
  readonly scope: string
  readonly parent: string | undefined
  readonly store: MemoryStore<R>
}

interface Project<R> {
  readonly shelves: Map<ResourceCollection, Map<string, Shelf<R>>>
  readonly scopes: Set<string>
}

/** Scopes that show the resources of all others. */
const whole: ReadonlySet<string> = new Set(['aggregated', 'organization', 'project'])

/**
 * Files the resources of each project by `kind`, and by `zone` or `region`. A resource without a `kind` and a `selfLink` is an
 * image. Resources of unknown kinds are only counted.
 *
 * @param projects the resources of each project, of any kinds
 * @example createMemorySource({ 'my-project': [...instances, ...disks] })
 */
export function createMemorySource<R extends Named = Named>(
  projects: Readonly<Record<string, Iterable<R>>> = {},
): MemorySource<R> {
  const known = new Map<string, Project<R>>()
  const unknownKinds = new Map<string, number>()

  function projectOf(name: string): Project<R> {
    const project = known.get(name) ?? { shelves: new Map(), scopes: new Set() }
    known.set(name, project)
    return project
  }

  /** The store for a resource; undefined for an unknown kind. */
  function storeFor(project: string, resource: R, place: Place | string): MemoryStore<R> | undefined {
    const { shelves, scopes } = projectOf(project)
    if (typeof place === 'string') {
      unknownKinds.set(place, (unknownKinds.get(place) ?? 0) + 1)
      return undefined
    }
    const { collection, scope, parent } = place
    for (const name of scopesOf(place, resource)) scopes.add(name)
    const shelvesOf = shelves.get(collection) ?? new Map<string, Shelf<R>>()
    shelves.set(collection, shelvesOf)
    const key = `${scope} ${parent ?? ''}`
    const shelf = shelvesOf.get(key) ?? { scope, parent, store: createMemoryStore<R>() }
    shelvesOf.set(key, shelf)
    return shelf.store
  }

  function storesAt(project: string, { collection, scope, parent }: Place): readonly MemoryStore<R>[] | undefined {
    const shelves = known.get(project)?.shelves
    if (shelves === undefined) return undefined
    return Array.from(shelves.get(collection)?.values() ?? [])
      .filter((shelf) => (whole.has(scope) || shelf.scope === scope) && shelf.parent === parent)
      .map(({ store }) => store)
  }

  const source: MemorySource<R> = {
    storesAt,
    open: (project, place) => openStores((at) => storesAt(project, at), place),
    scopes: (project) => Array.from(known.get(project)?.scopes ?? []),
    unknownKinds,
    projects: () => Array.from(known.keys()),
    create(project) {
      projectOf(project)
    },
    add(project, resource, place = findPlace(resource)) {
      storeFor(project, resource, place)?.add(resource)
    },
    insert(project, resource) {
      storeFor(project, resource, findPlace(resource))?.insert(resource)
    },
    delete(project, name, { kind, scope } = {}) {
      const collection = kind === undefined ? undefined : collectionOf(kind)
      let isFound = false
      for (const [other, shelves] of known.get(project)?.shelves ?? []) {
        if (kind !== undefined && other !== collection) continue
        for (const shelf of shelves.values()) {
          if (scope !== undefined && shelf.scope !== scope) continue
          if (shelf.store.delete(name)) isFound = true
        }
      }
      return isFound
    },
  }
  for (const [project, resources] of Object.entries(checkRecord(projects, 'projects'))) {
    source.create(project)
    for (const resource of resources) source.add(project, resource)
  }
  return source
}
