import { createCollection } from '../collection/index.ts'
import { type Filter, type Image, walk } from '../index.ts'
import type { OrderBy, ScanQuery, Source } from '../list/index.ts'

/** What has a name, as all resources should. */
export interface Named {
  readonly name?: string | null | undefined
}

/** The resources of one project, in memory. */
export interface MemoryStore<R> extends Source<R> {
  /** Adds a resource, in the place of one that has its name. */
  insert(resource: R): void
  /** Takes out the resource of that name; false when there is none. */
  delete(name: string): boolean
  get(name: string): R | undefined
  readonly size: number
}

/** Above so many verdicts (restrictions × resources) a filter is worked through piece by piece, so that it can pause. */
const mostAtOnce = 500_000

/**
 * Keeps resources in the orders that are asked for. A filter that comes back is answered by a collection (see
 * `compute-filter/collection`), any other by a scan, which ends as soon as the page is full.
 */
export function createMemoryStore<R extends Named = Image>(resources: Iterable<R> = []): MemoryStore<R> {
  const byName = new Map<unknown, R>()
  for (const resource of resources) byName.set(resource.name, resource)
  const collection = createCollection<R>(byName.values())
  /** The filters that have been asked for, and how many restrictions they have. */
  const asked = new WeakMap<Filter, number>()
  const ordered: readonly OrderBy[] = ['name', 'creationTimestamp desc']

  function isWorthIt(filter: Filter): boolean {
    const restrictions = asked.get(filter)
    if (restrictions === undefined) asked.set(filter, countRestrictions(filter))
    return restrictions !== undefined && restrictions * collection.size <= mostAtOnce
  }

  return {
    ordered,
    scan: ({ filter, options, order, after, limit }: ScanQuery) =>
      filter !== undefined && isWorthIt(filter)
        ? collection.filter(filter, { ...options, order, after, limit })
        : collection.inOrder({ order, after }),
    insert(resource) {
      const former = byName.get(resource.name)
      if (former !== undefined) collection.delete(former)
      byName.set(resource.name, resource)
      collection.insert(resource)
    },
    delete(name) {
      const former = byName.get(name)
      if (former !== undefined) collection.delete(former)
      return byName.delete(name)
    },
    get: (name) => byName.get(name),
    get size() {
      return collection.size
    },
  }
}

/** Each value counts. */
function countRestrictions(filter: Filter): number {
  let count = 0
  const add = (): void => {
    count++
  }
  walk(filter, { value: add, literal: add })
  return count
}
