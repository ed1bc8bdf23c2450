import { describe, expect, it } from 'vitest'
import { compile, validate } from '../../../src/index.ts'
import { RangeBudget } from '../../../src/regex/syntax/range-budget.ts'
import { readPattern } from '../../../src/regex/syntax/read-pattern.ts'

const tooMany = { code: 'pattern-too-complex', reason: 'its classes have too many ranges' }

describe('the ranges of classes', () => {
  it('are limited: at the limit and one over it', () => {
    expect(readPattern('[abc]', new RangeBudget(3))).toMatchObject({ kind: 'characters' })
    expect(readPattern('[abcd]', new RangeBudget(3))).toEqual(tooMany)
    expect(readPattern('[\\pL1]'.repeat(10))).toMatchObject({ kind: 'sequence' })
    expect(readPattern('[\\pL1]'.repeat(160))).toEqual(tooMany)
    expect(readPattern(`(?i)${'[!-\u{10fff}]'.repeat(100)}`)).toEqual(tooMany)
  })

  it('are limited for the patterns of a filter together', () => {
    const clause = (at: number): string => `(name ne "${'[\\pL1]'.repeat(10)}${String(at)}")`
    const clauses = Array.from({ length: 6 }, (_, at) => clause(at)).join('')
    expect([...new Set(validate(clauses).map(({ message }) => message))]).toEqual([
      'the pattern is too complex: its classes have too many ranges',
    ])
  })

  it('cost nothing for named sets', () => {
    expect(compile(`name eq "(?i)${'\\pL?'.repeat(50)}"`)({ name: 'ſ' })).toBe(true)
  })
})
