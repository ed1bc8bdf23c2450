import { describe, expect, it } from 'vitest'
import { createMatchers } from '../../src/list/matchers.ts'

/** A filter of that length. */
const filterOf = (length: number, number = 0): string => `name = ${String(number).padStart(length - 7, 'a')}`

describe('compiled filters', () => {
  it.each([
    [256, true],
    [257, true],
    [1024, true],
    [1025, false],
  ])('of %d characters are kept: %s', (length, isKept) => {
    const matcherOf = createMatchers({})
    expect(matcherOf(filterOf(length)) === matcherOf(filterOf(length))).toBe(isKept)
  })

  it.each([
    [256, 200],
    [257, 32],
  ])('of %d characters are kept in bounded number, and evicted only for others of that length', (length, least) => {
    const matcherOf = createMatchers({})
    const [first, other] = [matcherOf(filterOf(length)), matcherOf(filterOf(513 - length))]
    for (let number = 1; number < least; number++) matcherOf(filterOf(length, number))
    expect(matcherOf(filterOf(length))).toBe(first)
    for (let number = 1; number <= 2 * least; number++) matcherOf(filterOf(length, number))
    expect(matcherOf(filterOf(length))).not.toBe(first)
    expect(matcherOf(filterOf(513 - length))).toBe(other)
  })
})
