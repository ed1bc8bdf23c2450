import { describe, expect, it } from 'vitest'
import { documented } from '../../src/index.ts'
import { createAggregatedLister, createFilterCache, createLister, type ScanQuery } from '../../src/list/index.ts'

/** A filter of that length. */
const filterOf = (length: number, number = 0): string => `name = ${String(number).padStart(length - 7, 'a')}`

describe('compiled filters', () => {
  it.each([
    [256, true],
    [257, true],
    [1024, true],
    [1025, false],
  ])('of %d characters are kept: %s', (length, isKept) => {
    const matcherOf = createFilterCache().matchersFor({})
    expect(matcherOf(filterOf(length)) === matcherOf(filterOf(length))).toBe(isKept)
  })

  it.each([
    [256, 200],
    [257, 32],
  ])('of %d characters are kept in bounded number, and evicted only for others of that length', (length, least) => {
    const matcherOf = createFilterCache().matchersFor({})
    const [first, other] = [matcherOf(filterOf(length)), matcherOf(filterOf(513 - length))]
    for (let number = 1; number < least; number++) matcherOf(filterOf(length, number))
    expect(matcherOf(filterOf(length))).toBe(first)
    for (let number = 1; number <= 2 * least; number++) matcherOf(filterOf(length, number))
    expect(matcherOf(filterOf(length))).not.toBe(first)
    expect(matcherOf(filterOf(513 - length))).toBe(other)
  })

  it('are shared by those with the same options, and by no others', () => {
    const { matchersFor } = createFilterCache()
    const [schema, profile] = [{ resource: 'Thing', fields: { name: { type: 'string' } } } as const, { ...documented }]
    const matcher = matchersFor({ schema, profile })('name = a')
    expect(matchersFor({ schema, profile })('name = a')).toBe(matcher)
    for (const others of [{ schema: { ...schema }, profile }, { schema }, { schema, profile, limits: {} }, {}])
      expect(matchersFor(others)('name = a')).not.toBe(matcher)
  })

  it('of several listers are bounded together', () => {
    const { matchersFor } = createFilterCache()
    const schemas = [1, 2, 3].map(
      (number) => ({ resource: `Thing${String(number)}`, fields: { name: { type: 'string' } } }) as const,
    )
    const first = matchersFor({ schema: schemas[0] })('name = a')
    for (const schema of schemas)
      for (let number = 0; number < 200; number++) matchersFor({ schema })(filterOf(20, number))
    expect(matchersFor({ schema: schemas[0] })('name = a')).not.toBe(first)
  })

  it.each([1, 'x', null, {}, []])('are kept only in what createFilterCache makes, not in %j', (filters) => {
    expect(() => createLister({ filters: filters as never })).toThrow(
      /^filters must be a result of createFilterCache, not /,
    )
  })

  it('are shared by the listers that are given one cache', async () => {
    const filters = createFilterCache()
    const seen = new Set<unknown>()
    const source = { scan: ({ filter }: ScanQuery) => (seen.add(filter), []) }
    const request = { project: 'p', filter: 'name = a', path: 'aggregated/images', field: 'images', scopes: [] }
    await createLister({ filters })(source, request)
    await createAggregatedLister({ filters })(source, request)
    expect(seen.size).toBe(1)
  })
})
