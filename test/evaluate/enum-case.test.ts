import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { compile, documented, observed, type Schema, validate } from '../../src/index.ts'
import { createOracle } from '../../src/testing/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    status: { type: 'enum', values: ['PENDING', 'Ready', 'STRASSE', 'É', 'KIND', ''] },
    all: { type: 'enum', values: ['PENDING'], repeated: true },
  },
} as const satisfies Schema

const verdictsOf = (filter: string, resource: object, profile = observed) => [
  compile<unknown>(filter, { schema, profile })(resource),
  createOracle<unknown>(filter, { schema, profile })(resource),
  createCollection<object>([resource], { schema, profile }).count(filter) === 1,
]

describe('under `enumCase: insensitive` only ASCII letters have another case', () => {
  it.each([
    ['PENDING', 'PENDING', true],
    ['pending', 'PENDING', true],
    ['PENDING', 'pending', true],
    ['pEnDiNg', 'PeNdInG', true],
    ['ready', 'READY', true],
    ['PENDING', 'PEND\u0131NG', false],
    ['PENDING', 'PENDING ', false],
    ['PENDING', 'PENDIN', false],
    ['KIND', '\u212aIND', false],
    ['STRASSE', 'stra\u00dfe', false],
    ['STRASSE', '\u017ftrasse', false],
    ['\u00c9', '\u00e9', false],
    ['\u00c9', '\u00c9', true],
    ['PENDING', "0%.$).'", false],
    ['PENDING', '', false],
    ['""', '', false],
    ['PENDING', 5, false],
    ['PENDING', null, false],
  ])('%s and %j: %s', (literal, status, equal) => {
    expect(verdictsOf(`status = ${literal}`, { status })).toEqual([equal, equal, equal])
    expect(verdictsOf(`status:${literal}`, { status })).toEqual([equal, equal, equal])
    expect(verdictsOf(`status != ${literal}`, { status })).toEqual([!equal, !equal, !equal])
  })

  it.each([
    ['all:pending', ['x', 'Pending'], true],
    ['all:pending', ['PEND\u0131NG'], false],
  ])('%s in %j: %s', (filter, all, expected) => {
    expect(verdictsOf(filter, { all })).toEqual([expected, expected, expected])
  })

  it.each([['pend\u0131ng'], ['stra\u00dfe'], ['\u017ftrasse'], ['\u212aind'], ['\u00e9']])(
    '%s is not one of the values',
    (value) => {
      expect(validate(`status = ${value}`, { schema, profile: observed })).toMatchObject([
        { code: 'unknown-enum-value' },
      ])
    },
  )
})

it('under `enumCase: sensitive` no letter has another case', () => {
  expect(verdictsOf('status = Ready', { status: 'READY' }, documented)).toEqual([false, false, false])
  expect(validate('status = READY', { schema })).toMatchObject([{ code: 'unknown-enum-value' }])
})
