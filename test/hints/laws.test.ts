import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFix, compile, documented, observed, type Profile, type Schema, validate } from '../../src/index.ts'
import { caseArbitrary, createOracle } from '../../src/testing/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    text: { type: 'string' },
    kind: { type: 'enum', values: ['A', 'B'] },
    flag: { type: 'boolean' },
    count: { type: 'integer' },
    id: { type: 'int64' },
    ratio: { type: 'double' },
    at: { type: 'timestamp' },
    labels: { type: 'map', value: 'string' },
    inner: { type: 'message', fields: { text: { type: 'string' }, count: { type: 'uint32' } } },
    list: { type: 'string', repeated: true },
  },
} as const satisfies Schema

const literals: Readonly<Record<string, readonly string[]>> = {
  text: ['a', 'b', '""', 'a*', '*b', '*'],
  kind: ['A', 'B', 'a'],
  flag: ['true', 'false'],
  count: ['0', '1', '2', '2147483648'],
  id: ['0', '1', '-1', '9223372036854775807'],
  ratio: ['0', '1', '1.0', '-0.5'],
  at: ['2025-01-01T00:00:00Z', '2025-01-01T01:00:00+01:00', '2024-01-01T00:00:00Z'],
  labels: ['*', 'a', 'b'],
  'labels.a': ['a', 'b', '""', '*'],
  inner: ['*', 'text'],
  'inner.text': ['a', '""', 'a*', '*'],
  'inner.count': ['0', '1', '-1'],
  list: ['a', 'b', '*'],
}

const patterns = ['a', 'b', 'a.*', '.*', '""', '"a|b"']

const values = [
  undefined,
  null,
  '',
  'a',
  'b',
  'ab',
  'A',
  'B',
  true,
  false,
  0,
  1,
  2,
  3,
  '1',
  '-1',
  0.5,
  -0.5,
  '2025-01-01T00:00:00Z',
  '2024-01-01T00:00:00Z',
  '2024-06-01T00:00:00Z',
]

/** Every resource that has one of the values at the field, or nothing there. */
function resourcesWith(field: string): readonly object[] {
  const [name = '', part] = field.split('.')
  if (name === 'list') return [{}, { list: [] }, { list: ['a'] }, { list: ['a', 'b'] }, { list: ['b'] }]
  if (name === 'labels')
    return [{}, { labels: {} }, ...values.flatMap((value) => [{ labels: { a: value } }, { labels: { b: value } }])]
  if (name === 'inner') return [{}, { inner: {} }, ...values.map((value) => ({ inner: { [part ?? 'text']: value } }))]
  return [{}, ...values.map((value) => ({ [name]: value }))]
}

const restrictionOn = (field: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '', 'NOT '),
      fc.constantFrom('=', '!=', '<', '<=', '>', '>=', ':', ':'),
      fc.constantFrom(...(literals[field] ?? [])),
    )
    .map(([not, comparator, literal]) => `${not}${field} ${comparator} ${literal}`)

const clauseOn = (field: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('eq', 'ne'), fc.constantFrom(...patterns))
    .map(([comparator, pattern]) => `(${field} ${comparator} ${pattern})`)

const profiles: fc.Arbitrary<Profile> = fc.constantFrom(documented, observed, {
  ...documented,
  unsetParent: 'default' as const,
})

const pairs = fc.constantFrom(...Object.keys(literals)).chain((field) => {
  const either = fc.oneof(
    fc.tuple(restrictionOn(field), restrictionOn(field)),
    fc.tuple(clauseOn(field), clauseOn(field)),
  )
  return either.map((both) => ({ field, filter: both.join(' ') }))
})

describe('laws of hints', () => {
  it('never-matches is true: the oracle finds no resource', () => {
    let fired = 0
    fc.assert(
      fc.property(pairs, profiles, ({ field, filter }, profile) => {
        const hints = validate(filter, { schema, profile, hints: true })
        if (!hints.some(({ code }) => code === 'never-matches')) return
        fired++
        const matches = createOracle(filter, { schema, profile })
        expect([filter, resourcesWith(field).filter((resource) => matches(resource))]).toEqual([filter, []])
      }),
      { numRuns: 6000 },
    )
    expect(fired).toBeGreaterThan(300)
  })

  it('a hint never rejects, and its fixes give accepted filters with one hint less', () => {
    fc.assert(
      fc.property(caseArbitrary(), profiles, ({ filter }, profile) => {
        const errors = validate(filter, { profile })
        const hints = validate(filter, { profile, hints: true })
        if (errors.length > 0) {
          expect(hints).toEqual(errors)
          return
        }
        expect(hints.every(({ severity }) => severity === 'hint')).toBe(true)
        expect(() => compile(filter, { profile })).not.toThrow()
        for (const fix of hints.flatMap(({ fixes = [] }) => fixes)) {
          const after = validate(applyFix(filter, fix), { profile, hints: true })
          expect(after.every(({ severity }) => severity === 'hint')).toBe(true)
          expect(after.length).toBeLessThan(hints.length)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('a preferred fix of a hint keeps the verdict', () => {
    let fixed = 0
    fc.assert(
      fc.property(caseArbitrary({ dialect: 'AIP-160' }), profiles, ({ filter, resources }, profile) => {
        const hints = validate(filter, { profile, hints: true })
        for (const fix of hints.flatMap(({ severity, fixes = [] }) => (severity === 'hint' ? fixes : []))) {
          if (!fix.isPreferred) continue
          fixed++
          const [before, after] = [filter, applyFix(filter, fix)].map((text) => compile<unknown>(text, { profile }))
          for (const resource of resources) expect(after?.(resource)).toBe(before?.(resource))
        }
      }),
      { numRuns: 1500 },
    )
    expect(fixed).toBeGreaterThan(5)
  })
})
