import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, documented, type Matcher, observed, type Profile, validate } from '../../src/index.ts'
import { collections, type ResourceName, schemaOf } from '../../src/resources/index.ts'
import { expectAgrees, expectRejects, filterArbitrary, resourceArbitrary } from '../../src/testing/index.ts'

/* Every schema of Compute, as `test/deep/resources.deep.ts` tries it with more cases. */

const names = [...new Set(collections.map(({ resource }) => resource))]
const profiles: readonly (readonly [string, Profile])[] = [
  ['documented', documented],
  ['observed', observed],
]

describe.each(profiles)('a schema of Compute: %s', (_, profile) => {
  const count = { asked: 0, matched: 0 }

  it.each(names)('%s: compile agrees with the oracle', async (name) => {
    const options = { schema: schemaOf(name), profile }
    let last: { readonly filter: string; readonly matcher: Matcher<object> } | undefined
    const matches = (filter: string, resource: object): boolean => {
      if (last?.filter !== filter) last = { filter, matcher: compile<object>(filter, options) }
      const verdict = last.matcher(resource)
      count.asked++
      if (verdict) count.matched++
      return verdict
    }
    await expectAgrees(matches, { ...options, runs: 40, withinMs: Infinity, wrongTypes: true })
  })

  it('has both verdicts often', () => {
    expect(count.asked).toBeGreaterThan(names.length * 40)
    expect(count.matched / count.asked).toBeGreaterThan(0.25)
    expect(count.matched / count.asked).toBeLessThan(0.75)
  })

  it.each(names)('%s: validate rejects what must be rejected', async (name) => {
    const options = { schema: schemaOf(name), profile }
    await expectRejects((filter) => validate(filter, options).length === 0, {
      ...options,
      runs: 10,
      withinMs: Infinity,
    })
  })
})

describe('arbitraries of large schemas', () => {
  const large: readonly ResourceName[] = ['UrlMap', 'Instance', 'MachineImage', 'InstanceGroupManager']

  it.each(large)('%s: filters are valid, and resources are of a bounded size', (name) => {
    const schema = schemaOf(name)
    const filters = fc.sample(filterArbitrary({ schema }), { numRuns: 200, seed: 1 })
    expect(filters.filter((filter) => validate(filter, { schema }).length > 0)).toEqual([])
    const sizes = fc
      .sample(resourceArbitrary(schema), { numRuns: 300, seed: 1 })
      .map((one) => JSON.stringify(one).length)
    expect(Math.max(...sizes)).toBeLessThan(64_000)
    expect(Math.max(...sizes)).toBeGreaterThan(4000)
  })
})
