import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { re2jsEngine } from '../../src/re2js.ts'
import { isFailure } from '../../src/regex/index.ts'
import { matchInHouse } from '../../src/regex/automaton/in-house.ts'
import { boundCost } from '../../src/regex/cost/cost.ts'
import { anyPattern, ownPattern, textFor } from '../regex/patterns.ts'
import { createObservedEngines } from './observed-engine.ts'

const wanted = Number(process.env.PAIRS ?? 1_000_000)
const batch = 2_000

/** What re2js does not read although RE2 does: test/regex/exactness.test.ts. */
const isUnknownToRe2js = (pattern: string): boolean => /\[:|\\C|\(\?P?</.test(pattern)

describe('three engines', () => {
  it('give one verdict on a million pairs of pattern and text', () => {
    const { re2 } = createObservedEngines()
    const example = fc
      .oneof(ownPattern, ownPattern, anyPattern)
      .chain((pattern) => fc.tuple(fc.constant(pattern), fc.array(textFor(pattern), { minLength: 8, maxLength: 8 })))
    let pairs = 0
    let inHouse = 0
    let seed = 1
    while (pairs < wanted) {
      for (const [pattern, texts] of fc.sample(example, { numRuns: batch, seed: seed++ })) {
        if (boundCost(pattern).size > 2000) continue
        const [one, own, other] = [re2.compile(pattern), matchInHouse(pattern), re2jsEngine.compile(pattern)]
        if (isFailure(one)) expect([pattern, own, isFailure(other)]).toEqual([pattern, undefined, true])
        else if (isFailure(other)) expect([pattern, isUnknownToRe2js(pattern)]).toEqual([pattern, true])
        if (isFailure(one) || isFailure(other)) continue
        for (const text of texts) {
          const verdict = one.test(text)
          if (other.test(text) !== verdict || (own ?? one).test(text) !== verdict) {
            throw new Error(`${JSON.stringify([pattern, text])}: RE2 says ${String(verdict)}`)
          }
          pairs++
          if (own !== undefined) inHouse++
        }
        one.free()
      }
    }
    console.log({ pairs, inHouse, batches: seed - 1 })
    expect(inHouse).toBeGreaterThan(wanted / 2)
  })
})
