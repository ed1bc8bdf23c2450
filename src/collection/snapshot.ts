import type { ResourceOrder } from './resource-order.ts'

/** The rows of a collection in an order, as they were at some time, and their present resources. */
export interface Snapshot<R, K> {
  readonly order: ResourceOrder<K>
  readonly numbers: Uint32Array
  /** Undefined when it has been deleted. */
  readonly resourceAt: (row: number) => R | undefined
  /** Whether the resource of a row has been replaced. */
  readonly isReplaced: (row: number) => boolean
}

/**
 * The resources in the rows at the time when each is reached, in order: what has replaced another is left out where it
 * is not between those before and after it.
 */
export function* readSnapshot<R, K>({ order, numbers, resourceAt, isReplaced }: Snapshot<R, K>): Generator<R> {
  const { keyOf, compare } = order
  let last: R | undefined
  let next = 0

  /** The next resource that is still in its row. */
  function nextOriginal(from: number): R | undefined {
    const isOriginal = (row: number): boolean => resourceAt(row) !== undefined && !isReplaced(row)
    next = Math.max(next, from)
    while (next < numbers.length && !isOriginal(numbers[next] ?? 0)) next++
    return next < numbers.length ? resourceAt(numbers[next] ?? 0) : undefined
  }

  for (const [at, row] of numbers.entries()) {
    const resource = resourceAt(row)
    if (resource === undefined) continue
    if (isReplaced(row)) {
      const key = keyOf(resource)
      if (last !== undefined && compare(keyOf(last), key) > 0) continue
      const later = nextOriginal(at + 1)
      if (later !== undefined && compare(key, keyOf(later)) > 0) continue
    }
    last = resource
    yield resource
  }
}
