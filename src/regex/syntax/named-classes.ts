import type { Ranges } from './ranges.ts'

/** The word characters of RE2's `\w` and `\b`: ASCII digits, letters and `_`. */
export const wordCharacters: Ranges = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a]

const perlClasses: Readonly<Record<string, Ranges>> = {
  d: [0x30, 0x39],
  w: wordCharacters,
  s: [9, 10, 12, 13, 32, 32],
}

const posixClasses: Readonly<Record<string, Ranges>> = {
  alnum: [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a],
  alpha: [0x41, 0x5a, 0x61, 0x7a],
  ascii: [0, 0x7f],
  blank: [9, 9, 32, 32],
  cntrl: [0, 0x1f, 0x7f, 0x7f],
  digit: [0x30, 0x39],
  graph: [0x21, 0x7e],
  lower: [0x61, 0x7a],
  print: [0x20, 0x7e],
  punct: [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e],
  space: [9, 13, 32, 32],
  upper: [0x41, 0x5a],
  word: wordCharacters,
  xdigit: [0x30, 0x39, 0x41, 0x46, 0x61, 0x66],
}

/** `\d`, `\s`, `\w`, by the letter. */
export const perlClass = (letter: string): Ranges | undefined =>
  Object.hasOwn(perlClasses, letter) ? perlClasses[letter] : undefined

/** `[:alpha:]` and the other POSIX classes, by the name between the colons. */
export const posixClass = (name: string): Ranges | undefined =>
  Object.hasOwn(posixClasses, name) ? posixClasses[name] : undefined
