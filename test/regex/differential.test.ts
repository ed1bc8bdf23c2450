import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { re2jsEngine } from '../../src/re2js.ts'
import { re2Engine } from '../../src/regex/re2/loading.ts'
import { isFailure } from '../../src/regex/index.ts'
import { matchInHouse } from '../../src/regex/automaton/in-house.ts'
import { boundCost } from '../../src/regex/cost/cost.ts'
import { anyPattern, ownPattern, textFor } from './patterns.ts'

describe('what is matched in house', () => {
  const re2 = re2Engine()

  it('is what RE2 accepts, with its verdict', () => {
    let answered = 0
    fc.assert(
      fc.property(
        ownPattern.chain((pattern) =>
          fc.tuple(fc.constant(pattern), fc.array(textFor(pattern), { minLength: 1, maxLength: 8 })),
        ),
        ([pattern, texts]) => {
          fc.pre(boundCost(pattern).size < 2000)
          const own = matchInHouse(pattern)
          if (own === undefined) return
          const compiled = re2.compile(pattern)
          if (isFailure(compiled)) throw new Error(`RE2 rejects ${pattern}: ${compiled.reason}`)
          for (const text of texts) {
            answered++
            expect(own.test(text), JSON.stringify([pattern, text])).toBe(compiled.test(text))
          }
          compiled.free()
        },
      ),
      { numRuns: 3000 },
    )
    expect(answered).toBeGreaterThan(5000)
  })

  it('is never what RE2 rejects', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        fc.pre(boundCost(pattern).size < 2000 && matchInHouse(pattern) !== undefined)
        const compiled = re2.compile(pattern)
        expect(isFailure(compiled), pattern).toBe(false)
        if (!isFailure(compiled)) compiled.free()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('re2js', () => {
  const re2 = re2Engine()

  it('gives the verdict of RE2', () => {
    let answered = 0
    fc.assert(
      fc.property(
        anyPattern.chain((pattern) =>
          fc.tuple(fc.constant(pattern), fc.array(textFor(pattern), { minLength: 1, maxLength: 4 })),
        ),
        ([pattern, texts]) => {
          fc.pre(boundCost(pattern).size < 2000)
          const [one, other] = [re2.compile(pattern), re2jsEngine.compile(pattern)]
          if (isFailure(other) || isFailure(one)) {
            // What re2js does not read although RE2 does stands in exactness.test.ts; `[:` is the only one in reach here.
            if (!pattern.includes('[:')) expect([pattern, isFailure(one)]).toEqual([pattern, isFailure(other)])
            return
          }
          for (const text of texts) {
            answered++
            expect(other.test(text), JSON.stringify([pattern, text])).toBe(one.test(text))
          }
          one.free()
        },
      ),
      { numRuns: 2000 },
    )
    expect(answered).toBeGreaterThan(1000)
  })
})
