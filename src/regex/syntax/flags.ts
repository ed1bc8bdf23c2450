import type { Cursor } from './cursor.ts'
import { InvalidPatternError } from './failure.ts'

/** The flags that hold at a place of a pattern. `(?U)` is read and makes no difference to a full match. */
export interface Flags {
  /** `(?i)`: case is folded. */
  readonly i: boolean
  /** `(?m)`: `^` and `$` match at lines. */
  readonly m: boolean
  /** `(?s)`: `.` matches a newline. */
  readonly s: boolean
}

export const noFlags: Flags = { i: false, m: false, s: false }

export interface GroupStart {
  /** The flags in the group, or from here on. */
  readonly flags: Flags
  /** Whether a group begins; `(?i)` only sets flags. */
  readonly opens: boolean
}

/** The characters of names in current RE2: letters, marks, decimal digits, letter-like numbers and connectors. */
const groupName = /^[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}]+$/u

/** Reads `(`, `(?:`, `(?i-s:`, `(?i)`, `(?P<name>`, `(?<name>`: RE2's ParsePerlFlags. @throws InvalidPatternError */
export function readGroupStart(cursor: Cursor, flags: Flags): GroupStart {
  const start = cursor.at
  if (!cursor.skip('(?')) {
    cursor.at++
    return { flags, opens: true }
  }
  if (isNamed(cursor)) {
    readName(cursor, start)
    return { flags, opens: true }
  }
  return readFlags(cursor, start, flags)
}

/** `(?P<` with text after it; `(?<`, unless it is a look-behind, which RE2 lacks. */
const isNamed = (cursor: Cursor): boolean =>
  cursor.startsWith('P<') ? cursor.peek(2) !== '' : cursor.startsWith('<') && !/^[=!]?$/.test(cursor.peek(1))

function readName(cursor: Cursor, start: number): void {
  const from = cursor.text.indexOf('<', cursor.at) + 1
  const end = cursor.text.indexOf('>', from)
  cursor.at = end < 0 ? cursor.text.length : end + 1
  if (end < 0 || !groupName.test(cursor.text.slice(from, end))) {
    throw new InvalidPatternError('bad group name', cursor.since(start))
  }
}

function readFlags(cursor: Cursor, start: number, before: Flags): GroupStart {
  const flags = { ...before }
  let isNegated = false
  let lacksFlag = false
  for (;;) {
    const codePoint = cursor.next()
    const letter = codePoint === undefined ? '' : String.fromCodePoint(codePoint)
    switch (letter) {
      case 'i':
      case 'm':
      case 's':
        flags[letter] = !isNegated
        lacksFlag = false
        break
      case 'U':
        lacksFlag = false
        break
      case '-':
        if (isNegated) throw new InvalidPatternError('bad perl operator', cursor.since(start))
        isNegated = true
        lacksFlag = true
        break
      case ':':
      case ')':
        if (lacksFlag) throw new InvalidPatternError('bad perl operator', cursor.since(start))
        return { flags, opens: letter === ':' }
      default:
        throw new InvalidPatternError('bad perl operator', cursor.since(start))
    }
  }
}
