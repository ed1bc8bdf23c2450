import type { Cursor } from './cursor.ts'
import { InvalidPatternError } from './failure.ts'
import { lastCodePoint } from './ranges.ts'

/** The characters of `\t` and similar escapes. */
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, v: 11 }

/** Reads an escape that is one character: RE2's ParseEscape. @throws InvalidPatternError */
export function readEscape(cursor: Cursor): number {
  const start = cursor.at
  cursor.at++
  const codePoint = cursor.next()
  if (codePoint === undefined) throw new InvalidPatternError('trailing backslash')
  const letter = String.fromCodePoint(codePoint)
  const value = valueOf(letter, cursor)
  if (value === undefined) throw new InvalidPatternError('bad escape', cursor.since(start))
  return value
}

/** The character of an escape, from behind its first letter; undefined when there is none. */
function valueOf(letter: string, cursor: Cursor): number | undefined {
  if (letter === 'x') return readHexadecimal(cursor)
  if (/^[0-7]$/.test(letter)) return readOctal(letter, cursor)
  if (Object.hasOwn(controls, letter)) return controls[letter]
  // Other ASCII letters and digits are reserved.
  return /^[^\da-zA-Z\u0080-\u{10ffff}]$/u.test(letter) ? letter.charCodeAt(0) : undefined
}

/** `\012`, `\0`; `\1` would be a reference. */
function readOctal(first: string, cursor: Cursor): number | undefined {
  const more = cursor.text.slice(cursor.at, cursor.at + 2).replace(/[^0-7].*/s, '')
  cursor.at += more.length
  return first !== '0' && more === '' ? undefined : parseInt(first + more, 8)
}

/** `\x41`, `\x{1F600}`. */
function readHexadecimal(cursor: Cursor): number | undefined {
  if (!cursor.skip('{')) {
    const digits = [cursor.next(), cursor.next()].map((each) => (each === undefined ? '' : String.fromCodePoint(each)))
    return /^[\da-fA-F]{2}$/.test(digits.join('')) ? parseInt(digits.join(''), 16) : undefined
  }
  if (cursor.isAtEnd) throw new InvalidPatternError('bad UTF-8')
  let value = 0
  for (let count = 0; ; count++) {
    const codePoint = cursor.next()
    const letter = codePoint === undefined ? '' : String.fromCodePoint(codePoint)
    if (letter === '}' && count > 0) return value
    if (!/^[\da-fA-F]$/.test(letter)) return undefined
    value = value * 16 + parseInt(letter, 16)
    if (value > lastCodePoint) return undefined
  }
}
