import { createCollection } from '../collection/index.ts'
import { type FilterNode, type Image, walk } from '../index.ts'
import type { OrderBy, Source } from '../list/index.ts'
import { createLargeMap, ownValue } from '../values/index.ts'
import { inSlices } from './in-slices.ts'

/** What has a name, as all resources should. */
export interface Named {
  readonly name?: string | null | undefined
}

/** The resources of one project, in memory. A resource that is changed in place is to be inserted again. */
export interface MemoryStore<R> extends Source<R> {
  /** Adds a resource beside all that have its name. One that is there already is not added again. */
  add(resource: R): void
  /** Adds a resource, in the place of all that have its name. One without a name is added in any case. */
  insert(resource: R): void
  /** Deletes all resources of that name; false when there are none. */
  delete(name: string): boolean
  /** The first resource of that name. */
  get(name: string): R | undefined
  /** How many resources there are. A list has only the first of those with equal keys. */
  readonly size: number
}

/** A collection keeps the answers to this number of restrictions: a filter of more would be worked through every time. */
const maxRestrictions = 64

/**
 * Keeps resources in the orders that are asked for. A filter that comes back is answered by a collection (see
 * `compute-filter/collection`), any other by a scan, which ends as soon as the page is full. Sorting, answering and
 * scanning pause every few milliseconds, and after a match that takes longer. Like a filter, it reads own properties only, and takes a name that cannot be read
 * for none.
 */
export function createMemoryStore<R extends Named = Image>(resources: Iterable<R> = []): MemoryStore<R> {
  const collection = createCollection<R>([])
  const byName = createLargeMap<string, R[]>()
  /** The filters that have been asked for, and how many restrictions they have. */
  const asked = new WeakMap<FilterNode, number>()
  const ordered: readonly OrderBy[] = ['name', 'creationTimestamp desc']

  function isWorthIt(filter: FilterNode): boolean {
    const restrictions = asked.get(filter)
    if (restrictions === undefined) asked.set(filter, countRestrictions(filter))
    return restrictions !== undefined && restrictions <= maxRestrictions
  }

  /** A resource that has got another name in place does not count. */
  const named = (name: string): readonly R[] => (byName.get(name) ?? []).filter((resource) => nameOf(resource) === name)

  function add(resource: R): void {
    const name = collection.insert(resource) ? nameOf(resource) : undefined
    if (name === undefined) return
    const others = byName.get(name)
    if (others === undefined) byName.set(name, [resource])
    else others.push(resource)
  }

  for (const resource of resources) add(resource)
  return {
    ordered,
    async scan({ filter, options, order, after, pause }) {
      const answered = filter !== undefined && isWorthIt(filter) ? filter : undefined
      for (;;) {
        const found = await inSlices(collection.prepare(answered, { ...options, order, after }), pause)
        // Undefined: rows have moved, and it begins again.
        if (found !== undefined) return found
      }
    },
    add,
    insert(resource) {
      const name = nameOf(resource)
      const [first, ...others] = name === undefined ? [] : named(name)
      for (const other of others) collection.delete(other)
      if (resource !== first) collection.delete(resource)
      if (first === undefined || !collection.replace(first, resource)) collection.insert(resource)
      if (name !== undefined) byName.set(name, [resource])
    },
    delete(name) {
      const resources = named(name)
      for (const resource of resources) collection.delete(resource)
      byName.delete(name)
      return resources.length > 0
    },
    get: (name) => byName.get(name)?.find((resource) => nameOf(resource) === name),
    get size() {
      return collection.size
    },
  }
}

/** Its own name; undefined without one, and for one that is not text or cannot be read. */
function nameOf(resource: object): string | undefined {
  const name = ownValue(resource, 'name')
  return typeof name === 'string' ? name : undefined
}

/** Each value counts. */
function countRestrictions(filter: FilterNode): number {
  let count = 0
  const add = (): void => {
    count++
  }
  walk(filter, { value: add, literal: add })
  return count
}
