import { createLargeMap, type LargeMap } from '../values/index.ts'
import type { ResourceOrder } from './resource-order.ts'
import { createRowSet, type RowSet } from './row-set.ts'
import { sortRows } from './sort-rows.ts'
import { mergeRows, placeOf, selectRows } from './sorted-rows.ts'
import { inParts, type Resumable } from './steps.ts'

/**
 * The rows of a collection in an order. Changes are merged in when the ordering is settled. Rows with equal keys are in the
 * order of their numbers.
 */
export interface Ordering<K> {
  add(row: number): void
  /** @param resource the former resource; undefined if it was changed in place, so that its former key is unknown */
  remove(row: number, resource: unknown): void
  /** Merges, in steps, all changes before the first step. Several callers may take the steps in turn. */
  settle(): Resumable<void>
  /** The rows after a key, as last settled; without a key, all rows. The array never changes. */
  rowsAfter(after: K | undefined): Uint32Array
}

/** The rows of a collection. */
export interface Rows {
  readonly count: () => number
  /** Undefined for a row that is empty. */
  readonly resourceAt: (row: number) => unknown
}

/** The number of rows that one step checks. */
const rowsInStep = 16_384

/** The rows that have changed since they were sorted, or since sorting began. */
interface Former<K> {
  /** The former keys, since a resource may change after it was removed. */
  readonly keys: LargeMap<number, K>
  readonly rows: RowSet
  /** Rows whose resource was changed in place, so that their former key is unknown. */
  readonly unplaced: RowSet
}

const createFormer = <K>(): Former<K> => ({ keys: createLargeMap(), rows: createRowSet(), unplaced: createRowSet() })

/** Former keys are kept up to this share of the sorted rows, and at least up to this number. */
const maxFormerShare = 1 / 4
const minFormers = 1024

/*
 * A round merges the changes before it. It takes many steps. Changes between the steps are noted for the next round. Until
 * then, a row whose resource was removed keeps its place, by the former key.
 */

export function createOrdering<K>(order: ResourceOrder<K>, { count, resourceAt }: Rows): Ordering<K> {
  const { keyOf, compare } = order
  let sorted: Uint32Array = new Uint32Array()
  let isUnsorted = true
  let added = createRowSet()
  /** Since the last round began. */
  let former = createFormer<K>()
  /** The keys of the rows that the running round removes from `sorted`. */
  let leaving = createFormer<K>()
  /** The number of changes, and the number of merged changes. */
  let changes = 0
  let settled = 0
  let round: Resumable<void> | undefined

  /** The key that determines the place of a row in the running round. */
  const settlingAt = (row: number): K => (former.rows.has(row) ? (former.keys.get(row) as K) : keyOf(resourceAt(row)))

  /** Undefined if `keyOf` throws. */
  function keyIn(resource: unknown): { readonly key: K } | undefined {
    try {
      return { key: keyOf(resource) }
    } catch {
      return undefined
    }
  }

  /** Counts a change. Before the first round nothing is noted, since that round takes all rows. */
  const isNoted = (): boolean => {
    changes++
    return !isUnsorted || round !== undefined
  }

  function endRound(rows: Uint32Array): void {
    sorted = rows
    isUnsorted = false
    leaving = createFormer()
    round = undefined
  }

  /** Drops everything, so that the next round sorts anew. */
  function forget(): void {
    endRound(new Uint32Array())
    isUnsorted = true
    added = createRowSet()
    former = createFormer()
  }

  /** All rows that have a resource. */
  function* presentRows(): Resumable<Uint32Array> {
    const length = count()
    const rows = new Uint32Array(length)
    let found = 0
    yield* inParts(0, length, rowsInStep, (from, to) => {
      for (let row = from; row < to; row++) if (resourceAt(row) !== undefined) rows[found++] = row
    })
    return rows.subarray(0, found)
  }

  function* settleOnce(): Resumable<void> {
    const [until, newcomers] = [changes, added]
    leaving = former
    added = createRowSet()
    former = createFormer()
    try {
      const rows = isUnsorted ? yield* presentRows() : newcomers.toArray()
      const fresh = yield* sortRows(rows, compare, settlingAt)
      let kept = sorted
      for (const { bitmap, size } of [leaving.rows, leaving.unplaced]) {
        if (size > 0) kept = yield* selectRows(kept, bitmap, false)
      }
      const merged = yield* mergeRows(kept, fresh.rows, (at) => {
        const [row, key] = [fresh.rows[at] ?? 0, fresh.keyAt(at)]
        return {
          isLater: (other) => (compare(settlingAt(other), key) || other - row) > 0,
          isUnplaced: former.unplaced.has,
        }
      })
      settled = until
      endRound(merged)
    } catch (error) {
      // The functions of the order may throw.
      forget()
      throw error
    }
  }

  return {
    add(row) {
      if (isNoted()) added.add(row)
    },
    remove(row, resource) {
      if (!isNoted()) return
      // A row that was added since the round began is not sorted yet, unless it was changed in place.
      const isNew = added.delete(row) && !former.unplaced.has(row)
      if (isNew || former.rows.has(row)) return
      const placed = resource === undefined ? undefined : keyIn(resource)
      if (placed === undefined) former.unplaced.add(row)
      else {
        former.rows.add(row)
        former.keys.set(row, placed.key)
      }
      // Too many former keys: sorting anew needs less memory.
      const isMuch = former.rows.size > Math.max(minFormers, sorted.length * maxFormerShare)
      if (isMuch && round === undefined) forget()
    },
    *settle() {
      const until = changes
      while (isUnsorted || settled < until) {
        round ??= settleOnce()
        if (round.next().done !== true) yield
      }
    },
    rowsAfter(after) {
      if (after === undefined) return sorted
      const keyAt = (row: number): K => (leaving.rows.has(row) ? (leaving.keys.get(row) as K) : settlingAt(row))
      const place = placeOf(sorted, 0, {
        isLater: (row) => compare(keyAt(row), after) > 0,
        isUnplaced: (row) => leaving.unplaced.has(row) || former.unplaced.has(row),
      })
      return sorted.subarray(place)
    },
  }
}
