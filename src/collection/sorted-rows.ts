import { type Bitmap, hasRow } from './bitmap.ts'
import { inParts, type Resumable } from './steps.ts'

/** After how many rows that are copied, or merged in, a step ends. */
const copiedInStep = 65_536
const mergedInStep = 128

/** The rows that are in a bitmap, or the others, in steps. */
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

/** What a search among rows in order asks. */
export interface RowSearch {
  /** Whether a row comes after what is looked for, as all behind it do. */
  readonly isLater: (row: number) => boolean
  /** Whether the place of a row tells nothing, since its resource has been changed in place. */
  readonly isUnplaced: (row: number) => boolean
}

/** The first place, from some place on, whose row is later: found in leaps. An unplaced row counts as the one behind it. */
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
 * Rows in order with others merged in, in steps.
 *
 * @param others in order
 * @param searchFor the search for the place of the other one at an index
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
