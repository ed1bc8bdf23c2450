import { describe, expect, it } from 'vitest'
import {
  compareCodePoints,
  compileWildcard,
  copyArray,
  parseFixedTimestamp,
  parseTimestamp,
} from '../../src/values/index.ts'
import { scalarTypes } from '../../src/types/index.ts'

const digits = (count: number): string => '7'.padStart(count, '0')

describe('code points at the edges of the surrogates', () => {
  it.each([
    ['\ud7ff', '\ue000'],
    ['\ue000', '\uffff'],
    ['\uffff', '\u{10000}'],
    ['\u{103fe}', '\u{103ff}'],
    ['\u{103ff}', '\u{10400}'],
    ['\uffff', '\u{10ffff}'],
  ])('%j < %j', (less, greater) => {
    expect(compareCodePoints(less, greater)).toBeLessThan(0)
    expect(compareCodePoints(greater, less)).toBeGreaterThan(0)
  })
})

describe('values of a filter', () => {
  it.each([
    ['int64', '-0', 0],
    ['int64', '-7', -7],
    ['int64', digits(15), 7],
    ['int64', digits(16), 7],
    ['int64', digits(100), 7],
    ['int64', '999999999999999', 999_999_999_999_999],
    ['int64', '9007199254740991', 9_007_199_254_740_991],
    ['int64', '9007199254740992', 9_007_199_254_740_992n],
    ['int64', '-9007199254740992', -9_007_199_254_740_992n],
    ['int64', '18446744073709551616', 18_446_744_073_709_551_616n],
    ['int64', '', undefined],
    ['int64', '-', undefined],
    ['int64', '+1', 1],
    ['int64', '+0', 0],
    ['int64', '+9223372036854775808', 9_223_372_036_854_775_808n],
    ['int64', '+', undefined],
    ['int64', '+-1', undefined],
    ['int64', '-+1', undefined],
    ['int64', '--1', undefined],
    ['int64', '1x', undefined],
    ['int64', 'x1', undefined],
    ['int64', '0x1', undefined],
    ['int64', '1.0', undefined],
    ['int64', ' 1', undefined],
    ['int64', '1\n', undefined],
    ['double', '1', 1],
    ['double', '12.', 12],
    ['double', '.25', 0.25],
    ['double', '10.25', 10.25],
    ['double', '+1.5', 1.5],
    ['double', '-1.5', -1.5],
    ['double', '1e3', 1000],
    ['double', '1E+12', 1e12],
    ['double', '25e-12', 25e-12],
    ['double', '.5e1', 5],
    ['double', '1e999', Infinity],
    ['double', '', undefined],
    ['double', '.', undefined],
    ['double', '+', undefined],
    ['double', 'x.5', undefined],
    ['double', '.5x', undefined],
    ['double', 'e5', undefined],
    ['double', '1e', undefined],
    ['double', '1e+', undefined],
    ['double', '1ex', undefined],
    ['double', 'x1', undefined],
    ['double', '1x', undefined],
    ['double', '--1', undefined],
    ['double', '0x1', undefined],
    ['double', 'Infinity', undefined],
    ['double', ' 1', undefined],
    ['boolean', 'true', true],
    ['boolean', 'TRUE', true],
    ['boolean', 'False', false],
    ['boolean', '', undefined],
    ['boolean', 'yes', undefined],
    ['boolean', '1', undefined],
  ] as const)('%s: %o is %o', (type, text, expected) => {
    expect(scalarTypes[type].parse(text)).toBe(expected)
  })
})

describe('values of a resource', () => {
  it.each([
    ['string', '', ''],
    ['string', 'a', 'a'],
    ['string', 1, undefined],
    ['string', ['a'], undefined],
    ['enum', 'A', 'A'],
    ['enum', '', undefined],
    ['enum', 1, undefined],
    ['boolean', true, true],
    ['boolean', false, false],
    ['boolean', 'true', undefined],
    ['boolean', 0, undefined],
    ['int64', '-0', 0],
    ['int64', -0, 0],
    ['int64', digits(64), 7],
    ['int64', digits(65), 7],
    ['int64', 1.5, undefined],
    ['int64', NaN, undefined],
    ['int64', Infinity, undefined],
    ['int64', 7n, 7],
    ['int64', ['7'], undefined],
    ['int64', true, undefined],
    ['int64', {}, undefined],
    ['int64', 2 ** 53, 9_007_199_254_740_992n],
    ['int64', 2 ** 63, undefined],
    ['int64', '9223372036854775807', 9_223_372_036_854_775_807n],
    ['int64', '9223372036854775808', undefined],
    ['int64', '-9223372036854775808', -9_223_372_036_854_775_808n],
    ['int64', '-9223372036854775809', undefined],
    ['uint64', '0', 0],
    ['uint64', '-1', undefined],
    ['uint64', '18446744073709551615', 18_446_744_073_709_551_615n],
    ['uint64', '18446744073709551616', undefined],
    ['integer', 2_147_483_647, 2_147_483_647],
    ['integer', 2_147_483_648, undefined],
    ['integer', -2_147_483_648, -2_147_483_648],
    ['integer', -2_147_483_649, undefined],
    ['double', 1.5, 1.5],
    ['double', NaN, undefined],
    ['double', Infinity, Infinity],
    ['double', '1.5', 1.5],
    ['double', digits(64), 7],
    ['double', digits(65), 7],
    ['double', ['1'], undefined],
    ['double', 1n, undefined],
    ['double', true, undefined],
    ['timestamp', 0, undefined],
    ['timestamp', '2020', undefined],
    ['timestamp', ['2020-01-01T00:00:00Z'], undefined],
  ] as const)('%s: %o is %o', (type, json, expected) => {
    expect(scalarTypes[type].read(json)).toBe(expected)
  })

  it('a timestamp is an instant', () => {
    expect(scalarTypes.timestamp.read('1970-01-01T00:00:01.000000002Z')).toEqual({ seconds: 1, nanos: 2 })
  })

  it.each([
    [[], []],
    [
      ['a', 1],
      ['a', 1],
    ],
    ['ab', undefined],
    [new Set(['a']), undefined],
    [{ length: 1, 0: 'a' }, undefined],
    [null, undefined],
  ])('the elements of %j are %j', (value, expected) => {
    expect(copyArray(value)).toEqual(expected)
  })

  it('copies an unreadable element as undefined', () => {
    const throwing = {
      get(): never {
        throw new Error('boom')
      },
    }
    const elements = Object.defineProperty(['a', '', 'b'], 1, throwing)
    expect(copyArray(elements)).toEqual(['a', undefined, 'b'])
    expect(copyArray(Array(2))).toEqual([undefined, undefined])
  })

  it('copies nothing of an unreadable array', () => {
    const { proxy, revoke } = Proxy.revocable([], {})
    revoke()
    expect(copyArray(proxy)).toBeUndefined()
  })
})

/** The day before is the last of its month. */
const daysThatAreNone = [
  '2023-01-32',
  '2023-02-29',
  '1900-02-29',
  '2100-02-29',
  '2024-02-30',
  '2000-02-30',
  '2023-03-32',
  '2023-04-31',
  '2023-05-32',
  '2023-06-31',
  '2023-07-32',
  '2023-08-32',
  '2023-09-31',
  '2023-10-32',
  '2023-11-31',
  '2023-12-32',
]

describe('timestamps', () => {
  it.each(daysThatAreNone)('%s is rejected, and the day before is read', (day) => {
    const before = day.slice(0, 8) + String(Number(day.slice(8)) - 1)
    expect(parseTimestamp(`${day}T00:00:00Z`)).toBeUndefined()
    expect(parseTimestamp(`${before}T00:00:00Z`)?.seconds).toBe(Date.parse(before) / 1000)
  })

  it.each([
    ['2020-01-01T00:00:00Z', 1_577_836_800, 0],
    ['2020-01-01t00:00:00z', 1_577_836_800, 0],
    ['2020-01-01T23:59:59Z', 1_577_923_199, 0],
    ['2020-12-01T00:00:00Z', 1_606_780_800, 0],
    ['2020-01-01T00:00:00.1Z', 1_577_836_800, 100_000_000],
    ['2020-01-01T00:00:00.123456789+00:00', 1_577_836_800, 123_456_789],
    ['2020-01-01T00:00:00+01:30', 1_577_831_400, 0],
    ['2020-01-01T00:00:00-01:30', 1_577_842_200, 0],
    ['2020-01-01T00:00:00+23:59', 1_577_750_460, 0],
    ['2016-12-31T23:59:60Z', 1_483_228_800, 0],
    ['2017-01-01T00:59:60+01:00', 1_483_228_800, 0],
    ['0000-01-01T00:00:00Z', -62_167_219_200, 0],
    ['9999-12-31T23:59:59Z', 253_402_300_799, 0],
  ])('%s is read', (text, seconds, nanos) => {
    expect(parseTimestamp(text)).toEqual({ seconds, nanos })
  })

  it.each([
    '2020-00-01T00:00:00Z',
    '2020-13-01T00:00:00Z',
    '2020-01-00T00:00:00Z',
    '2020-01-01T24:00:00Z',
    '2020-01-01T00:60:00Z',
    '2020-01-01T00:00:61Z',
    '2020-01-01T00:00:60Z',
    '2020-01-01T23:58:60Z',
    '2016-12-31T23:59:60+01:00',
    '2020-01-01T00:00:00+24:00',
    '2020-01-01T00:00:00+00:60',
    '2020-01-01T00:00:00.1234567890Z',
    '2020-01-01T00:00:00.Z',
    '2020-01-01T00:00:00',
    '2020-01-01T00:00:00+1:00',
    '2020-01-01T00:00:00 00:00',
    '2020-01-01 00:00:00Z',
    '20-01-01T00:00:00Z',
    '12020-01-01T00:00:00Z',
    ' 2020-01-01T00:00:00Z',
    '2020-01-01T00:00:00Z ',
    '2020-1-01T00:00:00Z',
    '2020-01-1T00:00:00Z',
    '2020-01-01T0:00:00Z',
    '2020-01-01T00:0:00Z',
    '2020-01-01T00:00:0Z',
    '2020-01-01T00:00:00+00:0',
    '2020-01-01T00:00:00,5Z',
    '2020/01/01T00:00:00Z',
  ])('%s is rejected', (text) => {
    expect(parseTimestamp(text)).toBeUndefined()
  })
})

describe('timestamps in the form of the API', () => {
  it.each([
    ['1970-01-01T00:00:00.000+00:00', 0],
    ['1970-01-01T00:00:00.001+00:00', 1],
    ['1969-12-28T23:59:59.999-00:00', -259_200_001],
    ['2020-01-28T23:59:59.999-23:59', 1_580_342_339_999],
    ['2020-01-28T23:59:59.999+23:59', 1_580_169_659_999],
    ['2020-12-28T00:00:00.000-08:00', 1_609_142_400_000],
    ['2020-03-01T00:00:00.000+00:00', 1_583_020_800_000],
    ['2100-03-01T00:00:00.000+00:00', 4_107_542_400_000],
    ['2000-03-01T00:00:00.000+00:00', 951_868_800_000],
    ['0000-01-01T00:00:00.000+00:00', -62_167_219_200_000],
    ['0000-01-01T00:00:00.001+00:00', -62_167_219_199_999],
    ['0000-01-01T00:00:00.000+00:01', -62_167_219_260_000],
    ['0001-01-01T00:00:00.000+00:00', -62_135_596_800_000],
    ['9999-12-28T23:59:59.999+00:00', 253_402_041_599_999],
  ])('%s is read', (text, milliseconds) => {
    expect(parseFixedTimestamp(text)).toBe(milliseconds)
    const { seconds = 0, nanos = 0 } = parseTimestamp(text) ?? {}
    expect(seconds * 1000 + nanos / 1_000_000).toBe(milliseconds)
  })

  it.each([
    '2020-01-28T00:00:00.000+00:00x',
    '2020-01-28T00:00:00.000+00:0',
    '2020-01-28T00:00:00.000Z',
    '2020-01-28T00:00:00.000+00:000',
    '2020-01-28T00:00:00,000+00:00',
    '2020-01-28T00:00:00.000 00:00',
    '2020-01-28T00:00:00.000+00.00',
    '2020-01-28T00.00:00.000+00:00',
    '2020-01-28T00:00.00.000+00:00',
    '2020-01-28t00:00:00.000+00:00',
    '2020.01-28T00:00:00.000+00:00',
    '2020-01.28T00:00:00.000+00:00',
    '2020-00-28T00:00:00.000+00:00',
    '2020-13-28T00:00:00.000+00:00',
    '2020-01-00T00:00:00.000+00:00',
    '2020-01-29T00:00:00.000+00:00',
    '2020-01-28T24:00:00.000+00:00',
    '2020-01-28T00:60:00.000+00:00',
    '2020-01-28T00:00:60.000+00:00',
    '2020-01-28T00:00:00.000+24:00',
    '2020-01-28T00:00:00.000+00:60',
    '20x0-01-28T00:00:00.000+00:00',
    '2020-x1-28T00:00:00.000+00:00',
    '2020-01-x8T00:00:00.000+00:00',
    '2020-01-28Tx0:00:00.000+00:00',
    '2020-01-28T00:x0:00.000+00:00',
    '2020-01-28T00:00:x0.000+00:00',
    '2020-01-28T00:00:00.x00+00:00',
    '2020-01-28T00:00:00.00x+00:00',
    '2020-01-28T00:00:00.000+x0:00',
    '2020-01-28T00:00:00.000+00:x0',
    '2020-01-28T00:00:00.00/+00:00',
    '2020-01-28T00:00:00.00:+00:00',
  ])('%s is left to the general reader', (text) => {
    expect(parseFixedTimestamp(text)).toBeUndefined()
  })
})

describe('wildcards', () => {
  it.each([
    [['a'], 'a', true],
    [['a'], 'ab', false],
    [['', ''], '', true],
    [['', ''], 'a', true],
    [['a', ''], 'ab', true],
    [['a', ''], 'ba', false],
    [['', 'a'], 'ba', true],
    [['', 'a'], 'ab', false],
    [['ab', 'ba'], 'aba', false],
    [['ab', 'ba'], 'abba', true],
    [['ab', 'ba'], 'abbb', false],
    [['ab', 'ba'], 'bbba', false],
    [['a', '', 'b'], 'ab', true],
    [['a', '', 'b'], 'a', false],
    [['a', 'b', 'c'], 'abc', true],
    [['a', 'b', 'c'], 'axbxc', true],
    [['a', 'b', 'c'], 'acb', false],
    [['a', 'b', 'c'], 'xabc', false],
    [['a', 'b', 'c'], 'abcx', false],
    [['a', 'b', 'b'], 'ab', false],
    [['a', 'a', 'b'], 'ab', false],
    [['a', 'b', 'b', 'c'], 'abc', false],
    [['a', 'b', 'b', 'c'], 'abbc', true],
    [['', 'bb', ''], 'abba', true],
    [['', 'bb', ''], 'aba', false],
    [['ab', 'b', 'bc'], 'abc', false],
    [['ab', 'b', 'bc'], 'abbbc', true],
  ] as const)('%j on %j: %s', (parts, text, expected) => {
    expect(compileWildcard(parts)(text)).toBe(expected)
  })

  it.each([[['a']], [['a', '']], [['', 'a']], [['a', 'a']], [['a', 'a', 'a']], [['', '']]] as const)(
    '%j match no other type of value',
    (parts) => {
      for (const value of [undefined, null, 0, ['a'], ['aaa'], {}]) expect(compileWildcard(parts)(value)).toBe(false)
    },
  )
})
