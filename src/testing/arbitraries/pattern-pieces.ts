/*
 * The pieces of RE2's syntax that match one character, each with characters that it matches. The characters are those about
 * which other engines differ: JavaScript's `.` does not match U+2028, Python's `\d` matches ٣, and so on. The patterns are
 * ASCII and letters, since in a filter without quotes not every character may be written.
 */

/** A part of a pattern, and texts that it matches. The first of them is the simplest. */
export interface Piece {
  readonly pattern: string
  readonly matches: readonly string[]
  /** Texts that it does not match, and other engines do. */
  readonly misses?: readonly string[]
}

const pieces = (table: Readonly<Record<string, readonly string[]>>): readonly Piece[] =>
  Object.entries(table).map(([pattern, matches]) => ({ pattern, matches }))

/** A character for itself. */
export const literals: readonly Piece[] = [
  ...Array.from('abkst1_-', (character) => ({ pattern: character, matches: [character] })),
  ...Array.from('éſ😀KΣ', (character) => ({ pattern: character, matches: [character] })),
]

export const escapes = pieces({
  '\\x41': ['A'],
  '\\x{1F600}': ['😀'],
  '\\x{a0}': ['\u00a0'],
  '\\x{2028}': ['\u2028'],
  '\\101': ['A'],
  '\\141': ['a'],
  '\\060': ['0'],
  '\\n': ['\n'],
  '\\r': ['\r'],
  '\\t': ['\t'],
  '\\f': ['\f'],
  '\\v': ['\v'],
  '\\a': ['\u0007'],
  '\\.': ['.'],
  '\\-': ['-'],
  '\\*': ['*'],
  '\\(': ['('],
  '\\\\': ['\\'],
  '\\Qa.b\\E': ['a.b'],
  '\\Q(k)*\\E': ['(k)*'],
  '\\Q\\s\\E': ['\\s'],
  '\\Q\\E': [''],
})

/** The classes that each engine defines differently. */
export const perlClasses: readonly Piece[] = [
  { pattern: '.', matches: ['a', '\r', '\u2028', '😀', 'é', ' '], misses: ['\n'] },
  { pattern: '\\d', matches: ['1', '0'], misses: ['٣', '²'] },
  { pattern: '\\D', matches: ['a', '٣', '😀', '\n'], misses: ['1'] },
  { pattern: '\\w', matches: ['a', '_', '1'], misses: ['é', 'ſ', 'Σ', '٣'] },
  { pattern: '\\W', matches: ['-', 'é', 'ſ', '😀', '\n'], misses: ['a'] },
  { pattern: '\\s', matches: [' ', '\t', '\n', '\r', '\f'], misses: ['\v', '\u00a0', '\u2028'] },
  { pattern: '\\S', matches: ['a', '\v', '\u00a0', '\u2028', '😀'], misses: [' '] },
]

/** Sets of characters without Unicode's tables: RE2 needs little for them. */
export const classes = pieces({
  '[abk]': ['a', 'k'],
  '[a-z]': ['a', 's', 'z'],
  '[^a]': ['b', '\n', '\u2028', '😀'],
  '[^\\d]': ['a', '٣', '\n'],
  '[^\\w]': ['-', 'é', '\n'],
  '[^\\s]': ['a', '\v', '\u00a0', '\u2028'],
  '[\\d_]': ['1', '_'],
  '[]a]': [']', 'a'],
  '[a-]': ['-', 'a'],
  '[é-í]': ['é', 'í'],
  '[😀-😃]': ['😀', '😂'],
  '[^😀]': ['a', '😃', '\n'],
  '[\\x{2028}\\n]': ['\u2028', '\n'],
  '[[:alpha:]]': ['a', 'Z'],
  '[[:^alpha:]]': ['1', 'é', '\n'],
  '[[:word:]-]': ['a', '_', '-'],
  '[[:space:]]': [' ', '\v', '\n'],
  '[[:digit:]a]': ['1', 'a'],
  '[[:upper:][:punct:]]': ['A', '-'],
})

/**
 * Sets of the tables of Unicode that cost RE2 little. The characters were there before Unicode 13, so
 * engines of any age know them.
 */
export const unicodeClasses = pieces({
  '\\p{Greek}': ['Σ', 'α'],
  '\\P{Greek}': ['a', '\n', '😀'],
  '\\p{^Greek}': ['a', '\n', '😀'],
  '\\p{Latin}': ['a', 'é', 'ſ'],
  '[^\\p{Latin}]': ['1', '\n', '😀', 'Σ'],
  '\\pZ': [' ', '\u00a0', '\u2028'],
  '\\PZ': ['1', '-', '\n', '😀'],
  '[\\pZ-]': [' ', '\u2028', '-'],
  '\\p{Sc}': ['$', '€'],
  '\\p{Lt}': ['ǅ'],
})

/** Sets for which RE2 needs a thousand instructions and more. */
export const largeClasses = pieces({
  '\\pL': ['a', 'é', 'ſ', 'Σ'],
  '\\PL': ['1', '-', '\n', '😀'],
  '\\p{Lu}': ['A', 'Σ'],
})

/** Flags and assertions with what shows them. In RE2 nothing but the end of the text is `$`, unless `(?m)` is set. */
export const flagged = pieces({
  '(?i:k)': ['k', 'K', '\u212a'],
  '(?i:S)': ['s', 'S', 'ſ'],
  '(?i:é)': ['é', 'É'],
  '(?i)Σ': ['Σ', 'σ', 'ς'],
  '(?s:.)': ['\n', 'a'],
  '(?s).': ['\n', '\r'],
  '(?m:$)\\n(?m:^)': ['\n'],
  '$\\n': ['\n'],
  '\\n^': ['\n'],
  '\\b-': ['-'],
  'a\\bé': ['aé'],
})

/** What holds between characters, and where: it may make that nothing matches. */
export const assertions: readonly string[] = ['^', '$', '\\A', '\\z', '\\b', '\\B']

const kin: readonly (readonly [RegExp, readonly string[]])[] = [
  [/k/i, ['K', 'k', '\u212a']],
  [/s/i, ['S', 's', 'ſ']],
  [/[a-z]/i, ['é', 'Σ', '_', '1', 'ſ']],
  [/\d/, ['٣', 'a', '-']],
  [/\s/, ['\v', '\u00a0', '\u2028', '\r', '\n', ' ', 'x']],
]
const others = ['😀', '\n', '\r', '\u2028', 'a', 'é']

/** Characters in place of one, which another engine may take for the same kind. */
export function kinOf(character: string): readonly string[] {
  const swapped = character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase()
  const own = kin.flatMap(([kind, characters]) => (kind.test(character) ? characters : []))
  // Its own kin twice, so that they are half.
  return [swapped, ...own, ...own, ...others].filter((other) => other !== character)
}
