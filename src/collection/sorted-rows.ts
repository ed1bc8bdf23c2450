import { inParts, type Steps } from './steps.ts'

/** After how many rows that are copied, or merged in, a step ends. */
const copiedInStep = 32_768
const mergedInStep = 128

/** The wanted ones of a number of rows, in steps. */
export function* selectRows(
  length: number,
  rowAt: (at: number) => number,
  isWanted: (row: number) => boolean,
): Steps<Uint32Array> {
  const found = new Uint32Array(length)
  let count = 0
  yield* inParts(0, length, copiedInStep, (from, to) => {
    for (let at = from; at < to; at++) {
      const row = rowAt(at)
      if (isWanted(row)) found[count++] = row
    }
  })
  return found.subarray(0, count)
}

/** The first place, from some place on, whose row is later than something, as all behind it are: found in leaps. */
export function placeOf(rows: Uint32Array, from: number, isLater: (row: number) => boolean): number {
  let [low, high] = [from, from]
  for (let leap = 1; high < rows.length && !isLater(rows[high] ?? 0); leap *= 2) {
    low = high + 1
    high += leap
  }
  high = Math.min(high, rows.length)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isLater(rows[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Rows in order with others merged in, in steps.
 *
 * @param otherAt the others, in order
 * @param isLater whether a row comes after the other one at a place
 */
export function* mergeRows(
  rows: Uint32Array,
  others: Uint32Array,
  isLater: (row: number, at: number) => boolean,
): Steps<Uint32Array> {
  if (rows.length === 0) return others
  const merged = new Uint32Array(rows.length + others.length)
  let [from, to] = [0, 0]
  yield* inParts(0, others.length, mergedInStep, (first, end) => {
    for (let at = first; at < end; at++) {
      const place = placeOf(rows, from, (row) => isLater(row, at))
      merged.set(rows.subarray(from, place), to)
      to += place - from
      merged[to++] = others[at] ?? 0
      from = place
    }
  })
  merged.set(rows.subarray(from), to)
  return merged
}
