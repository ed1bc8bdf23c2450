import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../src/index.ts'
import { re2jsEngine } from '../../src/re2js.ts'
import { boundRe2Cost } from '../../src/regex/cost/re2-cost.ts'
import { isFailure } from '../../src/regex/index.ts'
import { re2Engine } from '../../src/regex/re2/loading.ts'
import { treeOf } from '../regex/tree-of.ts'
import { serverLimits } from '../../src/server/index.ts'
import { lightPatternArbitrary } from '../../src/testing/arbitraries/pattern.ts'
import { patternArbitrary } from '../../src/testing/index.ts'

const cases = fc.sample(patternArbitrary(), { seed: 1, numRuns: 2500 })

describe('patterns', () => {
  it('have the verdict of RE2 with both engines, and both verdicts are frequent', () => {
    const re2 = re2Engine()
    let matched = 0
    let asked = 0
    for (const { pattern, texts } of cases) {
      const [one, other] = [re2.compile(pattern), re2jsEngine.compile(pattern)]
      if (isFailure(one) || isFailure(other)) throw new Error(JSON.stringify([pattern, one, other]))
      for (const text of texts) {
        asked++
        const verdict = one.test(text)
        expect(other.test(text), JSON.stringify([pattern, text])).toBe(verdict)
        if (verdict) matched++
      }
      one.free()
    }
    expect(matched / asked).toBeGreaterThan(0.3)
    expect(matched / asked).toBeLessThan(0.7)
  })

  it('are accepted in a filter', () => {
    const quoted = cases.map(({ pattern }) => `name eq "${pattern}"`)
    expect(quoted.filter((filter) => validate(filter).length > 0)).toEqual([])
  })

  it('are cheap in laws, so that a server accepts them', () => {
    const costs = fc
      .sample(lightPatternArbitrary, { seed: 1, numRuns: 5000 })
      .map(({ pattern }) => boundRe2Cost(treeOf(pattern)))
    expect(Math.max(...costs.map(({ size }) => size))).toBeLessThan(serverLimits.programSize / 1.5)
    expect(Math.max(...costs.map(({ width }) => width))).toBeLessThan(250)
  })
})
