import type { ResourceOrder } from './resource-order.ts'

/** The rows of a collection in an order, as of some moment, with their current resources. */
export interface Snapshot<R, K> {
  readonly order: ResourceOrder<K>
  readonly numbers: Uint32Array
  /** Undefined for a deleted resource. */
  readonly resourceAt: (row: number) => R | undefined
  /** Whether the resource of the row was replaced since that moment. */
  readonly isReplaced: (row: number) => boolean
}

/**
 * The current resources of the rows, in order. A replacement is left out unless it is between its neighbours in the order.
 */
export function* readSnapshot<R, K>({ order, numbers, resourceAt, isReplaced }: Snapshot<R, K>): Generator<R> {
  const { keyOf, compare } = order
  let last: R | undefined
  let next = 0

  /** The next resource that was not replaced. */
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
