import { type Scalar, scalars, type ScalarValues } from '../values/index.ts'
import type { Cell } from './cells.ts'

/** The numbers of the cells that fit a type, in its order. */
export function sortCells<K extends keyof ScalarValues>(cells: readonly Cell[], type: K): Uint32Array {
  const { read, compare }: Scalar<ScalarValues[K]> = scalars[type]
  const fitting: { readonly number: number; readonly value: ScalarValues[K] }[] = []
  for (const [number, cell] of cells.entries()) {
    const value = read(cell)
    if (value !== undefined) fitting.push({ number, value })
  }
  return Uint32Array.from(fitting.sort((a, b) => compare(a.value, b.value)).map(({ number }) => number))
}

/** An order comparator holds from one end of the order up to somewhere: for a first part, or for a last part. */
export function holdingPart(sorted: Uint32Array, holds: (number: number) => boolean): Uint32Array {
  const first = sorted[0]
  if (first === undefined) return sorted
  const holdsFirst = holds(first)
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(sorted[middle] ?? 0) === holdsFirst) low = middle + 1
    else high = middle
  }
  return holdsFirst ? sorted.subarray(0, low) : sorted.subarray(low)
}
