import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resourceSchema } from '../testing/schemas.ts'
import {
  parseScalar,
  type Scalar,
  scalarTypeNames,
  scalarTypes,
  type ScalarType,
  type ScalarValues,
  type TypedValue,
} from '../../src/types/index.ts'

/** Literals at which reading and writing are wrong. */
const literals: Readonly<Record<ScalarType, readonly string[]>> = {
  string: ['', 'a', '*', '😀', '\uFF5E', ' '],
  enum: ['A', 'a'],
  boolean: ['true', 'TRUE', 'False'],
  int64: ['0', '-0', '+5', '007', '-9223372036854775808', '9007199254740993', '99999999999999999999'],
  uint64: ['0', '5', '18446744073709551615', '-1'],
  uint32: ['0', '4294967295', '4294967296'],
  integer: ['0', '-2147483648', '2147483648'],
  double: ['0', '-0', '.5', '1.', '1e3', '-1E-3', '1e400', '-1e400'],
  timestamp: [
    '1970-01-01T00:00:00Z',
    '2016-12-31T23:59:60Z',
    '2020-01-01T01:00:00.500+01:00',
    '2020-01-01t00:00:00.000000001z',
    '0000-01-01T00:00:00+23:59',
    '9999-12-31T23:59:59.999999999-23:59',
    '1969-12-31T23:59:59.25Z',
  ],
}

const scalarOf = (type: ScalarType, text: string): Scalar => {
  const scalar = parseScalar(type, text)
  if (scalar === undefined) throw new Error(`${text} is not a literal of ${type}`)
  return scalar
}

const canonicalOf = <T extends keyof ScalarValues>({ type, value }: TypedValue<T>): string =>
  scalarTypes[type].canonical(value)
const compare = <T extends keyof ScalarValues>(type: T, a: ScalarValues[T], b: ScalarValues[T]): number =>
  scalarTypes[type].compare(a, b)

describe.each(scalarTypeNames)('%s', (type) => {
  it.each(literals[type])('%j: its canonical form is read back, and is its own', (text) => {
    const scalar = scalarOf(type, text)
    const canonical = canonicalOf(scalar)
    const again = scalarOf(type, canonical)
    expect(compare(type, scalar.value as never, again.value as never)).toBe(0)
    expect(canonicalOf(again)).toBe(canonical)
  })

  it('has one canonical form for values that are equal', () => {
    const all = literals[type].map((text) => scalarOf(type, text))
    for (const a of all) {
      for (const b of all) {
        const isEqual = compare(type, a.value as never, b.value as never) === 0
        expect(canonicalOf(a) === canonicalOf(b), `${canonicalOf(a)} and ${canonicalOf(b)}`).toBe(isEqual)
      }
    }
  })

  it('reads any JSON without throwing, and finds what it reads equal to itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.constantFrom(...literals[type])), (json) => {
        const value = scalarTypes[type].read(json)
        if (value !== undefined) expect(compare(type, value as never, value as never)).toBe(0)
      }),
    )
  })

  // Columns of collections keep the text in place of the object.
  it('reads an object as it reads its text', () => {
    const { read, patternText } = scalarTypes[type]
    const times = [0, 1.5e12, 253402300800000, NaN].map((time) => new Date(time))
    const wrapped = [new String('a'), new Number(5), Object(5n) as object, new Boolean(true)]
    for (const json of [...times, ...wrapped, {}, [], ['a'], [5], new Map(), () => 5]) {
      expect(read(json)).toEqual(read(patternText?.(json)))
    }
  })
})

describe('the schema of the laws', () => {
  it('has a field of every type', () => {
    const types: readonly string[] = Object.values(resourceSchema.fields).map(({ type }) => type)
    expect(scalarTypeNames.filter((type) => !types.includes(type))).toEqual([])
  })
})

describe('an integer of a resource', () => {
  const zeros = '0'.repeat(70)
  it.each<readonly [json: unknown, expected: number | bigint | undefined]>([
    [`${zeros}5`, 5],
    [`-${zeros}5`, -5],
    [`1${zeros}5`, undefined],
    [`${zeros}9007199254740993`, 9007199254740993n],
    ['-0', 0],
    ['0', 0],
    ['00', 0],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['9223372036854775807', 9223372036854775807n],
    ['9223372036854775808', undefined],
    ['-9223372036854775808', -9223372036854775808n],
    ['123456789012345678901', undefined],
    ['', undefined],
    ['-', undefined],
    [`${zeros}x`, undefined],
    [5, 5],
    [-0, 0],
    [NaN, undefined],
    [Infinity, undefined],
    [true, undefined],
    [null, undefined],
    [undefined, undefined],
    [() => 5, undefined],
    ['+5', undefined],
    ['5.0', undefined],
    [2 ** 60, 2n ** 60n],
    [5n, 5],
    [2n ** 60n, 2n ** 60n],
    [2n ** 63n, undefined],
    [5.5, undefined],
    [Symbol('5'), undefined],
  ])('%s is read', (json, expected) => {
    expect(scalarTypes.int64.read(json)).toBe(expected)
  })
})

describe('an enum or a boolean of a resource', () => {
  it.each<readonly [type: ScalarType, json: unknown, expected: unknown]>([
    ['enum', 'A', 'A'],
    ['enum', '', undefined],
    ['enum', 5, undefined],
    ['enum', null, undefined],
    ['boolean', true, true],
    ['boolean', false, false],
    ['boolean', 'true', undefined],
    ['boolean', 1, undefined],
  ])('of type %s, %j is read', (type, json, expected) => {
    expect(scalarTypes[type].read(json)).toBe(expected)
  })
})

/** What the matcher compares in place of a value; NaN where the value has to be read in full. */
describe('the rank', () => {
  it.each<readonly [type: ScalarType, json: unknown, rank: number]>([
    ['int64', '5', 5],
    ['int64', '0', 0],
    ['int64', '0123456789', 123456789],
    ['int64', '999999999999999', 999999999999999],
    ['int64', '0000000000000001', NaN],
    ['int64', '-5', NaN],
    ['int64', '', NaN],
    ['int64', '5x', NaN],
    ['int64', '5/', NaN],
    ['int64', '5:', NaN],
    ['int64', 5, 5],
    ['int64', -5, -5],
    ['int64', 5.5, NaN],
    ['int64', 2 ** 53, NaN],
    ['int64', 5n, NaN],
    ['int64', null, NaN],
    ['uint32', '4294967295', 4294967295],
    ['uint32', '4294967296', NaN],
    ['uint32', 0, 0],
    ['uint32', -1, NaN],
    ['integer', 2147483647, 2147483647],
    ['integer', 2147483648, NaN],
    ['integer', -2147483648, -2147483648],
    ['integer', -2147483649, NaN],
    ['timestamp', '1970-01-01T00:00:01.500+00:00', 1500],
    ['timestamp', '1970-01-01T00:00:01.500Z', NaN],
    ['timestamp', new Date(1500), NaN],
    ['timestamp', 1500, NaN],
    ['timestamp', null, NaN],
  ])('of a resource, %s %s is %d', (type, json, rank) => {
    const { fast } = scalarTypes[type]
    expect(fast?.by === 'rank' && fast.rankOfJson(json)).toBe(rank)
  })

  it.each<readonly [type: ScalarType, literal: string, rank: number]>([
    ['int64', '5', 5],
    ['int64', '-9007199254740991', -9007199254740991],
    ['int64', '9007199254740993', NaN],
    ['timestamp', '1970-01-01T00:00:01.5Z', 1500],
    ['timestamp', '1970-01-01T01:00:00+01:00', 0],
    ['timestamp', '1969-12-31T23:59:59.25Z', -750],
    ['timestamp', '1970-01-01T00:00:00.0005Z', NaN],
    ['timestamp', '1970-01-01T00:00:00.000000001Z', NaN],
  ])('of a filter, %s %s is %d', (type, literal, rank) => {
    const { fast } = scalarTypes[type]
    expect(fast?.by === 'rank' && fast.rankOf(scalarOf(type, literal).value as never)).toBe(rank)
  })
})

describe('canonical forms', () => {
  it.each([
    ['boolean', 'TRUE', 'true'],
    ['int64', '+007', '7'],
    ['int64', '-0', '0'],
    ['int64', '+9007199254740993', '9007199254740993'],
    ['uint32', '5', '5'],
    ['double', '1.50', '1.5'],
    ['double', '.25', '0.25'],
    ['double', '-0', '0'],
    ['double', '1e400', '1e999'],
    ['double', '-1e400', '-1e999'],
    ['timestamp', '2020-01-01T01:00:00.500+01:00', '2020-01-01T00:00:00.5Z'],
    ['timestamp', '2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
    ['timestamp', '0000-01-01T00:00:00+23:59', '0000-01-01T00:00:00+23:59'],
    ['timestamp', '9999-12-31T23:59:59.999999999-23:59', '9999-12-31T23:59:59.999999999-23:59'],
  ] as const)('%s %s is %s', (type, text, expected) => {
    expect(canonicalOf(scalarOf(type, text))).toBe(expected)
  })
})
