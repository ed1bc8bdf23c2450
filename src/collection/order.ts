import { type ScalarTypeDefinition, scalarTypes, type ScalarValues } from '../types/index.ts'
import type { Cell } from './cells.ts'

/** The numbers of the cells that fit a type, in its order. */
export function sortCells<K extends keyof ScalarValues>(cells: readonly Cell[], type: K): Uint32Array {
  const { read, compare }: ScalarTypeDefinition<ScalarValues[K]> = scalarTypes[type]
  const fitting: { readonly number: number; readonly value: ScalarValues[K] }[] = []
  for (const [number, cell] of cells.entries()) {
    const value = read(cell)
    if (value !== undefined) fitting.push({ number, value })
  }
  return Uint32Array.from(fitting.sort((a, b) => compare(a.value, b.value)).map(({ number }) => number))
}

/** The cells that meet an order comparison, which are the first or the last ones of the sorted cells. */
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
