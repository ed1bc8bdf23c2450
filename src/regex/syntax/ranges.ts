/** Inclusive ranges of code points, in order and apart: `[first, last, first, last, …]`. */
export type Ranges = readonly number[]

export const lastCodePoint = 0x10ffff
const newline = 10

/** `.`: any character but a newline. */
export const anyCharacter: Ranges = [0, newline - 1, newline + 1, lastCodePoint]

/** `.` under `(?s)`. */
export const anyCharacterOrNewline: Ranges = [0, lastCodePoint]

/** Sorts ranges and merges those that overlap or are adjacent. */
export function unite(ranges: Ranges): Ranges {
  const pairs: [number, number][] = []
  for (let at = 0; at + 1 < ranges.length; at += 2) pairs.push([ranges[at] ?? 0, ranges[at + 1] ?? 0])
  pairs.sort(([a], [b]) => a - b)
  const united: number[] = []
  for (const [low, high] of pairs) {
    const last = united.at(-1)
    if (last !== undefined && low <= last + 1) united[united.length - 1] = Math.max(last, high)
    else united.push(low, high)
  }
  return united
}

/** Sets inverted before: a named set is the same object in every pattern. */
const complements = new WeakMap<Ranges, Ranges>()

/** All other code points. */
export function invert(ranges: Ranges): Ranges {
  const known = complements.get(ranges)
  if (known !== undefined) return known
  const inverted = invertAnew(ranges)
  complements.set(ranges, inverted)
  return inverted
}

function invertAnew(ranges: Ranges): Ranges {
  const inverted: number[] = []
  let next = 0
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
    if (low > next) inverted.push(next, low - 1)
    next = high + 1
  }
  if (next <= lastCodePoint) inverted.push(next, lastCodePoint)
  return inverted
}
