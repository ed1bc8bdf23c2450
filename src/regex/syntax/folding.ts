import { foldingTable } from './folding-table.ts'
import { type Ranges, unite } from './ranges.ts'

/** Each character that folds with others, and these. */
let orbits: ReadonlyMap<number, readonly number[]> | undefined
/** The characters of the orbits, in order. */
let folding: readonly number[] = []

function readOrbits(): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  let last = 0
  for (const entry of foldingTable.split(' ')) {
    const [gap = '', extent = '2', distance = '1'] = entry.split(',').map((digits) => digits || undefined)
    const [count, step] = [parseInt(extent, 36) >> 1, 1 + (parseInt(extent, 36) & 1)]
    const first = last + parseInt(gap, 36)
    last = first + (count - 1) * step
    for (let codePoint = first; codePoint <= last; codePoint += step) {
      const folded = codePoint + parseInt(distance, 36)
      const orbit = found.get(folded) ?? [folded]
      orbit.push(codePoint)
      for (const each of orbit) found.set(each, orbit)
    }
  }
  return found
}

/** Sets folded before: a named set is the same object in every pattern. */
const foldedSets = new WeakMap<Ranges, Ranges>()

/** A set under `(?i)`: all characters that fold with one of its members. */
export function fold(ranges: Ranges): Ranges {
  const known = foldedSets.get(ranges)
  if (known !== undefined) return known
  const folded = foldAnew(ranges)
  foldedSets.set(ranges, folded)
  return folded
}

function foldAnew(ranges: Ranges): Ranges {
  orbits ??= readOrbits()
  if (folding.length === 0) folding = [...orbits.keys()].sort((a, b) => a - b)
  const added: number[] = []
  let place = 0
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
    place = findFrom(folding, low, place)
    for (; (folding[place] ?? Infinity) <= high; place++) {
      orbits.get(folding[place] ?? 0)?.forEach((each) => added.push(each, each))
    }
  }
  return added.length === 0 ? ranges : unite([...ranges, ...added])
}

/** The index of the first number from `from` on that is not less than another. */
function findFrom(numbers: readonly number[], least: number, from: number): number {
  let [low, high] = [from, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
