import { describe, expect, it } from 'vitest'
import { perlClass, posixClass } from '../../src/regex/syntax/named-classes.ts'
import { invert, unite } from '../../src/regex/syntax/ranges.ts'
import { isWordCharacter } from '../../src/regex/syntax/word.ts'

const last = 0x10ffff

describe('ranges of code points', () => {
  it.each([
    ['none', [], []],
    ['one', [5, 9], [5, 9]],
    ['in any order', [30, 39, 10, 19], [10, 19, 30, 39]],
    ['that overlap', [1, 5, 3, 9], [1, 9]],
    ['one within another', [1, 9, 3, 5], [1, 9]],
    ['that are adjacent', [1, 4, 5, 9], [1, 9]],
    ['with a gap of one', [1, 4, 6, 9], [1, 4, 6, 9]],
    ['of which the later ones are joined', [1, 2, 10, 15, 12, 20, 21, 22, 30, 31], [1, 2, 10, 22, 30, 31]],
  ])('are put in order and joined: %s', (_, ranges, united) => {
    expect(unite(ranges)).toEqual(united)
  })

  it.each([
    ['nothing', [], [0, last]],
    ['everything', [0, last], []],
    ['all but the first', [1, last], [0, 0]],
    ['all but the last', [0, last - 1], [last, last]],
    ['one in the middle', [5, 5], [0, 4, 6, last]],
    ['adjacent ones', [5, 6, 7, 8], [0, 4, 9, last]],
    ['several', [5, 9, 20, 29], [0, 4, 10, 19, 30, last]],
    ['one at either end', [0, 9, 20, last], [10, 19]],
  ])('have all others as their complement: %s', (_, ranges, inverted) => {
    expect(invert(ranges)).toEqual(inverted)
  })
})

/** The ASCII characters of a class, and whether it has all of the others, or none. */
function membersOf(ranges: readonly number[] = []): readonly [ascii: string, hasRest: boolean] {
  const has = (code: number): boolean =>
    ranges.some((low, at) => at % 2 === 0 && code >= low && code <= (ranges[at + 1] ?? NaN))
  const ascii = Array.from({ length: 128 }, (_, code) => code).filter(has)
  return [String.fromCharCode(...ascii), has(0x80) && has(0xe9) && has(last)]
}

const characters = (pattern: RegExp): string =>
  Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
    .filter((character) => pattern.test(character))
    .join('')

describe('a class with a name', () => {
  it.each([
    ['d', /[0-9]/, false],
    ['s', /[\t\n\f\r ]/, false],
    ['w', /[0-9A-Za-z_]/, false],
  ])('\\%s', (letter, pattern, hasRest) => {
    expect(membersOf(perlClass(letter))).toEqual([characters(pattern), hasRest])
  })

  it.each(['x', 'X', 'dd', 'D', '', 'b', 'constructor', 'toString'])('there is no \\%s', (letter) => {
    expect(perlClass(letter)).toBeUndefined()
  })

  const posix: readonly (readonly [name: string, pattern: RegExp])[] = [
    ['alnum', /[0-9A-Za-z]/],
    ['alpha', /[A-Za-z]/],
    ['ascii', /[^]/],
    ['blank', /[\t ]/],
    // eslint-disable-next-line no-control-regex
    ['cntrl', /[\0-\x1f\x7f]/],
    ['digit', /[0-9]/],
    ['graph', /[!-~]/],
    ['lower', /[a-z]/],
    ['print', /[ -~]/],
    ['punct', /[!-/:-@[-`{-~]/],
    ['space', /[\t-\r ]/],
    ['upper', /[A-Z]/],
    ['word', /[0-9A-Za-z_]/],
    ['xdigit', /[0-9A-Fa-f]/],
  ]
  it.each(posix)('[:%s:]', (name, pattern) => {
    expect(membersOf(posixClass(name))).toEqual([characters(pattern), false])
  })

  it.each(['', '^', '^alpha', 'Alpha', 'alphas', 'constructor', 'toString'])('there is no [:%s:]', (name) => {
    expect(posixClass(name)).toBeUndefined()
  })
})

describe('a word', () => {
  it('is of ASCII letters, digits and underscores', () => {
    const units = [...Array.from({ length: 0x10000 }, (_, unit) => unit), NaN]
    expect(String.fromCharCode(...units.filter(isWordCharacter))).toBe(characters(/\w/))
  })
})
