import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AIP_COMPARATORS } from '../../src/ast/index.ts'
import { preparePlan } from '../../src/compile.ts'
import { verdictOf } from '../../src/evaluate/index.ts'
import { documented, observed, type Profile, type Schema } from '../../src/index.ts'
import { differenceOf } from '../../src/matcher/fast-verdicts.ts'
import type { Condition } from '../../src/plan/index.ts'
import { scalarTypes, type ScalarType } from '../../src/types/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    string: { type: 'string' },
    enum: { type: 'enum', values: ['READY', 'a'] },
    boolean: { type: 'boolean' },
    int64: { type: 'int64' },
    uint64: { type: 'uint64' },
    uint32: { type: 'uint32' },
    integer: { type: 'integer' },
    double: { type: 'double' },
    timestamp: { type: 'timestamp' },
    strings: { type: 'string', repeated: true },
    numbers: { type: 'int64', repeated: true },
    labels: { type: 'map', value: 'string' },
    flags: { type: 'map', value: 'boolean' },
    counts: { type: 'map', value: 'int64' },
  },
} as const satisfies Schema

const conditionOf = (filter: string, profile: Profile = documented): Condition => {
  const { plan } = preparePlan(filter, { schema, profile })
  if (plan.kind !== 'condition') throw new Error(`${filter} is more than one condition`)
  return plan.condition
}

const noon = '2020-01-01T12:00:00Z'
const values: readonly unknown[] = [
  ...[undefined, null, '', 'a', 'b', 'READY', 'ready', 'a b', true, false, {}, [], ['a']],
  ...[0, -0, 1, 5, 6, -1, 1.5, NaN, Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 5n, '0', '5', '05', '-5', '+5', '5.0', ' 5'],
  ...['999999999999999', '1000000000000000', '9223372036854775808', '-1', '4294967295', '2147483648', '1e1'],
  ...[noon, '2020-01-01T11:59:59.999+00:00', '2020-01-01T12:00:00.000+00:00', '2020-01-01T12:00:00.001+00:00'],
  ...['2020-01-01T12:00:00.0000001Z', new Date(noon), new Date(NaN)],
]

const filters = [
  ...['string = a', 'string != a', 'string:a', 'string = ""', 'string != ""', 'string < b', 'string >= a'],
  ...['string = a*', 'string != a*', 'string:*a', 'string:*', 'enum = READY', 'enum != READY', 'enum:READY'],
  ...['boolean = true', 'boolean != true', 'boolean = false', 'boolean != false', 'boolean:false'],
  ...['int64', 'uint64', 'uint32', 'integer', 'double'].flatMap((field) =>
    AIP_COMPARATORS.flatMap((comparator) =>
      ['0', '5', '-5', '1000000000000000'].map((n) => `${field} ${comparator} ${n}`),
    ),
  ),
  ...AIP_COMPARATORS.flatMap((comparator) =>
    [noon, '2020-01-01T12:00:00.0000001Z'].map((text) => `timestamp ${comparator} ${text}`),
  ),
  ...[
    'strings:a',
    'strings:a*',
    'strings:*',
    'numbers:*',
    'int64:*',
    'labels:*',
    'counts:*',
    'labels.x != a',
    'labels.x = a',
    'labels.x != a*',
    'labels.x = ""',
  ],
  ...['flags.x != true', 'flags.x = false', 'counts.x != 5', 'counts.x = 0', 'string eq a.*', 'string ne a.*'],
  ...['enum eq R.*', 'timestamp eq 2020.*', 'timestamp ne 2020.*', 'int64 eq 5', 'int64 ne 0', 'boolean ne false'],
]

const repeated = ['strings != a', 'strings != a*', 'strings = a', 'numbers != 5', 'numbers = 5', 'numbers != 0']
const anyElement = { ...documented, repeatedEquals: 'any' } as const

/** Not negated on a path through arrays, where the condition is negated as a whole. */
const plainDifferenceOf = (condition: Condition): ((json: unknown) => boolean) => {
  const verdict = verdictOf(condition)
  return (json) => verdict(json) !== (!condition.path.repeated && condition.whenUnset)
}

describe('a fast verdict differs from that on an unset value where that of the plain evaluator does', () => {
  it.each(filters)('%s', (filter) => {
    for (const profile of [documented, observed, { ...documented, unsetParent: 'default' } as const]) {
      const condition = conditionOf(filter, profile)
      expect(values.map(differenceOf(condition)), `profile ${JSON.stringify(profile)}`).toEqual(
        values.map(plainDifferenceOf(condition)),
      )
    }
  })

  it.each(repeated)('%s on an element', (filter) => {
    const condition = conditionOf(filter, anyElement)
    expect(values.map(differenceOf(condition))).toEqual(values.map(plainDifferenceOf(condition)))
  })

  it('whatever the value', () => {
    const json = fc.oneof(
      fc.constantFrom(...values),
      fc.jsonValue({ maxDepth: 1 }),
      fc.integer().map(String),
      fc.integer(),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...filters),
        fc.constantFrom(documented, observed),
        json,
        (filter, profile, value) => {
          const condition = conditionOf(filter, profile)
          expect(differenceOf(condition)(value)).toBe(plainDifferenceOf(condition)(value))
        },
      ),
      { numRuns: 5000 },
    )
  })
})

describe('the rank of a value', () => {
  const rankOfJson = (type: ScalarType, json: unknown): number => {
    const { fast } = scalarTypes[type]
    return fast?.by === 'rank' ? fast.rankOfJson(json) : Infinity
  }
  const safe = '999999999999999'
  it.each([
    ['int64', '5', 5],
    ['int64', '005', 5],
    ['int64', safe, Number(safe)],
    ['int64', `0${safe}`, NaN],
    ['int64', 5, 5],
    ['int64', -5, -5],
    ['int64', 1.5, NaN],
    ['int64', 2 ** 53, NaN],
    ['int64', '', NaN],
    ['int64', '-5', NaN],
    ['int64', '+5', NaN],
    ['int64', '5x', NaN],
    ['int64', '5/', NaN],
    ['int64', '5:', NaN],
    ['int64', undefined, NaN],
    ['int64', 5n, NaN],
    ['uint64', '0', 0],
    ['uint64', -1, NaN],
    ['uint32', 4294967295, 4294967295],
    ['uint32', 4294967296, NaN],
    ['uint32', '4294967296', NaN],
    ['integer', -2147483648, -2147483648],
    ['integer', -2147483649, NaN],
    ['integer', 2147483647, 2147483647],
    ['integer', 2147483648, NaN],
    ['timestamp', '2020-01-01T12:00:00.001+00:00', Date.parse(noon) + 1],
    ['timestamp', noon, NaN],
    ['timestamp', 5, NaN],
    ['timestamp', ['2020-01-01T12:00:00.001+00:00'], NaN],
  ] as const)('%s %o: %d', (type, json, expected) => {
    expect(rankOfJson(type, json)).toBe(expected)
  })
})
