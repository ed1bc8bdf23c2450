import type { Field, ScalarType } from '../../index.ts'

/*
 * Values at which filters are wrong, few enough that two of them are often the same: what never meets shows nothing.
 * The first of each list is the simplest, which a counter-example shrinks to.
 */

const url = 'https://www.googleapis.com/compute/v1/projects/p/global/images/a?x=1&y=%2F'
const texts = ['a', '', 'A', 'ab', 'prod', 'debian-12', '10', '9', 'é', '\uFF5E', '😀', 'a b', 'a\nb', url, '*', '*']
const awkward = ['\\', '"', "'", '-1', '-a', 'AND', 'eq', 'a*b', '~', 'true', '(a)', '\t', '\u0007', 'a\\"b', ',']
const integers = ['0', '1', '-1', '9', '10', '2147483647', '9007199254740992', '9007199254740993']
const wide = ['9223372036854775807', '-9223372036854775808']
const unsigned = ['18446744073709551615']

/** Some are the same instant, some differ by a nanosecond, and order as text is not their order. */
const instants = [
  '2020-01-01T00:00:00Z',
  '2020-01-01T01:00:00+01:00',
  '2019-12-31T16:00:00.000-08:00',
  '2019-12-31T23:59:59.999999999Z',
  '2020-01-01T00:00:00.000000001Z',
  '2020-01-01t00:00:00.0000001z',
  '2024-02-29T12:00:00.5-08:00',
  '2016-12-31T23:59:60Z',
  '2017-01-01t00:00:00z',
]

/** Keys of maps, in resources and in filters: words of the language, names of JavaScript, spellings like a field's. */
export const keys = ['env', 'owner', 'a', 'a.b', 'goog-x', 'a_b', 'AND', 'NOT', 'eq', 'constructor', '__proto__', 'é b']

const known: { readonly [T in ScalarType]: readonly string[] } = {
  // What is usual, and the empty text most of all, is more often the same in filter and resource.
  string: [...texts, ...texts, '', '', ...awkward],
  boolean: ['false', 'true'],
  int64: [...integers, ...wide],
  uint64: [...integers.filter((text) => !text.startsWith('-')), ...unsigned],
  integer: integers.filter((text) => text.length <= 10),
  double: ['0', '-0.5', '1', '10', '9.5', '1e3'],
  timestamp: instants,
}

/** What a filter may say a value of the field is. */
export function literalsOf(field: Field): readonly string[] {
  switch (field.type) {
    case 'enum':
      return field.values
    case 'map':
      return known[field.value]
    case 'message':
      return []
    case 'string':
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
    case 'timestamp':
      return known[field.type]
  }
}

/**
 * The JSON values that stand for a literal. Integers of 64 bits come as text, or as a number where its JSON is the same
 * integer to every reader: -2^63 is exact as a double, but JSON has it as -9223372036854776000.
 */
export function jsonOf(type: Field['type'], literal: string): readonly unknown[] {
  switch (type) {
    case 'boolean':
      return [literal === 'true']
    case 'integer':
    case 'double':
      return [Number(literal)]
    case 'int64':
    case 'uint64':
      return JSON.stringify(Number(literal)) === literal ? [literal, Number(literal)] : [literal]
    case 'string':
    case 'enum':
    case 'timestamp':
    case 'message':
    case 'map':
      return [literal]
  }
}

/** JSON values that look like one of the type and are not, or not quite. */
export const wrongValues: { readonly [T in Field['type']]: readonly unknown[] } = {
  string: [5, true, ['a']],
  enum: ['ready', 'NO_SUCH_VALUE', '', 5],
  boolean: ['true', 1, 0],
  int64: ['1e3', ' 5', '5.0', '0x10', '+5', 'ten', '9223372036854775808', 1.5],
  uint64: ['1e3', ' 5', '-1', '18446744073709551616', -1],
  integer: [1.5, 2147483648, ' 5', '1.0'],
  double: ['1.5.2', ' 1', 'Infinity', true],
  timestamp: ['2020-13-01T00:00:00Z', '2020-01-01T00:00:00', '2020-01-01', '2020-01-01T12:00:60Z', 1577836800000],
  message: ['x', [{}]],
  map: [['a'], 'x'],
}

/** Values that fit no field, or few. */
export const strangeValues: readonly unknown[] = [null, {}, [], 5, true, 'x', [null], { type: 5 }]
