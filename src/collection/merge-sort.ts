import type { Resumable } from './steps.ts'

/** The number of items that one step sorts, in about a millisecond. */
const runLength = 512

/** The number of comparisons in one step of a merge. */
const stride = 512

/**
 * The numbers from 0 up to a count, sorted in steps. Equal ones keep their order. Needs about as many comparisons as
 * `sort`, and few if the numbers are nearly sorted.
 */
export function* sortNumbers(count: number, compare: (a: number, b: number) => number): Resumable<Uint32Array> {
  let from = new Uint32Array(count)
  for (let start = 0; start < count; start += runLength) {
    const run = Array.from({ length: Math.min(runLength, count - start) }, (_, at) => start + at)
    from.set(run.sort(compare), start)
    yield
  }
  let to = new Uint32Array(count)
  for (let width = runLength; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count)
      const end = Math.min(start + 2 * width, count)
      yield* merge(from, to, start, middle, end, compare)
    }
    ;[from, to] = [to, from]
  }
  return from
}

/** Merges two adjacent runs. */
function* merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
  compare: (a: number, b: number) => number,
): Resumable<void> {
  const isInOrder = middle === end || compare(from[middle - 1] ?? 0, from[middle] ?? 0) <= 0
  let [left, right, at] = isInOrder ? [end, end, end] : [start, middle, start]
  if (isInOrder) to.set(from.subarray(start, end), start)
  while (left < middle && right < end) {
    for (let times = 0; times < stride && left < middle && right < end; times++) {
      const isLeft = compare(from[left] ?? 0, from[right] ?? 0) <= 0
      to[at++] = from[isLeft ? left++ : right++] ?? 0
    }
    yield
  }
  if (left < middle) to.set(from.subarray(left, middle), at)
  else if (right < end) to.set(from.subarray(right, end), at)
}
