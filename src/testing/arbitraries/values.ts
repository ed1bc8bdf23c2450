import fc from 'fast-check'
import type { Field, ScalarType } from '../../index.ts'

/*
 * Values that bite, few enough that two of them are often the same: what filters are wrong about is seldom found by
 * values that never meet.
 */

const texts = ['', 'a', 'A', 'ab', 'prod', 'debian-12', '10', '9', 'é', '\uFF5E', '😀', 'a b', '*', '\\', '"']
const integers = ['0', '1', '-1', '9', '10', '2147483647', '9007199254740992', '9007199254740993']
const wide = ['9223372036854775807', '-9223372036854775808']
const unsigned = ['18446744073709551615']
const doubles = ['0', '-0.5', '1', '10', '9.5', '1e3']

/** Some are the same instant, some differ by a nanosecond, and order as text is not their order. */
const instants = [
  '2020-01-01T00:00:00Z',
  '2020-01-01T01:00:00+01:00',
  '2019-12-31T16:00:00.000-08:00',
  '2019-12-31T23:59:59.999999999Z',
  '2020-01-01T00:00:00.000000001Z',
  '2024-02-29T12:00:00.5-08:00',
]

export const keyOf: fc.Arbitrary<string> = fc.constantFrom('env', 'owner', 'a', 'a.b', 'goog-x')

const known: { readonly [T in ScalarType]: readonly string[] } = {
  string: texts,
  boolean: ['false', 'true'],
  int64: [...integers, ...wide],
  uint64: [...integers.filter((text) => !text.startsWith('-')), ...unsigned],
  integer: integers.filter((text) => text.length <= 10),
  double: doubles,
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

/** The JSON that stands for such a literal in a resource. Integers of 64 bits come as text or, when small, as numbers. */
export function jsonOf(type: Field['type'], literal: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'boolean':
      return fc.constant(literal === 'true')
    case 'integer':
    case 'double':
      return fc.constant(Number(literal))
    case 'int64':
    case 'uint64':
      return fc.constantFrom(literal, ...(Number.isSafeInteger(Number(literal)) ? [Number(literal)] : []))
    case 'string':
    case 'enum':
    case 'timestamp':
    case 'message':
    case 'map':
      return fc.constant(literal)
  }
}

/** The literal that a filter would write for a value of a resource; undefined for what is none. */
export function literalFrom(json: unknown): string | undefined {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined
}

/** Literals that differ from one by as little as they can. */
export function neighboursOf(type: Field['type'], literal: string): readonly string[] {
  switch (type) {
    case 'string':
      return [literal.toUpperCase(), literal.toLowerCase(), literal.slice(0, -1), `${literal}a`].filter(
        (text) => text !== literal && text.isWellFormed(),
      )
    case 'int64':
    case 'uint64':
    case 'integer':
      return /^-?\d+$/.test(literal)
        ? [String(BigInt(literal) + 1n), String(BigInt(literal) - 1n), literal.replace(/\d/, '0$&')]
        : []
    case 'enum':
    case 'boolean':
    case 'double':
    case 'timestamp':
    case 'message':
    case 'map':
      return []
  }
}
