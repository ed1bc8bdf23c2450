import { perlClass, posixClass } from '../syntax/named-classes.ts'
import { invert, type Ranges, unite } from '../syntax/ranges.ts'
import { controlEscapes } from '../syntax/read-pattern.ts'
import { groupSize } from './group-size.ts'
import { measureUtf8 } from './utf8-size.ts'

export interface Cost {
  /** Instructions of the program, with a surcharge for what takes longer to compile: 10 µs each. */
  readonly size: number
  /** Instructions that can be active at one place of a text: at most 0.9 µs each for each UTF-16 unit. */
  readonly width: number
}

/** A piece of a pattern that matches one character, or nothing. */
interface Atom {
  readonly cost: Cost
  readonly end: number
  /** The set of characters, where it is known exactly. */
  readonly ranges?: Ranges | undefined
}

/** However large a class is, few of its instructions can be active at one place. */
const mostActive = 32
const negatedClass = 40
const foldedNonAscii = 18
const foldedRange = 20
const lastCodePoint = 0x10ffff

const costOf = (size: number): Cost => ({ size, width: Math.min(size, mostActive) })

const atomOf = (ranges: Ranges, end: number): Atom => ({ cost: costOf(measureUtf8(ranges)), end, ranges })

const lengthOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1)

/** The character that stands at a place. */
export function readLiteral(pattern: string, at: number, folds: boolean): Atom {
  const codePoint = pattern.codePointAt(at) ?? 0
  return character(codePoint, at + lengthOf(codePoint), folds)
}

function character(codePoint: number, end: number, folds: boolean): Atom {
  const ranges = [codePoint, codePoint]
  if (!folds) return { cost: { size: utf8Length(codePoint), width: utf8Length(codePoint) }, end, ranges }
  // K and S fold to characters outside of ASCII.
  const size = codePoint >= 0x80 ? foldedNonAscii : /[kKsS]/.test(String.fromCharCode(codePoint)) ? 6 : 1
  return { cost: costOf(size), end, ranges }
}

const utf8Length = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

/** What begins with a backslash, except `\Q`. */
export function readEscape(pattern: string, start: number, folds: boolean): Atom {
  const letter = pattern.charAt(start + 1)
  const afterLetter = Math.min(start + 2, pattern.length)
  if (letter === 'p' || letter === 'P') return readGroup(pattern, afterLetter)
  if (letter === 'x') return readHexadecimal(pattern, afterLetter, folds)
  const octal = /^[0-7]{1,3}/.exec(pattern.slice(start + 1, start + 4))
  if (octal !== null) return character(parseInt(octal[0], 8), start + 1 + octal[0].length, folds)
  const ranges = perlClass(letter)
  if (ranges !== undefined) {
    const folded = fold(ranges, folds)
    return folded === undefined ? { cost: costOf(negatedClass), end: afterLetter } : atomOf(folded, afterLetter)
  }
  if (/[bBAzC]/.test(letter)) return { cost: costOf(letter === 'C' ? 3 : 1), end: afterLetter }
  const control = controlEscapes[letter]
  return control === undefined ? readLiteral(pattern, start + 1, folds) : character(control, afterLetter, folds)
}

/** `\pL`, `\p{Greek}`, `\p{^Greek}`, from behind the `p`. */
function readGroup(pattern: string, at: number): Atom {
  const end = afterBraces(pattern, at)
  const name = pattern[at] === '{' ? pattern.slice(at + 1, end - 1).replace(/^\^/, '') : pattern.slice(at, end)
  return { cost: costOf(groupSize(name)), end }
}

/** `\x41`, `\x{1F600}`, from behind the `x`. */
function readHexadecimal(pattern: string, at: number, folds: boolean): Atom {
  const isBraced = pattern[at] === '{'
  const end = isBraced ? afterBraces(pattern, at) : Math.min(at + 2, pattern.length)
  const text = isBraced ? pattern.slice(at + 1, end - 1) : pattern.slice(at, end)
  return character(Math.min(lastCodePoint, parseInt(text, 16) || 0), end, folds)
}

/** Behind `{…}`, or behind the one character that stands there instead. */
function afterBraces(pattern: string, at: number): number {
  if (pattern[at] !== '{') return Math.min(at + lengthOf(pattern.codePointAt(at) ?? 0), pattern.length)
  const close = pattern.indexOf('}', at)
  return close < 0 ? pattern.length : close + 1
}

/** A class in brackets. Its size is exact where its set is known: without Unicode groups and folding beyond ASCII. */
export function readClass(pattern: string, start: number, folds: boolean): Atom {
  const isNegated = pattern[start + 1] === '^'
  let at = start + (isNegated ? 2 : 1)
  let unknown = 0
  const known: number[] = []
  const take = (ranges: Ranges | undefined, otherwise: number): void => {
    const folded = ranges && fold(ranges, folds)
    if (folded === undefined) unknown += otherwise
    else known.push(...folded)
  }
  for (const first = at; at < pattern.length && (pattern[at] !== ']' || at === first);) {
    const colon = pattern.startsWith('[:', at) ? pattern.indexOf(':]', at + 2) : -1
    if (colon >= 0) {
      take(posixClass(pattern.slice(at + 2, colon)), negatedClass)
      at = colon + 2
      continue
    }
    const low = readMember(pattern, at, folds)
    at = low.end
    const isRange = pattern[at] === '-' && at + 1 < pattern.length && pattern[at + 1] !== ']'
    if (!isRange) {
      take(low.ranges, low.cost.size + foldedNonAscii)
      continue
    }
    const high = readMember(pattern, at + 1, folds)
    at = high.end
    const [from = 0, to = 0] = [low.ranges?.[0], high.ranges?.[0]]
    take([from, Math.max(from, to)], foldedRange * (2 + Math.min(64, Math.max(0, to - from))))
  }
  const end = Math.min(at + 1, pattern.length)
  const united = unite(known)
  if (unknown === 0) return atomOf(isNegated ? invert(united) : united, end)
  return { cost: costOf(4 + unknown + measureUtf8(united) + known.length * 6 + (isNegated ? negatedClass : 0)), end }
}

const readMember = (pattern: string, at: number, folds: boolean): Atom =>
  pattern[at] === '\\' ? readEscape(pattern, at, folds) : readLiteral(pattern, at, folds)

/** The set under `(?i)`; undefined where it holds letters beyond ASCII. */
function fold(ranges: Ranges, folds: boolean): Ranges | undefined {
  if (!folds) return ranges
  const folded = [...ranges]
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
    if (high >= 0x80) return undefined
    for (let codePoint = low; codePoint <= high; codePoint++) {
      const letter = String.fromCharCode(codePoint)
      if (!/[a-zA-Z]/.test(letter)) continue
      folded.push(codePoint ^ 0x20, codePoint ^ 0x20)
      if (/k/i.test(letter)) folded.push(0x212a, 0x212a)
      if (/s/i.test(letter)) folded.push(0x17f, 0x17f)
    }
  }
  return folded
}
