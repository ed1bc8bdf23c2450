import { randomInt } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { compile, documented, type Matcher, observed, type Profile } from '../../src/index.ts'
import { collections, schemaOf } from '../../src/resources/index.ts'
import { expectAgrees } from '../../src/testing/index.ts'
import { numberFrom } from './number-from.ts'

/*
 * Every schema of Compute under both profiles. A run draws its base seed; `SEED=7` runs that one again, and `RESOURCE_CASES=100`
 * sets how many filters each schema has.
 */

const base = numberFrom('SEED', randomInt(1, 1_000_000_000))
const cases = numberFrom('RESOURCE_CASES', 1000)

const names = [...new Set(collections.map(({ resource }) => resource))]
const profiles: readonly (readonly [string, Profile])[] = [
  ['documented', documented],
  ['observed', observed],
]

describe.each(profiles)(`compile and the oracle over all schemas, SEED=${String(base)}: %s`, (title, profile) => {
  const count = { cases: 0, asked: 0, matched: 0 }
  const share = () => count.matched / count.asked

  it.each(names.map((name, index) => [name, index] as const))('%s', async (name, index) => {
    const options = { schema: schemaOf(name), profile }
    let last: { readonly filter: string; readonly matcher: Matcher<object> } | undefined
    const matches = (filter: string, resource: object): boolean => {
      if (last?.filter !== filter) last = { filter, matcher: compile<object>(filter, options) }
      const verdict = last.matcher(resource)
      count.asked++
      if (verdict) count.matched++
      return verdict
    }
    for (const [half, wrongTypes] of [false, true].entries()) {
      // No two runs have the same seed, whatever the schema and the profile.
      const seed = (base + 2 * (index + (profile === observed ? names.length : 0)) + half) % 2 ** 31
      const runs = Math.ceil(cases / 2)
      const report = await expectAgrees(matches, { ...options, runs, seed, wrongTypes, withinMs: Infinity })
      count.cases += report.runs
    }
  })

  it('has both verdicts often', () => {
    expect(share()).toBeGreaterThan(0.25)
    expect(share()).toBeLessThan(0.75)
  })

  afterAll(() => {
    const matched = `${(100 * share()).toFixed(1)} % matched`
    console.log(
      `${title}: ${String(count.cases)} cases, ${String(count.asked)} verdicts, ${matched}, SEED=${String(base)}`,
    )
  })
})
