import type { Ranges } from '../../../src/regex/syntax/ranges.ts'
import { rawRe2 } from '../raw-re2.ts'

/** Sets over all code points, as the bundled RE2 sees them. */

export const codePointCount = 0x110000

/** Surrogates are in no text that RE2 gets. */
export const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff

/** Which code points are in a set. */
export function bitmapOf(ranges: Ranges): Uint8Array {
  const bitmap = new Uint8Array(codePointCount)
  for (let at = 0; at < ranges.length; at += 2) bitmap.fill(1, ranges[at], (ranges[at + 1] ?? NaN) + 1)
  return bitmap
}

/** The characters of a kind, surrogates left out, in texts of a size that RE2 has room for. */
function* textsOf(has: (codePoint: number) => boolean): Generator<string> {
  let units: number[] = []
  for (let codePoint = 0; codePoint < codePointCount; codePoint++) {
    if (isSurrogate(codePoint) || !has(codePoint)) continue
    units.push(codePoint)
    if (units.length === 0x4000) {
      yield String.fromCodePoint(...units)
      units = []
    }
  }
  if (units.length > 0) yield String.fromCodePoint(...units)
}

/** Whether each character of a kind is in the set that a pattern is. */
export function isAllIn(set: string, has: (codePoint: number) => boolean): boolean {
  const compiled = rawRe2(`${set}*`)
  const isAll = [...textsOf(has)].every((text) => compiled.test(text))
  compiled.free()
  return isAll
}

/** What RE2 and a set differ in: nothing, when each member is in one pattern and each other code point in the other. */
export function differences(ranges: Ranges, set: string, complement: string): readonly string[] {
  const bitmap = bitmapOf(ranges)
  const found: string[] = []
  if (!isAllIn(set, (codePoint) => bitmap[codePoint] === 1)) found.push(`${set} lacks a member`)
  if (!isAllIn(complement, (codePoint) => bitmap[codePoint] === 0)) found.push(`${set} has another character`)
  return found
}

/** A character as it is written in a pattern. */
export const hexadecimal = (codePoint: number): string => `\\x{${codePoint.toString(16)}}`
