import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boundRe2Cost } from '../../src/regex/cost/re2-cost.ts'
import { isFailure } from '../../src/regex/engine.ts'
import { readPattern } from '../../src/regex/syntax/read-pattern.ts'
import { anyPattern } from '../regex/patterns.ts'
import { inBundledSyntax, whyInvalid } from '../regex/raw-re2.ts'

/*
 * Random and mutated patterns: the reader says that one is invalid when RE2 does, and in the same words. `PATTERNS=20000`
 * asks RE2 about fewer, `SEED=7` runs one again.
 */

const wanted = Number(process.env.PATTERNS ?? 1_000_000)
const seed = Number(process.env.SEED ?? randomInt(1, 1_000_000_000))
const batch = 10_000
/** RE2 is spared what takes it long. */
const maxSize = 500

/** Patterns; half of them two that were joined at random places, so that faults stand in the middle. */
const joined = fc
  .tuple(anyPattern, anyPattern, fc.nat(), fc.nat())
  .map(([one, other, end, start]) => one.slice(0, end % (one.length + 1)) + other.slice(start % (other.length + 1)))
const patterns = fc.oneof(anyPattern, joined)

it(`the reader rejects what RE2 rejects, in its words, SEED=${String(seed)}`, () => {
  const counts = { asked: 0, invalid: 0, large: 0, surrogates: 0 }
  const saidOf = new Map<string, number>()
  const distinct = new Set<string>()
  for (let at = 0; counts.asked < wanted; at += batch) {
    for (const drawn of fc.sample(patterns, { numRuns: batch, seed: seed + at })) {
      const pattern = inBundledSyntax(drawn)
      const tree = readPattern(pattern)
      if (!pattern.isWellFormed()) {
        expect(isFailure(tree) ? tree.reason : tree, JSON.stringify(pattern)).toBe(
          'a lone surrogate is not a character',
        )
        counts.surrogates++
        continue
      }
      if (!isFailure(tree) && boundRe2Cost(tree).size > maxSize) {
        counts.large++
        continue
      }
      const said = whyInvalid(pattern)
      counts.asked++
      distinct.add(pattern)
      if (said !== undefined) {
        const words = said.split(':')[0] ?? ''
        counts.invalid++
        saidOf.set(words, (saidOf.get(words) ?? 0) + 1)
      }
      const reason = isFailure(tree) ? tree.reason : undefined
      if (reason !== said) expect({ pattern, reason }).toEqual({ pattern, reason: said })
    }
    if (at % 100_000 === 0) process.stderr.write(`${String(at)}: ${JSON.stringify(counts)}\n`)
  }
  console.log(
    `SEED=${String(seed)}: ${JSON.stringify({ ...counts, distinct: distinct.size, ...Object.fromEntries(saidOf) })}`,
  )
  expect(counts.invalid / counts.asked).toBeGreaterThan(0.2)
  // Each thing that RE2 says of a pattern has been said.
  expect(saidOf.size).toBe(12)
})
