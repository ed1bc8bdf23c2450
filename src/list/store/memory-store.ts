import { createCollection, maxCachedSelections, type SortedView } from '../../collection/index.ts'
import { walk } from '../../ast.ts'
import type { FilterNode, Image, Options } from '../../index.ts'
import { nextRound, runInSlices } from '../../scheduling.ts'
import { createLargeMap, ownValue } from '../../values/index.ts'
import type { OrderBy } from '../order.ts'
import { scopeOf } from '../scope.ts'
import type { LookupContext, ScanQuery, Source } from '../source.ts'
import { byFamily, byId, type GroupOrder, groupOfFamily } from './groups.ts'

/** What has a name, as all resources should. */
export interface Named {
  readonly name?: string | null | undefined
}

/** The resources of one project, in memory. After a resource has been changed in place, insert it again. */
export interface MemoryStore<R> extends Source<R> {
  /** The resources in the order of the query. */
  scan(query: ScanQuery): Promise<Iterable<R>>
  /** Adds a resource beside all that have its name. One that is there already is not added again. */
  add(resource: R): void
  /**
   * Adds a resource in place of all that have its name and its scope (see `scopeOf`); those of the name in other zones stay. A
   * resource without a name is added beside the others.
   */
  insert(resource: R): void
  /**
   * Deletes all resources of that name; false when there are none.
   *
   * @param scope the scope to delete from: `zones/us-east1-b`. Default: every scope
   */
  delete(name: string, scope?: string): boolean
  /** The resource of that name that was added first, whatever its scope. */
  get(name: string): R | undefined
  /** The first resource, by name, of that `id`. The first call sorts the resources by `id`. */
  getById(id: string, context?: LookupContext): Promise<R | undefined>
  /** The newest resource of that family that is not deprecated. The first call sorts the resources by family. */
  getFromFamily(family: string, context?: LookupContext): Promise<R | undefined>
  /** The number of resources. A list shows only the first of those with equal keys. */
  readonly size: number
}

/**
 * Keeps resources in the orders that lists ask for. The second time that a filter is used, a collection answers it (see
 * `compute-filter/collection`); the first time, the resources are scanned until the page is full. Sorting, answering and
 * scanning pause every few milliseconds, and after a match that takes longer. Only own properties are read, as by a
 * filter. A name that is not text, or that cannot be read, counts as absent.
 *
 * @example createMemoryStore(images)
 */
export function createMemoryStore<R extends Named = Image>(resources: Iterable<R> = []): MemoryStore<R> {
  const collection = createCollection<R>([])
  const byName = createLargeMap<string, R[]>()
  /** The filters that have been used, and the number of their restrictions. `list/filter-cache.ts` keeps the trees. */
  const used = new WeakMap<FilterNode, number>()
  const ordered: readonly OrderBy[] = ['name', 'creationTimestamp desc']

  /** A filter with more restrictions than a collection keeps answers for would be computed anew every time. */
  function isWorthAnswering(filter: FilterNode): boolean {
    const restrictions = used.get(filter)
    if (restrictions === undefined) used.set(filter, countRestrictions(filter))
    return restrictions !== undefined && restrictions <= maxCachedSelections
  }

  /** Leaves out resources whose name was changed in place. */
  const named = (name: string): readonly R[] => (byName.get(name) ?? []).filter((resource) => nameOf(resource) === name)

  function add(resource: R): void {
    const name = collection.insert(resource) ? nameOf(resource) : undefined
    if (name === undefined) return
    const others = byName.get(name)
    if (others === undefined) byName.set(name, [resource])
    else others.push(resource)
  }

  async function select<K>(
    filter: FilterNode | undefined,
    view: Options & SortedView<K>,
    pause: () => Promise<void>,
  ): Promise<Iterable<R>> {
    for (;;) {
      const found = await runInSlices(collection.prepare(filter, view), pause)
      // Undefined: rows have moved, so the selection starts again.
      if (found !== undefined) return found
    }
  }

  async function firstOfGroup(
    order: GroupOrder,
    group: string,
    { pause = nextRound }: LookupContext = {},
  ): Promise<R | undefined> {
    const [first] = await select(undefined, { order, after: { group, key: undefined } }, pause)
    return first !== undefined && order.groupOf(first) === group ? first : undefined
  }

  for (const resource of resources) add(resource)
  return {
    ordered,
    scan: ({ filter, options, order, after, pause }) =>
      select(
        filter !== undefined && isWorthAnswering(filter) ? filter : undefined,
        { ...options, order, after },
        pause,
      ),
    add,
    insert(resource) {
      const name = nameOf(resource)
      const scope = scopeOf(resource)
      const isReplaced = (other: R): boolean => scopeOf(other) === scope
      const namesakes = name === undefined ? [] : named(name)
      const [first, ...others] = namesakes.filter(isReplaced)
      for (const other of others) collection.delete(other)
      if (resource !== first) collection.delete(resource)
      if (first === undefined || !collection.replace(first, resource)) collection.insert(resource)
      if (name === undefined) return
      const kept = namesakes.flatMap((other) => (other === first ? resource : isReplaced(other) ? [] : other))
      byName.set(name, first === undefined ? [...kept, resource] : kept)
    },
    delete(name, scope) {
      const namesakes = named(name)
      const isDeleted = (resource: R): boolean => scope === undefined || scopeOf(resource) === scope
      const kept = namesakes.filter((resource) => !isDeleted(resource))
      for (const resource of namesakes) if (isDeleted(resource)) collection.delete(resource)
      if (kept.length > 0) byName.set(name, kept)
      else byName.delete(name)
      return kept.length < namesakes.length
    },
    get: (name) => byName.get(name)?.find((resource) => nameOf(resource) === name),
    getById: (id, context) => firstOfGroup(byId, id, context),
    getFromFamily: (family, context) => firstOfGroup(byFamily, groupOfFamily(family), context),
    get size() {
      return collection.size
    },
  }
}

/** The resource's own name; undefined for one that is not text or cannot be read. */
function nameOf(resource: object): string | undefined {
  const name = ownValue(resource, 'name')
  return typeof name === 'string' ? name : undefined
}

/** Counts each value. */
function countRestrictions(filter: FilterNode): number {
  let count = 0
  const add = (): void => {
    count++
  }
  walk(filter, { value: add, literal: add })
  return count
}
