import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchInHouse } from '../../../src/regex/automaton/in-house.ts'
import { findLiteralSearch } from '../../../src/regex/automaton/string-operations.ts'
import { rawRe2 } from '../raw-re2.ts'
import { treeOf } from '../tree-of.ts'

describe('the search for where an automaton begins', () => {
  it.each([
    ['.*-v\\d{8}.*', 'x-v-v1', 1],
    ['.*-v\\d', 'x-w', -1],
    ['.*-v\\d', 'x\n-v1', -1],
    ['.*-v\\d', 'x-v1\n', 1],
    ['(?s:\\n*).*-v\\d', 'x-v1', undefined],
    ['(?s).*-v\\d', 'x-v1', undefined],
    ['.+-v\\d', 'x-v1', undefined],
    ['x.*-v\\d', 'x-v1', undefined],
    ['.*\\d-v', 'x-v1', undefined],
    ['.*(a|b)\\d*', 'a1', undefined],
    ['.*\\n\\d', 'a\n1', 1],
    ['^.*(?:-)(v|v)?w\\d', 'a-w1', 1],
    ['.*', 'a', undefined],
  ])('of %j finds in %j the place %j', (pattern, text, place) => {
    expect(findLiteralSearch(treeOf(pattern))?.find(text)).toBe(place)
  })

  it('is weighed by its literals', () => {
    expect(findLiteralSearch(treeOf('.*-v\\d'))?.work).toBe((1 + 2 + 8) / 8)
    const { work = 0 } = matchInHouse(treeOf('.*-v\\d{2}'), () => () => false) ?? {}
    expect(work).toBeCloseTo((matchInHouse(treeOf('.*[+-]v\\d{2}'), () => () => false)?.work ?? 0) + 11 / 8, 9)
  })

  const piece = fc.constantFrom('a', 'aa', 'ab', '-', '\n', '1', '12', '😀', '\ud83d', '\ude00', 'é', ' ')
  const rest = fc.constantFrom(
    '\\d*',
    '\\d',
    '.*',
    '\\b.*',
    '$',
    '[ab]+',
    '(?:\\B.)*',
    '.*\\d',
    '(?s:.*)1',
    '\\p{Nd}?',
    '(?m)$.*',
  )
  const literals = fc.constantFrom('a', 'aa', 'aab', 'aba', '-a', '😀', '\\n', 'é-', '\\x{de00}', '1')

  it('gives the verdicts of RE2', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '^', '\\A', '(?m)^'),
        literals,
        rest,
        fc.array(fc.array(piece, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        (start, literal, end, texts) => {
          const pattern = `${start}.*${literal}${end}`
          const own = matchInHouse(treeOf(pattern), () => () => false)
          const reference = rawRe2(pattern)
          for (const parts of texts) {
            const text = parts.join('')
            expect(own?.test(text), JSON.stringify([pattern, text])).toBe(reference.test(text))
          }
        },
      ),
      { numRuns: 1500 },
    )
  })
})
