import type { ListOrder, LookupContext, MemoryStore, ScanQuery, Source } from '../list/index.ts'
import { orders } from '../list/index.ts'
import { createTimeSlice, nextRound } from '../scheduling.ts'

/** The next resource of a store that is being read in an order. */
interface Head<R> {
  resource: R
  key: ReturnType<ListOrder['keyOf']>
  readonly rest: Iterator<R, unknown>
}

/** Several stores as one source, which holds nothing itself. Its resources come in the order of the query, too. */
export function mergeStores<R extends object>(stores: readonly MemoryStore<R>[]): Source<R> {
  const [first, ...others] = stores
  if (first !== undefined && others.length === 0) return first

  /** Asks one store after the other. Each pauses within its own work only, which may be short. */
  async function askEach<T>(ask: (store: MemoryStore<R>) => T | Promise<T>, pause = nextRound): Promise<readonly T[]> {
    const slice = createTimeSlice()
    const answers: T[] = []
    for (const store of stores) {
      answers.push(await ask(store))
      if (!slice.isOver()) continue
      await pause()
      slice.restart()
    }
    return answers
  }

  /** The resource that comes first in an order, among those that the stores find. */
  async function firstOf(
    order: ListOrder,
    find: (store: MemoryStore<R>) => R | undefined | Promise<R | undefined>,
    context: LookupContext = {},
  ): Promise<R | undefined> {
    let best: R | undefined
    for (const found of await askEach(find, context.pause)) {
      const isBetter = found !== undefined && (best === undefined || order.compareTo(found, order.keyOf(best)) < 0)
      if (isBetter) best = found
    }
    return best
  }

  return {
    ordered: ['name', 'creationTimestamp desc'],
    scan: async (query) => merge(await askEach((store) => store.scan(query), query.pause), query),
    get: (name, context) => firstOf(orders.name, (store) => store.get(name), context),
    getById: (id, context) => firstOf(orders.name, (store) => store.getById(id, context), context),
    getFromFamily: (family, context) =>
      firstOf(orders['creationTimestamp desc'], (store) => store.getFromFamily(family, context), context),
  }
}

/** Merges resources that are in an order. The heads are kept in that order, the first one first. */
function* merge<R>(scanned: readonly Iterable<R>[], { order }: ScanQuery): Generator<R> {
  const heads: Head<R>[] = []

  function insert(head: Head<R>): void {
    let [low, high] = [0, heads.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = heads[middle]
      if (other !== undefined && order.compare(other.key, head.key) <= 0) low = middle + 1
      else high = middle
    }
    heads.splice(low, 0, head)
  }

  for (const resources of scanned) {
    const rest = resources[Symbol.iterator]()
    const next = rest.next()
    if (next.done !== true) insert({ resource: next.value, key: order.keyOf(next.value), rest })
  }
  for (let head = heads.shift(); head !== undefined; head = heads.shift()) {
    yield head.resource
    const next = head.rest.next()
    if (next.done === true) continue
    head.resource = next.value
    head.key = order.keyOf(next.value)
    insert(head)
  }
}
