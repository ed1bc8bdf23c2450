import TinyQueue from 'tinyqueue'
import { isObject } from '../values/index.ts'
import { ListError } from './list-error.ts'
import type { Key, Order } from './order.ts'

/** What is searched, and for what. */
interface Search<R> {
  readonly resources: Iterable<R> | AsyncIterable<R>
  readonly matches: (resource: R) => boolean
  readonly order: Order
  /** Whether the resources come in that order. */
  readonly isOrdered: boolean
  readonly after: Key | undefined
  /** How many are wanted. */
  readonly limit: number
  /** Awaited now and then, so that others get their turn. May reject to end the search. */
  readonly pause: () => Promise<void>
}

interface Found<R> {
  readonly key: Key
  readonly resource: R
}

/** For so many milliseconds, looked at after so many resources, it works on without a pause. */
const slice = 2
const stride = 32

/**
 * The first that match, in order. Keeps no more than it was asked for at any time, and of an ordered source reads no
 * more than it needs.
 *
 * @throws ListError 500 for what is no resource, and for a source that is not in the order that it claims
 */
export async function firstOf<R>(search: Search<R>): Promise<readonly Found<R>[]> {
  const { resources, pause } = search
  const page = search.isOrdered ? collectOrdered(search) : collectUnordered(search)
  let since = performance.now()
  let count = 0
  const isTimeToPause = () => ++count % stride === 0 && performance.now() - since > slice
  if (Symbol.iterator in resources) {
    for (const resource of resources) {
      if (page.add(resource)) break
      if (!isTimeToPause()) continue
      await pause()
      since = performance.now()
    }
  } else {
    for await (const resource of resources) {
      if (page.add(resource)) break
      if (!isTimeToPause()) continue
      await pause()
      since = performance.now()
    }
  }
  return page.take()
}

interface Collector<R> {
  /** Whether it has enough. */
  add(resource: R): boolean
  take(): readonly Found<R>[]
}

function collectOrdered<R>({ matches, order, after, limit }: Search<R>): Collector<R> {
  const found: Found<R>[] = []
  let last: Key | undefined
  return {
    add(resource) {
      checkResource(resource)
      if (last !== undefined && order.compareTo(resource, last) < 0) {
        throw new ListError(500, 'Internal error: the store is not in order.')
      }
      const key = order.keyOf(resource)
      last = key
      if ((after === undefined || order.compare(key, after) > 0) && matches(resource)) found.push({ key, resource })
      return found.length >= limit
    },
    take: () => found,
  }
}

function collectUnordered<R>({ matches, order, after, limit }: Search<R>): Collector<R> {
  const { compare, compareTo } = order
  const lastFirst = new TinyQueue<Found<R>>([], (a, b) => compare(b.key, a.key))
  return {
    add(resource) {
      checkResource(resource)
      // A place in the order is compared faster than a filter is, so that is asked last.
      if (after !== undefined && compareTo(resource, after) <= 0) return false
      const last = lastFirst.length >= limit ? lastFirst.peek() : undefined
      if ((last !== undefined && compareTo(resource, last.key) >= 0) || !matches(resource)) return false
      if (last !== undefined) lastFirst.pop()
      lastFirst.push({ key: order.keyOf(resource), resource })
      return false
    },
    take: () => lastFirst.data.toSorted((a, b) => compare(a.key, b.key)),
  }
}

function checkResource(resource: unknown): void {
  if (!isObject(resource)) throw new ListError(500, 'Internal error: the store gave what is no resource.')
}
