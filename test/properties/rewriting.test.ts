import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, documented, observed, type Profile } from '../../src/index.ts'
import { filterTextArbitrary, resourceArbitrary } from '../../src/testing/index.ts'

const image = resourceArbitrary(undefined, { wrongTypes: true })
const profile: fc.Arbitrary<Profile> = fc.constantFrom(documented, observed, { ...documented, unsetParent: 'default' })
/** Not empty, so that it is valid in parentheses. */
const filter = (near: object) =>
  filterTextArbitrary({ dialect: 'AIP-160', near: [near] }).filter((text) => text.trim() !== '')

/** That two spellings mean the same, for any three filters. */
function expectSame(
  one: (a: string, b: string, c: string) => string,
  other: (a: string, b: string, c: string) => string,
) {
  const example = image.chain((resource) =>
    fc.record({
      resource: fc.constant(resource),
      filters: fc.tuple(filter(resource), filter(resource), filter(resource)),
      profile,
    }),
  )
  fc.assert(
    fc.property(example, ({ resource, filters, profile }) => {
      const options = { profile, limits: { textLength: 100_000 } }
      expect(compile<object>(one(...filters), options)(resource)).toBe(
        compile<object>(other(...filters), options)(resource),
      )
    }),
    { numRuns: 300 },
  )
}

describe('means the same', () => {
  it.each<readonly [string, (a: string, b: string, c: string) => string, (a: string, b: string, c: string) => string]>([
    ['double negation', (a) => `NOT (NOT (${a}))`, (a) => a],
    ['De Morgan, AND', (a, b) => `NOT ((${a}) AND (${b}))`, (a, b) => `(NOT (${a})) OR (NOT (${b}))`],
    ['De Morgan, OR', (a, b) => `NOT ((${a}) OR (${b}))`, (a, b) => `(NOT (${a})) AND (NOT (${b}))`],
    ['AND in another order', (a, b) => `(${a}) AND (${b})`, (a, b) => `(${b}) AND (${a})`],
    ['OR in another order', (a, b) => `(${a}) OR (${b})`, (a, b) => `(${b}) OR (${a})`],
    [
      'AND over OR',
      (a, b, c) => `(${a}) AND (${b}) OR (${c})`,
      (a, b, c) => `((${a}) AND (${b})) OR ((${a}) AND (${c}))`,
    ],
    [
      'OR over AND',
      (a, b, c) => `(${a}) OR ((${b}) AND (${c}))`,
      (a, b, c) => `((${a}) OR (${b})) AND ((${a}) OR (${c}))`,
    ],
    ['side by side and AND', (a, b, c) => `(${a}) (${b}) (${c})`, (a, b, c) => `(${a}) AND ((${b}) AND (${c}))`],
    ['absorption', (a, b) => `(${a}) OR ((${a}) AND (${b}))`, (a) => a],
  ])('%s', (_, one, other) => {
    expectSame(one, other)
  })
})

describe('composite values', () => {
  const field = fc.constantFrom('name', 'family', 'labels.env', 'description', 'licenses')
  const value = fc.constantFrom('a', 'prod', 'debian-12', '""', 'pr*', '*')

  it('distribute, with every operator', () => {
    fc.assert(
      fc.property(image, profile, field, value, value, (resource, profile, name, x, y) => {
        const matches = (text: string) => compile<object>(text, { profile })(resource)
        const comparator = name === 'licenses' ? ':' : '='
        const one = `${name}${comparator}${x}`
        const other = `${name}${comparator}${y}`
        expect(matches(`${name}${comparator}(${x} OR ${y})`)).toBe(matches(`${one} OR ${other}`))
        expect(matches(`${name}${comparator}(${x} AND ${y})`)).toBe(matches(`${one} AND ${other}`))
        expect(matches(`${name}${comparator}(${x} ${y})`)).toBe(matches(`${one} ${other}`))
        expect(matches(`${name}${comparator}(NOT ${x})`)).toBe(matches(`NOT ${one}`))
        expect(matches(`${name}${comparator}(-${x} OR ${y})`)).toBe(matches(`(NOT ${one}) OR ${other}`))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('`a != v` and `NOT a = v`', () => {
  it('are equal if the parent is set, and differ otherwise', () => {
    fc.assert(
      fc.property(image, fc.constantFrom('a', 'prod', '""', 'pr*'), (resource, value) => {
        const matches = (text: string) => compile<object>(text)(resource)
        expect(matches(`name != ${value}`)).toBe(matches(`NOT name = ${value}`))
        const labels: unknown = (resource as { readonly labels?: unknown } | null)?.labels
        const isMap = typeof labels === 'object' && labels !== null && !Array.isArray(labels)
        const hasKey = isMap && 'env' in labels && typeof labels.env === 'string'
        expect(matches(`labels.env != ${value}`)).toBe(hasKey && matches(`NOT labels.env = ${value}`))
        if (!hasKey) expect(matches(`NOT labels.env = ${value}`)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
