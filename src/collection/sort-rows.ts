import { sortNumbers } from './merge-sort.ts'
import type { ResourceOrder } from './resource-order.ts'
import { inParts, type Resumable } from './steps.ts'

/** Sorted rows with their keys. */
export interface SortedRows<K> {
  readonly rows: Uint32Array
  readonly keyAt: (at: number) => K
}

/** The number of keys that one step makes, and of rows that it copies. */
const keysInStep = 128
const copiedInStep = 16_384

/** Sorts ascending rows in steps. Makes each key once. Rows with equal keys keep the order of their numbers. */
export function* sortRows<K>(
  rows: Uint32Array,
  compare: ResourceOrder<K>['compare'],
  keyAt: (row: number, at: number) => K,
): Resumable<SortedRows<K>> {
  const { length } = rows
  const keys = new Array<K>(length)
  yield* inParts(0, length, keysInStep, (from, to) => {
    for (let at = from; at < to; at++) keys[at] = keyAt(rows[at] ?? 0, at)
  })
  const places = yield* sortNumbers(length, (a, b) => compare(keys[a] as K, keys[b] as K))
  const sorted = new Uint32Array(length)
  yield* inParts(0, length, copiedInStep, (from, to) => {
    for (let at = from; at < to; at++) sorted[at] = rows[places[at] ?? 0] ?? 0
  })
  return { rows: sorted, keyAt: (at) => keys[places[at] ?? 0] as K }
}
