import { expect, it } from 'vitest'
import { measureUtf8 } from '../../../src/regex/cost/utf8-size.ts'
import { treeOf } from '../tree-of.ts'

/** What the native RE2 adds to any set: RE2::ProgramSize() of `a` is 5. */
const added = 4

// Beside ours RE2::ProgramSize(). Ours is more where RE2 shares beginnings.
const sets: readonly (readonly [set: string, ours: number, native: number])[] = [
  ['a', 1, 5],
  ['[a-z]', 1, 5],
  ['[a-cx-z]', 2, 6],
  ['é', 2, 6],
  ['[é-ü]', 2, 6],
  ['[\\x{7f}-\\x{80}]', 3, 7],
  ['[\\x{80}-\\x{7ff}]', 2, 6],
  ['[\\x{7ff}-\\x{800}]', 5, 9],
  ['[\\x{800}-\\x{ffff}]', 5, 9],
  ['[\\x{801}-\\x{fffe}]', 13, 15],
  ['[一-龥]', 10, 13],
  ['[\\x{10000}-\\x{10ffff}]', 8, 12],
  ['[\\x{ffff}-\\x{10000}]', 7, 11],
  ['[\\x{10001}-\\x{10fffe}]', 22, 20],
  ['[^a]', 9, 12],
  ['[^é]', 18, 21],
  ['[\\x{80}-\\x{10ffff}]', 7, 10],
  ['[\\x{7f}-\\x{10ffff}]', 8, 11],
  ['[\\x{81}-\\x{10ffff}]', 14, 18],
  ['[éñ]', 4, 7],
  ['[\\x{e9}\\x{129}]', 3, 7],
  ['[\\x{4e00}\\x{5e00}]', 5, 9],
  ['[\\x{100}-\\x{1ff}]', 2, 6],
  ['[\\x{1000}-\\x{1fff}]', 3, 7],
  ['[\\x{1010}-\\x{1fef}]', 9, 11],
  ['\\x{1F600}', 4, 8],
  ['[\\x{1F600}-\\x{1F64F}]', 8, 10],
  ['[\\x{40000}-\\x{bffff}]', 4, 8],
]

it.each(sets)('%s is counted as %i instructions', (set, ours, native) => {
  const tree = treeOf(set)
  const size = tree.kind === 'characters' ? measureUtf8(tree.ranges) : undefined
  expect(size).toBe(ours)
  expect(ours).toBeGreaterThanOrEqual(native - added)
})

it('no character at all is one instruction', () => {
  expect(measureUtf8([])).toBe(1)
})
