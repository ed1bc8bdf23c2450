import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compile, documented, type Matcher, observed, type Options } from '../../src/index.ts'
import { expectAgrees } from '../../src/testing/index.ts'
import { resourceSchema } from '../testing/schemas.ts'
import { numberFrom } from './number-from.ts'

/*
 * How many filters with their resources, in batches that each have a seed. A run draws its base seed; `SEED=7` runs that one
 * again, `CASES=200000` shortens it.
 */

const batchSize = 5_000

const base = numberFrom('SEED', randomInt(1, 1_000_000_000))
const cases = numberFrom('CASES', 1_000_000)

const unsetParentDefault = { ...documented, unsetParent: 'default' } as const
const repeatedEqualsAny = { ...observed, repeatedEquals: 'any' } as const
const sides: readonly (readonly [string, Options])[] = [
  ['documented', { profile: documented }],
  ['observed', { profile: observed }],
  ['with defaults under unset parents', { profile: unsetParentDefault }],
  ['a schema of one’s own, documented', { profile: documented, schema: resourceSchema }],
  ['a schema of one’s own, observed', { profile: observed, schema: resourceSchema }],
  ['a schema of one’s own, `=` on repeated fields', { profile: repeatedEqualsAny, schema: resourceSchema }],
]

describe(`compile and the oracle, SEED=${String(base)}`, () => {
  it.each(sides.map(([name, options], index) => [name, options, index] as const))(
    'agree: %s',
    async (name, options, index) => {
      const count = { asked: 0, matched: 0 }
      let last: { readonly filter: string; readonly matcher: Matcher<object> } | undefined
      const matches = (filter: string, resource: object): boolean => {
        if (last?.filter !== filter) last = { filter, matcher: compile<object>(filter, options) }
        const verdict = last.matcher(resource)
        count.asked++
        if (verdict) count.matched++
        return verdict
      }
      const share = () => `${((100 * count.matched) / count.asked).toFixed(1)} % matched`
      const batches = Math.ceil(cases / sides.length / batchSize)
      for (let batch = 0; batch < batches; batch++) {
        // No two batches have the same seed, whatever the side.
        const seed = (base + batch * sides.length + index) % 2 ** 31
        const { schema, profile } = options
        const wrongTypes = batch % 2 === 0
        await expectAgrees(matches, { schema, profile, seed, runs: batchSize, withinMs: Infinity, wrongTypes })
        if (batch % 10 === 9)
          process.stderr.write(
            `${name}: ${String((batch + 1) * batchSize)} cases, ${String(count.asked)} verdicts, ${share()}\n`,
          )
      }
      console.log(
        `${name}: ${String(batches * batchSize)} cases, ${String(count.asked)} verdicts, ${share()}, SEED=${String(base)}`,
      )
      expect(count.matched / count.asked).toBeGreaterThan(0.25)
      expect(count.matched / count.asked).toBeLessThan(0.75)
    },
  )
})
