import TinyQueue from 'tinyqueue'
import { checkOwnName, checkResource } from './check-resource.ts'
import { ListError } from './list-error.ts'
import type { OrderKey, ListOrder } from './order.ts'

/** Which resources a page holds. */
export interface PageRequest<R> {
  readonly matches: (resource: R) => boolean
  readonly order: ListOrder
  readonly after: OrderKey | undefined
  /** The maximum number of resources. */
  readonly limit: number
}

export interface PageItem<R> {
  readonly key: OrderKey
  readonly resource: R
}

/** Collects the resources of a page from those of a source. Resources with equal keys count as one. */
export interface Collector<R> {
  /** Adds a resource. Returns whether the page is full. @throws ListError 500 */
  readonly add: (resource: R) => boolean
  readonly take: () => readonly PageItem<R>[]
}

export function collectOrdered<R extends object>({ matches, order, after, limit }: PageRequest<R>): Collector<R> {
  const found: PageItem<R>[] = []
  let last: OrderKey | undefined
  return {
    add(resource) {
      checkResource(resource)
      if (last !== undefined && order.compareTo(resource, last) < 0) {
        throw new ListError(500, 'Internal error: the store did not return resources in the order that it declares.')
      }
      const key = order.keyOf(resource)
      last = key
      if (after !== undefined && order.compare(key, after) <= 0) return false
      const former = found.at(-1)
      if (former !== undefined && order.compare(former.key, key) === 0) checkOwnName(resource)
      else if (matches(resource)) found.push({ key, resource })
      return found.length >= limit
    },
    take: () => found,
  }
}

export function collectUnordered<R extends object>({ matches, order, after, limit }: PageRequest<R>): Collector<R> {
  const { compare, compareTo, keyOf } = order
  const lastFirst = new TinyQueue<PageItem<R>>([], (a, b) => compare(b.key, a.key))
  const keys = new Set<string>()
  return {
    add(resource) {
      checkResource(resource)
      // The filter comes last, since comparing keys is faster.
      if (after !== undefined && compareTo(resource, after) <= 0) return false
      const last = lastFirst.length >= limit ? lastFirst.peek() : undefined
      if ((last !== undefined && compareTo(resource, last.key) >= 0) || !matches(resource)) return false
      const key = keyOf(resource)
      const text = JSON.stringify(key)
      if (keys.has(text)) {
        checkOwnName(resource)
        return false
      }
      if (last !== undefined) keys.delete(JSON.stringify(lastFirst.pop()?.key))
      keys.add(text)
      lastFirst.push({ key, resource })
      return false
    },
    take: () => lastFirst.data.toSorted((a, b) => compare(a.key, b.key)),
  }
}
