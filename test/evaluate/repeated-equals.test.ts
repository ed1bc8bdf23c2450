import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { compile, documented, explain, observed, type Profile, type Schema, validate } from '../../src/index.ts'
import { caseArbitrary, createOracle, expectAgrees, expectRejects } from '../../src/testing/index.ts'
import { resourceSchema } from '../testing/schemas.ts'

const any: Profile = { ...documented, repeatedEquals: 'any' }
const anyObserved: Profile = { ...observed, repeatedEquals: 'any' }

const schema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    tags: { type: 'string', repeated: true },
    sizes: { type: 'int64', repeated: true },
    states: { type: 'enum', values: ['UP', 'DOWN'], repeated: true },
    times: { type: 'timestamp', repeated: true },
    config: { type: 'message', fields: { tags: { type: 'string', repeated: true } } },
    nics: {
      type: 'message',
      repeated: true,
      fields: {
        network: { type: 'string' },
        names: { type: 'string', repeated: true },
        labels: { type: 'map', value: 'string' },
        inner: { type: 'message', fields: { on: { type: 'boolean' } } },
      },
    },
  },
} as const satisfies Schema

const verdictsOf = (filter: string, resource: object, profile: Profile) => ({
  compile: compile<unknown>(filter, { schema, profile })(resource),
  explain: explain(filter, resource, { schema, profile }).matches,
  collection: createCollection<object>([resource], { schema, profile }).count(filter) === 1,
  oracle: createOracle<unknown>(filter, { schema, profile })(resource),
})
const all = (verdict: boolean) => ({ compile: verdict, explain: verdict, collection: verdict, oracle: verdict })

describe('under `repeatedEquals: any`', () => {
  it.each<readonly [filter: string, resource: object, verdict: boolean]>([
    ['tags = a', { tags: ['b', 'a'] }, true],
    ['tags = a', { tags: ['ab'] }, false],
    ['tags = a', { tags: [] }, false],
    ['tags = a', {}, false],
    ['tags = a', { tags: 'a' }, false],
    ['tags = a*', { tags: ['b', 'ab'] }, true],
    ['tags = *', { tags: [''] }, true],
    ['tags = *', { tags: [] }, false],
    ['tags = *', { tags: [5] }, false],
    ['tags = ""', { tags: [''] }, true],
    ['tags = ""', { tags: [null, 5] }, false],
    ['tags = (a OR b)', { tags: ['b'] }, true],
    ['tags = (a AND b)', { tags: ['b'] }, false],
    ['tags = (a AND b)', { tags: ['b', 'a'] }, true],
    ['sizes = 10', { sizes: ['9', '010'] }, true],
    ['sizes = 0', { sizes: [null, 'x'] }, false],
    ['states = UP', { states: ['DOWN', 'UP'] }, true],
    ['times = 2020-01-01T00:00:00Z', { times: ['2020-01-01T01:00:00+01:00'] }, true],
    ['config.tags = a', { config: { tags: ['a'] } }, true],
    ['nics.network = x', { nics: [{}, { network: 'x' }] }, true],
    ['nics.network = x', { nics: [{ network: 'xy' }] }, false],
    ['nics.names = x', { nics: [{ names: ['y'] }, { names: ['z', 'x'] }] }, true],
    ['nics.labels.a = x', { nics: [{ labels: { a: 'x' } }] }, true],
    ['nics.inner.on = false', { nics: [{ inner: {} }] }, false],
    ['nics.inner.on = false', { nics: [{ inner: { on: false } }] }, true],
    ['NOT tags = a', { tags: ['b'] }, true],
    ['tags = a OR tags = b', { tags: ['b'] }, true],
  ])('%s on %j: %s, and `!=` is the complement', (filter, resource, verdict) => {
    for (const profile of [any, { ...any, unsetParent: 'default' } as const]) {
      expect(verdictsOf(filter, resource, profile)).toEqual(all(verdict))
      if (/^(?:NOT|.*(?:AND|OR))/.test(filter)) continue
      expect(verdictsOf(filter.replace(' = ', ' != '), resource, profile)).toEqual(all(!verdict))
    }
  })

  it.each([
    ['tags != a', {}, true],
    ['tags != a', { tags: null }, true],
    ['config.tags != a', {}, true],
    ['nics.network != x', { nics: [] }, true],
    ['nics.network != x', {}, true],
    ['nics.network != x', { nics: [{ network: 'y' }, { network: 'x' }] }, false],
    ['nics.network != x', { nics: [{ network: 'y' }, {}] }, true],
    ['tags != (a OR b)', { tags: ['a'] }, true],
    ['tags != (a AND b)', { tags: ['c'] }, true],
  ])('%s on %j: %s, whatever is unset', (filter, resource, verdict) => {
    expect(verdictsOf(filter, resource, any)).toEqual(all(verdict))
  })

  it.each([
    ['tags = a', { tags: ['ab'] }],
    ['nics.network = a', { nics: [{ network: 'ab' }] }],
  ])('`hasOnString: contains` is about `:`: %s', (filter, resource) => {
    expect(verdictsOf(filter, resource, anyObserved)).toEqual(all(false))
  })

  it('`enumCase` is about elements, too', () => {
    expect(verdictsOf('states = up', { states: ['Up'] }, anyObserved)).toEqual(all(true))
  })

  it('explain tells how the restriction came out', () => {
    const { matches, reasons } = explain('tags != a AND tags = b', { tags: ['a'] }, { schema, profile: any })
    expect(matches).toBe(false)
    expect(reasons).toMatchObject([{ restriction: 'tags != a', holds: false, values: ['a'] }])
  })

  it('reads resources whose properties throw', () => {
    const resource = {
      get tags(): string[] {
        throw new Error('asked')
      },
    }
    const options = { schema, profile: any }
    expect(compile<unknown>('tags != a', options)(resource)).toBe(true)
    expect(explain('tags != a', resource, options).matches).toBe(true)
    expect(createCollection<object>([resource], options).count('tags != a')).toBe(1)
    expect(compile<unknown>('tags = a', { schema, profile: any })(null)).toBe(false)
    expect(compile<unknown>('tags != a', { schema, profile: any })(null)).toBe(true)
  })

  it.each([
    ['tags < a', 'repeated-needs-has'],
    ['nics.network >= a', 'repeated-needs-has'],
    ['nics = network', 'repeated-needs-has'],
    ['nics.labels = a', 'repeated-needs-has'],
    ['nics.inner != on', 'repeated-needs-has'],
    ['sizes = *', 'literal-type'],
    ['sizes = ten', 'literal-type'],
    ['states = *', 'unknown-enum-value'],
    ['states != LEFT', 'unknown-enum-value'],
    ['tags eq a', 'not-atomic'],
  ])('%s is %s', (filter, code) => {
    expect(validate(filter, { schema, profile: any }).map((diagnostic) => diagnostic.code)).toEqual([code])
  })

  it.each([['tags = a'], ['nics.network != x']])('%s is rejected by both profiles', (filter) => {
    for (const profile of [documented, observed])
      expect(validate(filter, { schema, profile }).map(({ code }) => code)).toEqual(['repeated-needs-has'])
  })
})

describe('the laws hold under `repeatedEquals: any`', () => {
  it.each([
    ['Image', {}],
    ['Disk', { schema: resourceSchema }],
  ])('%s', async (_, options) => {
    for (const profile of [any, anyObserved]) {
      const settings = { ...options, profile }
      await expectAgrees((filter, resource) => compile<unknown>(filter, settings)(resource), {
        ...settings,
        runs: 1500,
        wrongTypes: true,
      })
      await expectRejects((filter) => validate(filter, settings).length === 0, { ...settings, runs: 1000 })
    }
  })

  it('for collections', () => {
    const options = { schema: resourceSchema, profile: any }
    let asked = 0
    fc.assert(
      fc.property(caseArbitrary({ ...options, dialect: 'AIP-160', wrongTypes: true }), ({ filter, resources }) => {
        const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null
        // A collection holds each object once; a generated list may hold one twice.
        const objects = [...new Set(resources.filter(isObject))]
        const expected = objects.filter(compile<unknown>(filter, options)).length
        if (/(?:users|states|flags|sizes|ratios|times|list|parts\S*) !?= /.test(filter)) asked++
        expect(createCollection<object>(objects, options).count(filter)).toBe(expected)
      }),
      { numRuns: 1500 },
    )
    expect(asked).toBeGreaterThan(100)
  })
})
