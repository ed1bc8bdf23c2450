import { describe, expect, it } from 'vitest'
import { isFailure } from '../../../src/regex/engine.ts'
import { groupTables, otherGroups } from '../../../src/regex/syntax/group-tables.ts'
import { readPattern } from '../../../src/regex/syntax/read-pattern.ts'
import { compileRaw, rawRe2 } from '../raw-re2.ts'
import { treeOf } from '../tree-of.ts'
import { codePointCount, differences, isAllIn } from './code-points.ts'
import { opaque } from './trees.ts'

const accepts = (pattern: string): boolean => {
  const compiled = compileRaw(pattern)
  if (typeof compiled === 'string') return false
  compiled.free()
  return true
}

const groups = Object.keys(groupTables)

describe('the characters of a group', () => {
  it('are known of these', () => {
    expect(groups.sort().join(' ')).toBe('Cyrillic Greek Han Hangul Hebrew Hiragana Katakana L Latin Nd Thai')
  })

  it.each([...groups, 'Any'])('are those of RE2: %s', (name) => {
    const tree = treeOf(`\\p{${name}}`)
    if (tree.kind !== 'characters') throw new Error(`${name} is not known`)
    expect(differences(tree.ranges, `\\p{${name}}`, `\\P{${name}}`)).toEqual([])
    const rest = treeOf(`\\P{${name}}`)
    if (rest.kind !== 'characters') throw new Error(`${name} is not known`)
    expect(differences(rest.ranges, `\\P{${name}}`, `\\p{${name}}`)).toEqual([])
    expect(treeOf(`\\p{^${name}}`)).toEqual(rest)
    expect(treeOf(`\\P{^${name}}`)).toEqual(tree)
  })

  // A group that has nothing, or everything, would make the comparison say nothing.
  it('are compared in both directions', () => {
    expect(isAllIn('\\p{Nd}', (codePoint) => codePoint >= 0x30 && codePoint <= 0x3a)).toBe(false)
    expect(isAllIn('\\P{Nd}', (codePoint) => codePoint >= 0x39 && codePoint < codePointCount)).toBe(false)
    expect(differences([0x30, 0x39], '\\p{Nd}', '\\P{Nd}')).toEqual(['\\p{Nd} has another character'])
    expect(differences([0x2f, 0x39], '[0-9]', '[^0-9]')).toEqual(['[0-9] lacks a member'])
  })
})

describe('a group that only RE2 knows', () => {
  it.each(otherGroups.split(' '))('%s', (name) => {
    for (const pattern of [`\\p{${name}}`, `\\P{${name}}`, `\\p{^${name}}`, `[^a\\p{${name}}]`]) {
      expect(treeOf(pattern)).toEqual(opaque(pattern))
      rawRe2(pattern).free()
    }
  })
})

describe('a name of a group', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
  const upper = letters.map((letter) => letter.toUpperCase())

  it('is that of a category, or Yi, when it has one or two letters', () => {
    const short = [...letters, ...upper].flatMap((first) => ['', '&', ...letters, ...upper].map((last) => first + last))
    const accepted = short.filter((name) => accepts(`\\p{${name}}`))
    expect(accepted.length).toBe(37)
    expect(short.filter((name) => !isFailure(readPattern(`\\p{${name}}`)))).toEqual(accepted)
  })

  it.each([
    // Younger than Unicode 13.
    ...[
      'Kawi',
      'Nag_Mundari',
      'Vithkuqi',
      'Toto',
      'Cypro_Minoan',
      'Old_Uyghur',
      'Tangsa',
      'Garay',
      'Todhri',
      'Sunuwar',
    ],
    // Names of other engines, and names written otherwise.
    ...[
      'LC',
      'L&',
      'Cn',
      'Letter',
      'Uppercase_Letter',
      'Grek',
      'Latn',
      'Script=Greek',
      'sc=Greek',
      'IsGreek',
      'Alphabetic',
    ],
    ...[
      'greek',
      'GREEK',
      'lu',
      'any',
      'ANY',
      'Greek ',
      ' Greek',
      '',
      '^',
      '^^Greek',
      'toString',
      'Unknown',
      'Katakana_Or_Hiragana',
    ],
  ])('is unknown: %j', (name) => {
    const reason = `invalid character class range: \\p{${name}}`
    expect(readPattern(`\\p{${name}}`)).toEqual({ code: 'invalid-pattern', reason })
    expect(compileRaw(`\\p{${name}}`)).toBe(reason)
  })
})
