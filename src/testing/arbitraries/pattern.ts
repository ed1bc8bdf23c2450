import fc from 'fast-check'
import { pick } from './choose.ts'
import {
  assertions,
  classes,
  escapes,
  flagged,
  kinOf,
  largeClasses,
  literals,
  perlClasses,
  type Piece,
  unicodeClasses,
} from './pattern-pieces.ts'

/** A pattern with texts that it matches, and texts that it nearly matches. */
export interface PatternCase {
  readonly pattern: string
  /** At least one. */
  readonly texts: readonly string[]
}

/** A part of a pattern with one text that it matches, if its assertions hold. */
interface Part {
  readonly pattern: string
  readonly match: string
  /** The same with a character that it does not match, and other engines do. */
  readonly miss?: string | undefined
}

const number = fc.nat(0xff)

const characterOf = (list: readonly Piece[]): fc.Arbitrary<Part> =>
  fc.tuple(fc.constantFrom(...list), number).map(([{ pattern, matches, misses }, index]) => ({
    pattern,
    match: pick(matches, index),
    miss: misses && pick(misses, index),
  }))

const assertion = fc.constantFrom(...assertions).map((pattern): Part => ({ pattern, match: '' }))

const atom = fc.oneof(
  { weight: 6, arbitrary: characterOf(literals) },
  { weight: 6, arbitrary: characterOf(escapes) },
  { weight: 6, arbitrary: characterOf(perlClasses) },
  { weight: 6, arbitrary: characterOf(classes) },
  { weight: 3, arbitrary: characterOf(flagged) },
  { weight: 2, arbitrary: assertion },
)

/** The counts, each with how often the part is in a text that matches. */
const counts: readonly (readonly [string, number])[] = [
  ['*', 0],
  ['*', 2],
  ['+', 1],
  ['+', 3],
  ['?', 0],
  ['?', 1],
  ['{2}', 2],
  ['{1,3}', 3],
  ['{0,2}', 0],
  ['{1,}', 2],
  ['*?', 1],
  ['+?', 2],
  ['??', 0],
  ['{1,2}?', 2],
]

/** Groups, and flags for the rest of a group or for its inside. `(?<n>…)` is left out: RE2 reads it since 2023 only. */
const groups: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['(?:', ')'],
  ['(?P<n>', ')'],
  ['(?i:', ')'],
  ['(?i)', ''],
  ['(?s:', ')'],
  ['(?s)', ''],
  ['(?m:', ')'],
  ['(?m)', ''],
  ['(?U:', ')'],
  ['(?i-s:', ')'],
  ['(?-i:', ')'],
]

const repeated = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: characterOf(literals) },
      { weight: 1, arbitrary: characterOf(escapes.filter(({ matches }) => matches[0]?.length === 1)) },
      { weight: 3, arbitrary: characterOf(perlClasses) },
      { weight: 2, arbitrary: characterOf(classes) },
    ),
    fc.constantFrom(...counts),
  )
  .map(([{ pattern, match, miss }, [count, times]]): Part => ({
    pattern: pattern + count,
    match: match.repeat(times),
    miss: miss === undefined || times === 0 ? undefined : match.repeat(times - 1) + miss,
  }))

/** One of the parts is missed. */
function join(parts: readonly Part[]): Part {
  const missed = parts.findIndex(({ miss }) => miss !== undefined)
  return {
    pattern: parts.map(({ pattern }) => pattern).join(''),
    match: parts.map(({ match }) => match).join(''),
    miss: missed < 0 ? undefined : parts.map(({ match, miss }, at) => (at === missed ? miss : match)).join(''),
  }
}

const nothing: fc.Arbitrary<Part> = fc.constant({ pattern: '', match: '' })

/** One alternative matches; the others may be empty. */
const alternatives = (part: fc.Arbitrary<Part>): fc.Arbitrary<Part> =>
  fc.tuple(fc.array(fc.oneof(part, nothing), { minLength: 2, maxLength: 3 }), number).map(([parts, index]) => ({
    ...pick(parts, index),
    pattern: parts.map(({ pattern }) => pattern).join('|'),
  }))

const part: fc.Arbitrary<Part> = fc.letrec<{ readonly part: Part; readonly sequence: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2, depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: atom },
    { weight: 3, arbitrary: repeated },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...groups), fc.oneof(tie('sequence'), alternatives(tie('sequence'))))
        .map(([[open, close], inner]) => ({ ...inner, pattern: open + inner.pattern + close })),
    },
  ),
  sequence: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map(join),
})).sequence

/** Unicode's tables are dear to RE2, so there is one of them at most. */
const wholeWith = (unicode: fc.Arbitrary<Part>): fc.Arbitrary<Part> =>
  fc
    .oneof(
      { weight: 7, arbitrary: part },
      { weight: 1, arbitrary: alternatives(part) },
      { weight: 2, arbitrary: fc.tuple(fc.oneof(nothing, part), unicode, fc.oneof(nothing, part)).map(join) },
    )
    .filter(({ pattern }) => pattern.length <= maxUnits)
    .map((one) => ({ ...one, pattern: withOwnNames(one.pattern) }))

/** UTF-16 units of a pattern: all of a filter have to be cheap together. */
const maxUnits = 30

/** No two groups have the same name. */
function withOwnNames(pattern: string): string {
  let count = 0
  return pattern.replaceAll('(?P<n>', () => `(?P<n${String(++count)}>`)
}

/** What a text could be instead: itself, with something behind it, with a character less, twice, or another. */
function nearText({ match: text, miss }: Part, how: number, where: number, which: number): string {
  const characters = Array.from(text)
  const at = where % Math.max(1, characters.length)
  const character = characters[at] ?? ''
  const withKin = character === '' ? text : characters.with(at, pick(kinOf(character), which)).join('')
  switch (how) {
    case 0:
      return text + pick(['\n', '\r', '\u2028', 'a', '\n\n'], which)
    case 1:
      return characters.toSpliced(at, 1).join('')
    case 2:
      return characters.toSpliced(at, 0, character).join('')
    case 3:
    case 4:
      return miss ?? withKin
    case 5:
      return withKin
    case 6:
      return pick(['\n', '\r', '😀', ' '], which) + text
  }
  return text
}

/**
 * Patterns of RE2's syntax, each accepted by RE2 of 2020 and later and cheap for it, with texts near it: half of them it
 * matches, as far as its assertions let it, and half differ from such a text by a character. They are those about which
 * JavaScript's and Python's expressions differ from RE2: a line feed at the end, `\r` and U+2028, letters and digits
 * beyond ASCII, the letters that `(?i)` folds to k and s, characters beyond 16 bits.
 *
 * Left out are `\C`, which matches a byte, and `(?<n>…)`, which RE2 reads since 2023.
 *
 * @example fc.assert(fc.property(patternArbitrary(), ({ pattern, texts }) => …))
 */
export const patternArbitrary = (): fc.Arbitrary<PatternCase> =>
  casesOf(wholeWith(fc.oneof(characterOf(unicodeClasses), characterOf(largeClasses))))

function casesOf(whole: fc.Arbitrary<Part>): fc.Arbitrary<PatternCase> {
  const change = fc.tuple(fc.nat(11), number, number)
  return fc.tuple(whole, fc.array(change, { minLength: 1, maxLength: 3 })).map(([one, changes]) => ({
    pattern: one.pattern,
    texts: changes.map(([how, where, which]) => nearText(one, how, where, which)),
  }))
}

/** Those that a server with tight limits accepts, too. */
export const lightPatternArbitrary: fc.Arbitrary<PatternCase> = casesOf(wholeWith(characterOf(unicodeClasses)))
