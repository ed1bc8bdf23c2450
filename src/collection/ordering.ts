import { createLargeMap, type LargeMap } from '../values/index.ts'
import type { ResourceOrder } from './resource-order.ts'
import { createRowSet, type RowSet } from './row-set.ts'
import { sortRows } from './sort-rows.ts'
import { mergeRows, placeOf, selectRows } from './sorted-rows.ts'
import { inParts, type Resumable } from './steps.ts'

/**
 * The rows of a collection in an order. What comes and goes is merged in when the order is settled. Rows with equal keys
 * are in the order of their numbers.
 */
export interface Ordering<K> {
  add(row: number): void
  /** @param resource what the row held; undefined when that has been changed in place, so that it is known no more */
  remove(row: number, resource: unknown): void
  /** Merges, in steps, what has come and gone before the first of them. Several callers may take the steps in turn. */
  settle(): Resumable<void>
  /** The rows, as they were settled last, whose keys come after one; all without one. The array never changes. */
  rowsAfter(after: K | undefined): Uint32Array
}

/** The rows of a collection. */
export interface Rows {
  readonly count: () => number
  /** Undefined for a row that is empty. */
  readonly resourceAt: (row: number) => unknown
}

/** After how many rows that are looked at a step ends. */
const rowsInStep = 16_384

/** What rows held that have changed since they were sorted, or since their sorting began. */
interface Former<K> {
  /** The key of the resource at that time. A removed resource may change later. */
  readonly keys: LargeMap<number, K>
  readonly rows: RowSet
  /** Those whose resource was changed in place, so that what decided their place is known no more. */
  readonly unplaced: RowSet
}

const createFormer = <K>(): Former<K> => ({ keys: createLargeMap(), rows: createRowSet(), unplaced: createRowSet() })

/** The number of former keys that are held, as a share of the sorted rows, and at least. */
const maxFormerShare = 1 / 4
const minFormers = 1024

/*
 * A round merges what has changed before it. It takes many steps, and more may change between two of them: that is noted
 * for the next round. Until then a row whose resource has gone keeps its place, by the key that its resource had.
 */

export function createOrdering<K>(order: ResourceOrder<K>, { count, resourceAt }: Rows): Ordering<K> {
  const { keyOf, compare } = order
  let sorted: Uint32Array = new Uint32Array()
  let isUnsorted = true
  let added = createRowSet()
  /** Since the last round began. */
  let former = createFormer<K>()
  /** Before the round under way: it leaves these rows out of `sorted`. */
  let leaving = createFormer<K>()
  /** How many changes there have been, and how many of them have been merged. */
  let changes = 0
  let settled = 0
  let round: Resumable<void> | undefined

  /** What decides the place of a row in the round under way. */
  const settlingAt = (row: number): K => (former.rows.has(row) ? (former.keys.get(row) as K) : keyOf(resourceAt(row)))

  /** Undefined where the function of the order throws. */
  function keyIn(resource: unknown): { readonly key: K } | undefined {
    try {
      return { key: keyOf(resource) }
    } catch {
      return undefined
    }
  }

  /** Before the first round there is nothing to note: it takes all rows. */
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

  /** All is to be sorted anew. */
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
      // What the functions of the order throw.
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
      // What has come since the round began is in no order yet; unless it was there before, and was changed in place.
      const isNew = added.delete(row) && !former.unplaced.has(row)
      if (isNew || former.rows.has(row)) return
      const placed = resource === undefined ? undefined : keyIn(resource)
      if (placed === undefined) former.unplaced.add(row)
      else {
        former.rows.add(row)
        former.keys.set(row, placed.key)
      }
      // Rather than hold as many former keys as there are rows, it sorts again when it is asked.
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
