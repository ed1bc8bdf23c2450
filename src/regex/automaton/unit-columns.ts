import type { Nfa } from './nfa.ts'
import { wordBorders } from '../syntax/word.ts'

/** The units of UTF-16, divided so that no instruction tells units of one column apart. */
export interface UnitColumns {
  readonly columnOf: (unit: number) => number
  /** The columns of the first 128 units, which texts mostly consist of. */
  readonly ascii: Uint16Array
  /** One unit of each column. */
  readonly samples: readonly number[]
}

export function divideUnits({ instructions }: Nfa): UnitColumns {
  const borders = new Set([0, ...wordBorders])
  for (const instruction of instructions) {
    if (instruction.kind === 'unit') borders.add(instruction.low).add(instruction.high + 1)
  }
  const samples = [...borders].filter((unit) => unit <= 0xffff).sort((a, b) => a - b)
  const ascii = Uint16Array.from({ length: 128 }, (_, unit) => search(samples, unit))
  return { samples, ascii, columnOf: (unit) => search(samples, unit) }
}

/** The last column that begins at or before a unit. */
function search(samples: readonly number[], unit: number): number {
  let [low, high] = [0, samples.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((samples[middle] ?? 0) <= unit) low = middle
    else high = middle - 1
  }
  return low
}
