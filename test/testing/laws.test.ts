import { describe, expect, it } from 'vitest'
import { compile, documented, FilterError, observed, type Profile, validate } from '../../src/index.ts'
import {
  caseArbitrary,
  createOracle,
  DisagreementError,
  expectAgrees,
  filterArbitrary,
  filterTextArbitrary,
  oracle,
  resourceArbitrary,
} from '../../src/testing/index.ts'
import fc from 'fast-check'
import { unhurried } from './fault-seeds.ts'
import { resourceSchema } from './schemas.ts'
import { simplerFilters } from '../../src/testing/laws/simpler.ts'

const profiles: readonly (readonly [string, Profile])[] = [
  ['documented', documented],
  ['observed', observed],
  ['with defaults under unset parents', { ...documented, unsetParent: 'default' }],
]
describe('compile', () => {
  it.each(profiles)('agrees with the oracle: %s', async (_, profile) => {
    await expectAgrees((filter, resource) => compile<object>(filter, { profile })(resource), {
      profile,
      wrongTypes: true,
      runs: 1500,
      withinMs: Infinity,
    })
  })

  it('agrees on another schema, in each dialect', async () => {
    for (const dialect of ['AIP-160', 'regular expressions'] as const) {
      const options = { schema: resourceSchema, dialect, wrongTypes: true, runs: 1000, withinMs: Infinity }
      await expectAgrees((filter, resource) => compile<object>(filter, { schema: resourceSchema })(resource), options)
    }
  })

  it('both verdicts are frequent', () => {
    const verdicts = fc
      .sample(caseArbitrary(), 1500)
      .flatMap(({ filter, resources }) => resources.map(createOracle<object>(filter)))
    const share = verdicts.filter(Boolean).length / verdicts.length
    expect(share).toBeGreaterThan(0.25)
    expect(share).toBeLessThan(0.75)
  })
})

describe('a filter that is accepted', () => {
  it('as a tree and as text means the same to the validator', () => {
    fc.assert(
      fc.property(filterArbitrary(), (filter) => validate(filter).length === 0),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(filterTextArbitrary({ dialect: 'regular expressions' }), (text) => validate(text).length === 0),
      { numRuns: 200 },
    )
  })

  it('resources can be held to their types', () => {
    const plain = fc.sample(resourceArbitrary(undefined, { wrongTypes: false }), 300)
    expect(
      plain.every((image) => image.name === undefined || image.name === null || typeof image.name === 'string'),
    ).toBe(true)
  })
})

describe('the oracle', () => {
  it('rejects the filters that the validator rejects', () => {
    expect(() => oracle('nme = a', {})).toThrow(FilterError)
    expect(() => oracle('debian', {})).toThrow(FilterError)
    expect(oracle('', {})).toBe(true)
  })
})

describe('a law', () => {
  it('ends a matcher that does not answer in time, and shows the case', async () => {
    const silent = expectAgrees(() => new Promise(() => undefined), { timeoutMs: 20 })
    await expect(silent).rejects.toThrow(/^filter: [^]*\nresource: [^]*\nfound: {4}does not answer within 20 ms\n/)
  })

  it('awaits promises, and reports a malformed verdict', async () => {
    await expectAgrees((filter, resource) => Promise.resolve(compile<object>(filter)(resource)), { runs: 200 })
    const number = (filter: string, resource: object) => Number(compile<object>(filter)(resource)) as unknown as boolean
    await expect(expectAgrees(number, { runs: 10 })).rejects.toThrow(/found: {4}[01]\n/)
  })

  it('has resources of the right types by default', async () => {
    for (const wrongTypes of [false, true]) {
      const seen = new Set<string>()
      const collect = (filter: string, resource: object) => {
        const { name, labels } = Object(resource) as { readonly name?: unknown; readonly labels?: unknown }
        seen.add(`name ${typeof name}`).add(`labels ${Array.isArray(labels) ? 'array' : typeof labels}`)
        return compile<object>(filter)(resource)
      }
      await expectAgrees(collect, { wrongTypes, seed: 1, runs: 500, withinMs: Infinity })
      expect(seen.has('name string')).toBe(true)
      expect(seen.has('name number')).toBe(wrongTypes)
      expect(seen.has('labels array')).toBe(wrongTypes)
    }
  })

  it('shows unreadable text as JSON', async () => {
    const wrong = (filter: string, resource: object) => compile<object>(filter)(resource) !== filter.includes('\r')
    await expect(expectAgrees(wrong, unhurried)).rejects.toThrow(/^filter: {3}"[^\n]*\\r[^\n]*"\nresource: /)
  })

  it('shrinks errors in the spelling', async () => {
    const wrong = (filter: string, resource: object) => compile<object>(filter)(resource) !== filter.includes("'")
    const found = (await expectAgrees(wrong, unhurried).catch((error: unknown) => error)) as DisagreementError
    expect(found.filter.length, found.message).toBeLessThan(50)
  })
})

describe('a disagreement', () => {
  it('is small, and reproducible by its seed', async () => {
    const wrong = (filter: string, resource: object) => compile<object>(filter)(resource) && !filter.includes('!=')
    const first = await expectAgrees(wrong, unhurried).catch((error: unknown) => error as DisagreementError)
    if (!(first instanceof DisagreementError)) throw new Error('nothing was found')
    expect(first.message).toMatch(
      /^filter: {3}.{0,80} != .{1,40}\nresource: \{.{0,80}\}\nexpected: true\nfound: {4}false\nreproduce with: \{ seed: -?\d+ \}$/,
    )
    await expect(expectAgrees(wrong, { ...unhurried, seed: first.seed })).rejects.toThrow(first.message)
  })

  it('shows the error, and whether it was not found again', async () => {
    const thrown = expectAgrees(() => Promise.reject(new Error('down')), { runs: 1 })
    await expect(thrown).rejects.toThrow('found:    throws Error: down')
    let isFirst = true
    const onlyOnce = (filter: string, resource: object): boolean => {
      if (!isFirst) return compile<object>(filter)(resource)
      isFirst = false
      throw new Error('once')
    }
    await expect(expectAgrees(onlyOnce)).rejects.toThrow('found once, but not in a second run')
  })
})

describe('simpler filters', () => {
  it('have fewer values in a composite value', () => {
    expect([...simplerFilters('name = (a OR b OR c)', {})]).toEqual(
      expect.arrayContaining(['name = a', 'name = (a OR b)', 'name = (b OR c)']),
    )
  })
})
