import { sortNumbers } from './merge-sort.ts'
import { mergeRows, placeOf, selectRows } from './sorted-rows.ts'
import { inParts, type Steps } from './steps.ts'

/** An order of resources, by keys that are made of them. */
export interface ResourceOrder<K> {
  readonly keyOf: (resource: unknown) => K
  readonly compare: (a: K, b: K) => number
}

/**
 * The rows of a collection in an order. What comes and goes is merged in when the order is settled. Rows with equal keys
 * are in the order of their numbers.
 */
export interface Ordering<K> {
  add(row: number): void
  /** @param resource what the row held; undefined when that has been changed in place, so that it is known no more */
  remove(row: number, resource: unknown): void
  /** Merges, in steps, what has come and gone before the first of them. Several callers may take the steps in turn. */
  settle(): Steps<void>
  /** The rows, as they were settled last, whose keys come after one; all without one. The array never changes. */
  rowsAfter(after: K | undefined): Uint32Array
}

/** The rows of a collection. */
export interface Rows {
  readonly count: () => number
  /** Undefined for a row that is empty. */
  readonly resourceAt: (row: number) => unknown
}

/** After how many keys that are made a step ends. */
const keysInStep = 128

/*
 * A round merges what has changed before it. It takes many steps, and more may change between two of them: that is noted
 * for the next round. A row whose resource has gone keeps its place until then, by the resource that it held.
 */

export function createOrdering<K>({ keyOf, compare }: ResourceOrder<K>, { count, resourceAt }: Rows): Ordering<K> {
  let sorted: Uint32Array = new Uint32Array()
  let isUnsorted = true
  let added = new Set<number>()
  /** What rows held that have been sorted, or are being sorted, and have changed since. */
  let gone = new Map<number, unknown>()
  /** Rows of `sorted` whose resource has been changed in place. */
  const unplaced = new Set<number>()
  /** The rows of `sorted` that the round under way leaves out, with what they held. */
  let leaving: ReadonlyMap<number, unknown> = new Map()
  /** How many changes there have been, and how many of them have been merged. */
  let changes = 0
  let settled = 0
  let round: Steps<void> | undefined

  /** What decides the place of a row in the round under way. */
  const settlingAt = (row: number): unknown => (gone.has(row) ? gone.get(row) : resourceAt(row))
  /** What decides the place of a row in `sorted`. */
  const settledAt = (row: number): unknown => (leaving.has(row) ? leaving.get(row) : settlingAt(row))

  /** Before the first round there is nothing to note: it takes all rows. */
  const isNoted = (): boolean => {
    changes++
    return !isUnsorted || round !== undefined
  }

  function endRound(rows: Uint32Array): void {
    sorted = rows
    isUnsorted = false
    leaving = new Map()
    round = undefined
  }

  /** All is to be sorted anew. */
  function forget(): void {
    endRound(new Uint32Array())
    isUnsorted = true
    added = new Set()
    gone = new Map()
    unplaced.clear()
  }

  /** Takes out the rows whose place can no longer be told, before anything is looked for in the order. */
  function takeOutUnplaced(): void {
    if (unplaced.size > 0) sorted = sorted.filter((row) => !unplaced.has(row))
    unplaced.clear()
  }

  function* settleOnce(): Steps<void> {
    takeOutUnplaced()
    const [until, newcomers, former] = [changes, added, gone]
    leaving = former
    added = new Set()
    gone = new Map()
    try {
      const kept = yield* selectRows(
        former.size === 0 ? 0 : sorted.length,
        (at) => sorted[at] ?? 0,
        (row) => !former.has(row),
      )
      const fresh = isUnsorted
        ? yield* selectRows(
            count(),
            (row) => row,
            (row) => resourceAt(row) !== undefined,
          )
        : Uint32Array.from(newcomers).sort()
      const keys = new Array<K>(fresh.length)
      yield* inParts(0, fresh.length, keysInStep, (from, to) => {
        for (let at = from; at < to; at++) keys[at] = keyOf(settlingAt(fresh[at] ?? 0))
      })
      const places = yield* sortNumbers(fresh.length, (a, b) => compare(keys[a] as K, keys[b] as K))
      const rows = yield* selectRows(
        places.length,
        (at) => fresh[places[at] ?? 0] ?? 0,
        () => true,
      )
      const isLater = (row: number, at: number): boolean =>
        (compare(keyOf(settlingAt(row)), keys[places[at] ?? 0] as K) || row - (rows[at] ?? 0)) > 0
      const merged = yield* mergeRows(former.size === 0 ? sorted : kept, rows, isLater)
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
      if (!isNoted() || added.delete(row)) return
      if (gone.has(row)) return
      if (resource !== undefined) gone.set(row, resource)
      else if (round === undefined) unplaced.add(row)
      else forget()
    },
    *settle() {
      const until = changes
      while (isUnsorted || settled < until) {
        round ??= settleOnce()
        if (round.next().done !== true) yield
      }
    },
    rowsAfter(after) {
      takeOutUnplaced()
      if (after === undefined) return sorted
      return sorted.subarray(placeOf(sorted, 0, (row) => compare(keyOf(settledAt(row)), after) > 0))
    },
  }
}
