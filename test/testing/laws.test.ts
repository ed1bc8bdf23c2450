import { describe, expect, it } from 'vitest'
import { compile, documented, FilterError, observed, type Profile, type Schema, validate } from '../../src/index.ts'
import {
  caseArbitrary,
  codes,
  createOracle,
  Disagreement,
  expectAgrees,
  expectListsLike,
  expectRejects,
  filterArbitrary,
  filterTextArbitrary,
  invalidFilterArbitrary,
  type ListQuery,
  oracle,
  resourceArbitrary,
} from '../../src/testing/index.ts'
import fc from 'fast-check'
import { createLister } from '../../src/list/index.ts'
import { createMemoryStore } from '../../src/server/index.ts'
import { simplerFilters } from '../../src/testing/laws/simpler.ts'

const profiles: readonly (readonly [string, Profile])[] = [
  ['documented', documented],
  ['observed', observed],
  ['with defaults under unset parents', { ...documented, unsetParent: 'default' }],
]
const diskSchema = {
  resource: 'Disk',
  fields: {
    name: { type: 'string' },
    sizeGb: { type: 'int64' },
    ratio: { type: 'double' },
    index: { type: 'integer' },
    users: { type: 'string', repeated: true },
    counts: { type: 'map', value: 'int64' },
    parts: {
      type: 'message',
      repeated: true,
      fields: { labels: { type: 'map', value: 'string' }, at: { type: 'timestamp' } },
    },
  },
} as const satisfies Schema

describe('compile', () => {
  it.each(profiles)('agrees with the oracle: %s', async (_, profile) => {
    await expectAgrees((filter, resource) => compile<object>(filter, { profile })(resource), { profile, runs: 2500 })
  })

  it('agrees on a schema of one’s own, in each dialect', async () => {
    for (const dialect of ['AIP-160', 'regular expressions'] as const) {
      const options = { schema: diskSchema, dialect, runs: 1500 }
      await expectAgrees((filter, resource) => compile<object>(filter, { schema: diskSchema })(resource), options)
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

describe('validate', () => {
  it.each(profiles)('rejects what it should and nothing else: %s', async (_, profile) => {
    await expectRejects((filter) => validate(filter, { profile }).length === 0, { profile, runs: 3000 })
  })

  it.each(codes)('%s comes first', (code) => {
    fc.assert(
      fc.property(invalidFilterArbitrary(code), (filter) => {
        expect(validate(filter)[0]?.code).toBe(code)
      }),
      { numRuns: 40 },
    )
  })

  it('a code that a schema cannot bring about is said to be one', () => {
    const bare = { resource: 'Bare', fields: { name: { type: 'string' } } } as const
    expect(() => invalidFilterArbitrary('unknown-enum-value', bare)).toThrow('Bare has no field of the kind enum')
    expect(() => invalidFilterArbitrary('multiple-fields', bare)).toThrow('Bare has no two fields of the kind string')
  })

  it('a schema without some kinds is tried with the others', async () => {
    await expectRejects((filter) => validate(filter, { schema: diskSchema }).length === 0, {
      schema: diskSchema,
      runs: 500,
    })
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
  it('rejects what the validator rejects', () => {
    expect(() => oracle('nme = a', {})).toThrow(FilterError)
    expect(() => oracle('debian', {})).toThrow(FilterError)
    expect(oracle('', {})).toBe(true)
  })
})

const namesOf = (images: readonly object[]): string[] =>
  images.map((image) => ('name' in image && typeof image.name === 'string' ? image.name : '')).toSorted()

/** Pages over names, as an endpoint would. */
const listing =
  (change: (names: string[], query: ListQuery) => { items?: { name: string }[]; nextPageToken?: string }) =>
  (images: readonly object[]) =>
  (query: ListQuery) =>
    change(namesOf(images.filter(compile<object>(query.filter))), query)

const asItems = (names: readonly string[]) => (names.length === 0 ? {} : { items: names.map((name) => ({ name })) })

const byKey = listing((names, { maxResults, pageToken }) => {
  const rest = pageToken === undefined ? names : names.filter((name) => name > pageToken)
  const page = rest.slice(0, maxResults)
  return { ...asItems(page), ...(rest.length > page.length && { nextPageToken: page.at(-1) ?? '' }) }
})

describe('expectListsLike', () => {
  it('is content with an endpoint that lists right', () => expectListsLike(byKey))

  it('is content with the lists of this library', async () => {
    const lister = createLister<object>()
    await expectListsLike((images) => (query) => lister(images, { project: 'p', ...query }))
    await expectListsLike((images) => {
      const store = createMemoryStore(images)
      return (query) => lister(store, { project: 'p', ...query })
    })
  })

  it.each([
    ['leaves out the first', listing((names) => asItems(names.slice(1))), /expected: \["image-\d"\]\nfound: {4}\[\]/],
    ['ignores maxResults', listing((names) => asItems(names)), /a page of \d/],
    [
      'turns in a circle',
      listing((names, { maxResults }) => ({ ...asItems(names.slice(0, maxResults)), nextPageToken: 'x' })),
      /comes twice/,
    ],
    [
      'throws',
      () => () => {
        throw new Error('down')
      },
      /found: {4}"throws Error: down"/,
    ],
    [
      'does not filter',
      (images: readonly object[]) => () => asItems(namesOf(images)),
      /expected: \[\]\nfound: {4}\["image-\d"\]/,
    ],
  ] as const)('finds one that %s', async (_, serve, message) => {
    await expect(expectListsLike(serve, { seed: 1 })).rejects.toThrow(message)
  })
})

describe('a disagreement', () => {
  it('is small, and is found again by its seed', async () => {
    const wrong = (filter: string, resource: object) => compile<object>(filter)(resource) && !filter.includes('!=')
    const first = await expectAgrees(wrong, { seed: 1 }).catch((error: unknown) => error as Disagreement)
    if (!(first instanceof Disagreement)) throw new Error('nothing was found')
    expect(first.message).toMatch(
      /^filter: {3}.{0,80} != .{1,40}\nresource: \{.{0,80}\}\nexpected: true\nfound: {4}false\nagain with: \{ seed: -?\d+ \}$/,
    )
    await expect(expectAgrees(wrong, { seed: first.seed })).rejects.toThrow(first.message)
  })

  it('says what was thrown, and when it was not found again', async () => {
    const thrown = expectAgrees(() => Promise.reject(new Error('down')), { runs: 1 })
    await expect(thrown).rejects.toThrow('found:    throws Error: down')
    await expect(expectRejects(() => Promise.reject(new Error('down')), { runs: 1 })).rejects.toThrow(
      'throws Error: down',
    )
    await expect(expectRejects(() => true)).rejects.toThrow(/expected: rejected with `[\w-]+`\nfound: {4}accepted/)
    await expect(expectRejects(() => false)).rejects.toThrow(/expected: accepted\nfound: {4}rejected/)
    let isFirst = true
    const onlyOnce = (filter: string, resource: object): boolean => {
      if (!isFirst) return compile<object>(filter)(resource)
      isFirst = false
      throw new Error('once')
    }
    await expect(expectAgrees(onlyOnce)).rejects.toThrow('found once and not again')
    let asked = 0
    await expect(expectRejects(() => asked++ < 3)).rejects.toThrow(
      /found once and not again|found: {4}(?:accepted|rejected)/,
    )
  })
})

describe('simpler filters', () => {
  it('have fewer values in a composite value', () => {
    expect(simplerFilters('name = (a OR b OR c)', {})).toEqual(
      expect.arrayContaining(['name = a', 'name = (a OR b)', 'name = (b OR c)']),
    )
  })
})
