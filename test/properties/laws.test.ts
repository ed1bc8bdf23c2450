import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, documented, observed, parse, print, type Profile } from '../../src/index.ts'
import { aipFilter, image, regexFilter } from './filters.ts'

const runs = { numRuns: 1500 }
const profile: fc.Arbitrary<Profile> = fc.constantFrom(documented, observed, { ...documented, unsetParent: 'default' })

const matches = (filter: string, resource: unknown, profile: Profile): boolean =>
  compile<unknown>(filter, { profile })(resource)

describe('the laws of the logic', () => {
  it('NOT x is the complement of x, and -(x) is NOT x', () => {
    fc.assert(
      fc.property(aipFilter, image, profile, (filter, resource, profile) => {
        const matched = matches(filter, resource, profile)
        expect(matches(`NOT (${filter})`, resource, profile)).toBe(!matched)
        expect(matches(`-(${filter})`, resource, profile)).toBe(!matched)
      }),
      runs,
    )
  })

  it('juxtaposition is AND, OR is the union', () => {
    fc.assert(
      fc.property(aipFilter, aipFilter, image, profile, (a, b, resource, profile) => {
        const [matchesA, matchesB] = [matches(a, resource, profile), matches(b, resource, profile)]
        expect(matches(`(${a}) (${b})`, resource, profile)).toBe(matchesA && matchesB)
        expect(matches(`(${a})(${b})`, resource, profile)).toBe(matchesA && matchesB)
        expect(matches(`(${a}) AND (${b})`, resource, profile)).toBe(matchesA && matchesB)
        expect(matches(`(${a}) OR (${b})`, resource, profile)).toBe(matchesA || matchesB)
      }),
      runs,
    )
  })

  it('ne is the complement of eq, and clauses side by side are ANDed', () => {
    fc.assert(
      fc.property(regexFilter, image, profile, (filter, resource, profile) => {
        const parts = filter.split(/(?<=\)) (?=\()/)
        const each = parts.map((part) => matches(part, resource, profile))
        const swapped = parts.map((part) => part.replace(/ (eq|ne) /, (_, word) => (word === 'eq' ? ' ne ' : ' eq ')))
        expect(swapped.map((part) => matches(part, resource, profile))).toEqual(each.map((one) => !one))
        expect(matches(filter, resource, profile)).toBe(each.every(Boolean))
      }),
      runs,
    )
  })

  it('the canonical text means the same', () => {
    fc.assert(
      fc.property(fc.oneof(aipFilter, regexFilter), image, profile, (filter, resource, profile) => {
        expect(matches(print(parse(filter)), resource, profile)).toBe(matches(filter, resource, profile))
      }),
      runs,
    )
  })
})

describe('a Matcher', () => {
  it('never throws, whatever the value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    fc.assert(
      fc.property(fc.oneof(aipFilter, regexFilter), fc.oneof(fc.jsonValue(), anything, image), (filter, resource) => {
        expect(matches(filter, resource, documented)).toBeTypeOf('boolean')
      }),
      runs,
    )
  })

  it('matches some cases and not others, so the generators are useful', () => {
    const found = fc
      .sample(fc.tuple(fc.oneof(aipFilter, regexFilter), image), 2000)
      .map(([filter, resource]) => matches(filter, resource, documented))
    const share = found.filter(Boolean).length / found.length
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.9)
  })
})
