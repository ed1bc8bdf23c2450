import { type Bitmap, hasRow } from './bitmap.ts'
import { inParts, type Resumable } from './steps.ts'

/** The number of rows that one step copies, and that it merges in. */
const copiedInStep = 65_536
const mergedInStep = 128

/** Selects the rows inside a bitmap, or outside of it, in steps. */
export function* selectRows(rows: Uint32Array, bitmap: Bitmap, isWantedIn: boolean): Resumable<Uint32Array> {
  const found = new Uint32Array(rows.length)
  let count = 0
  yield* inParts(0, rows.length, copiedInStep, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? 0
      if (hasRow(bitmap, row) === isWantedIn) found[count++] = row
    }
  })
  return found.subarray(0, count)
}

/** A binary search in sorted rows. */
export interface RowSearch {
  /** Whether a row comes after the place, like all rows after it. */
  readonly isLater: (row: number) => boolean
  /** Whether the key of a row is unknown, since its resource was changed in place. */
  readonly isUnplaced: (row: number) => boolean
}

/** The first place, from a start on, whose row is later, found in leaps. An unplaced row counts like the next one. */
export function placeOf(rows: Uint32Array, from: number, { isLater, isUnplaced }: RowSearch): number {
  function isLaterAt(place: number): boolean {
    for (let at = place; at < rows.length; at++) {
      const row = rows[at] ?? 0
      if (!isUnplaced(row)) return isLater(row)
    }
    return true
  }
  let [low, high] = [from, from]
  for (let leap = 1; high < rows.length && !isLaterAt(high); leap *= 2) {
    low = high + 1
    high += leap
  }
  high = Math.min(high, rows.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isLaterAt(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Merges other rows into sorted rows, in steps.
 *
 * @param others sorted
 * @param searchFor the search for the place of the row at an index of `others`
 */
export function* mergeRows(
  rows: Uint32Array,
  others: Uint32Array,
  searchFor: (at: number) => RowSearch,
): Resumable<Uint32Array> {
  if (rows.length === 0) return others
  if (others.length === 0) return rows
  const merged = new Uint32Array(rows.length + others.length)
  let [from, to] = [0, 0]
  yield* inParts(0, others.length, mergedInStep, (first, end) => {
    for (let at = first; at < end; at++) {
      const place = placeOf(rows, from, searchFor(at))
      merged.set(rows.subarray(from, place), to)
      to += place - from
      merged[to++] = others[at] ?? 0
      from = place
    }
  })
  merged.set(rows.subarray(from), to)
  return merged
}
