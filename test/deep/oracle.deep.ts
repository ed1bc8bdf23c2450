import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, documented, observed, type Profile } from '../../src/index.ts'
import { caseArbitrary, createOracle } from '../../src/testing/index.ts'

/** How many filters with their resources, in batches that each have a seed: `SEED=7 BATCHES=1` runs one again. */
const batchSize = 5_000
const firstSeed = Number(process.env.SEED ?? 1)
const batches = Number(process.env.BATCHES ?? 200)

const profiles: readonly (readonly [string, Profile])[] = [
  ['documented', documented],
  ['observed', observed],
]

describe('compile and the oracle', () => {
  it.each(profiles)('agree on a million cases: %s', (name, profile) => {
    let matched = 0
    let asked = 0
    for (let seed = firstSeed; seed < firstSeed + batches / profiles.length; seed++) {
      for (const { filter, resources } of fc.sample(caseArbitrary({ profile }), { numRuns: batchSize, seed })) {
        const [matches, decides] = [compile<object>(filter, { profile }), createOracle<object>(filter, { profile })]
        for (const resource of resources) {
          const expected = decides(resource)
          if (matches(resource) !== expected)
            throw new Error(
              `seed ${String(seed)}: ${filter} on ${JSON.stringify(resource)} should be ${String(expected)}`,
            )
          asked++
          if (expected) matched++
        }
      }
      if (seed % 10 === 0)
        process.stderr.write(
          `${name}: seed ${String(seed)}, ${String(asked)} verdicts, ${((100 * matched) / asked).toFixed(1)} % matched\n`,
        )
    }
    console.log({ profile: name, asked, matched, share: matched / asked })
    expect(matched / asked).toBeGreaterThan(0.25)
    expect(matched / asked).toBeLessThan(0.75)
  })
})
