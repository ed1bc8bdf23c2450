import type { Ranges } from '../syntax/ranges.ts'

/*
 * How many instructions RE2 needs for a set of code points, which it compiles to ranges of UTF-8 bytes: a set is
 * divided into sequences of byte ranges, and sequences share their ends, as in RE2's compiler. (It also shares
 * beginnings, which this count ignores.)
 */

const lastOfLength = [0x7f, 0x7ff, 0xffff] as const
const lastCodePoint = 0x10ffff
const firstNonAscii = 0x80
/** The range `[\x{80}-\x{10FFFF}]`, which RE2 compiles in a special form. */
const allNonAscii = 7

/** The number of instructions for a set, at least 1. */
export function measureUtf8(ranges: Ranges): number {
  const shared = new Set<string>()
  let size = 0
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
    if (low <= firstNonAscii && high === lastCodePoint) size += allNonAscii + (low < firstNonAscii ? 1 : 0)
    else divide(low, high, (first, last) => (size += addSequence(first, last, shared)))
  }
  return Math.max(1, size)
}

/** Cuts a range until each part is one sequence of byte ranges. */
function divide(low: number, high: number, emit: (low: number, high: number) => void): void {
  for (const last of lastOfLength) {
    if (low > last || high <= last) continue
    divide(low, last, emit)
    divide(last + 1, high, emit)
    return
  }
  for (let bits = 6; high >= firstNonAscii && bits <= 18; bits += 6) {
    const mask = (1 << bits) - 1
    if ((low & ~mask) === (high & ~mask)) break
    const cut = (low & mask) !== 0 ? (low | mask) + 1 : (high & mask) !== mask ? high & ~mask : undefined
    if (cut === undefined) continue
    divide(low, cut - 1, emit)
    divide(cut, high, emit)
    return
  }
  emit(low, high)
}

/** The number of instructions that a sequence adds. */
function addSequence(low: number, high: number, shared: Set<string>): number {
  const [from, to] = [encode(low), encode(high)]
  let added = 0
  let next = ''
  for (let at = from.length - 1; at >= 0; at--) {
    const [first = 0, last = 0] = [from[at], to[at]]
    const key = `${String(first)}-${String(last)}>${next}`
    const isShared = at === from.length - 1 ? at > 0 : at > 0 && first < last
    if (!isShared || !shared.has(key)) added++
    shared.add(key)
    next = isShared ? key : `${key}#${String(low)}`
  }
  return added
}

/** The bytes of a code point, surrogates included, as RE2 writes them. */
function encode(codePoint: number): readonly number[] {
  if (codePoint < firstNonAscii) return [codePoint]
  const rest: number[] = []
  let left = codePoint
  const length = codePoint <= 0x7ff ? 2 : codePoint <= 0xffff ? 3 : 4
  while (rest.length < length - 1) {
    rest.unshift(0x80 | (left & 0x3f))
    left >>>= 6
  }
  return [left, ...rest]
}
