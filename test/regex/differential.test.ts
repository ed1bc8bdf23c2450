import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { re2jsEngine } from '../../src/re2js.ts'
import { matchInHouse } from '../../src/regex/automaton/in-house.ts'
import { boundRe2Cost } from '../../src/regex/cost/re2-cost.ts'
import { isFailure, type RegexEngine } from '../../src/regex/engine.ts'
import { re2Engine } from '../../src/regex/re2/loading.ts'
import { readPattern } from '../../src/regex/syntax/read-pattern.ts'
import { anyPattern, ownPattern, textFor } from './patterns.ts'
import { compileRaw, inBundledSyntax, rawRe2 } from './raw-re2.ts'
import { treeOf } from './tree-of.ts'

/** Whether a pattern is too slow for RE2 to be tried; invalid ones take no time. */
function isLight(pattern: string): boolean {
  const tree = readPattern(pattern)
  return isFailure(tree) || boundRe2Cost(tree).size < 2000
}

const withTexts = (patterns: fc.Arbitrary<string>, maxLength: number) =>
  patterns.chain((pattern) => fc.tuple(fc.constant(pattern), fc.array(textFor(pattern), { minLength: 1, maxLength })))

/** Groups of characters that only RE2 knows, as they are written. */
const membershipOf = (pattern: string) => {
  const compiled = rawRe2(pattern)
  return (character: string) => compiled.test(character)
}

describe('the reader', () => {
  it('accepts the patterns that RE2 accepts, and rejects the others with its messages', () => {
    let rejected = 0
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        fc.pre(pattern.isWellFormed() && isLight(pattern))
        const written = inBundledSyntax(pattern)
        const tree = readPattern(written)
        const raw = compileRaw(written)
        if (typeof raw === 'string') rejected++
        else raw.free()
        expect(isFailure(tree) ? tree.reason : undefined, written).toBe(typeof raw === 'string' ? raw : undefined)
      }),
      { numRuns: 5000 },
    )
    expect(rejected).toBeGreaterThan(500)
  })
})

describe('the verdict of RE2', () => {
  it.each([
    ['what is matched in house', (pattern: string) => matchInHouse(treeOf(pattern), membershipOf)],
    ['what RE2 is handed', (pattern: string) => compiledBy(re2Engine())(pattern)],
  ])('has %s', (_, compile) => {
    let decided = 0
    fc.assert(
      fc.property(withTexts(ownPattern, 8), ([pattern, texts]) => {
        fc.pre(isLight(pattern))
        const own = compile(pattern)
        if (own === undefined) return
        const raw = rawRe2(pattern)
        for (const text of texts) {
          decided++
          expect(own.test(text), JSON.stringify([pattern, text])).toBe(raw.test(text))
        }
        raw.free()
      }),
      { numRuns: 3000 },
    )
    expect(decided).toBeGreaterThan(5000)
  })

  it('has re2js', () => {
    let decided = 0
    fc.assert(
      fc.property(withTexts(anyPattern, 4), ([pattern, texts]) => {
        fc.pre(isLight(pattern))
        const [one, other] = [re2Engine().compile(pattern), re2jsEngine.compile(pattern)]
        if (isFailure(other) || isFailure(one)) {
          // exactness.test.ts has the patterns that RE2 accepts and re2js does not.
          if (!isReadDifferently(pattern)) expect([pattern, isFailure(one)]).toEqual([pattern, isFailure(other)])
          return
        }
        for (const text of texts) {
          decided++
          expect(other.test(text), JSON.stringify([pattern, text])).toBe(one.test(text))
        }
      }),
      { numRuns: 2000 },
    )
    expect(decided).toBeGreaterThan(1000)
  })
})

const isReadDifferently = (pattern: string): boolean =>
  /\[:|\\C|\{\d{8}|\(\?P?<[^>]*[^\0-\x7f]/.test(pattern) || (pattern.match(/\(\?P?<n>/g) ?? []).length > 1

const compiledBy = (engine: RegexEngine) => (pattern: string) => {
  const compiled = engine.compile(pattern)
  if (isFailure(compiled)) throw new Error(`${pattern}: ${compiled.reason}`)
  return compiled
}
