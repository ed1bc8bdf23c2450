import { describe, expect, it } from 'vitest'
import { type Schema, validate } from '../../src/index.ts'
import type { ScalarType } from '../../src/types/index.ts'

describe('what a filter may say of a field', () => {
  const all = ['=', '!=', '<', '<=', '>', '>=', ':']
  const equality = ['=', '!=', ':']

  it.each<readonly [type: ScalarType, words: string, literal: string, comparators: readonly string[]]>([
    ['string', 'a string', 'A', all],
    ['enum', 'an enum', 'A', equality],
    ['boolean', 'a boolean', 'true', equality],
    ['int64', 'an integer', '5', all],
    ['uint64', 'an integer', '5', all],
    ['uint32', 'an integer', '5', all],
    ['integer', 'an integer', '5', all],
    ['double', 'a number', '5', all],
    ['timestamp', 'a timestamp', '2020-01-01T00:00:00Z', all],
  ])('%s: %s', (type, words, literal, comparators) => {
    const x = type === 'enum' ? ({ type, values: ['A'] } as const) : { type }
    const schema: Schema = { resource: 'Thing', fields: { x } }
    const accepts = (filter: string): boolean => validate(filter, { schema }).length === 0
    expect(validate('x.y = 1', { schema })[0]?.message).toBe(`\`x\` is ${words} and has no fields`)
    expect(all.filter((comparator) => accepts(`x ${comparator} ${literal}`))).toEqual(comparators)
    expect(accepts('x = 5*')).toBe(type === 'string')
    expect(accepts('x:*')).toBe(true)
  })

  it.each<readonly [type: Exclude<ScalarType, 'enum'>, help: string]>([
    ['boolean', 'write `true` or `false`'],
    ['int64', 'write a decimal integer'],
    ['uint32', 'write a decimal integer'],
    ['double', 'write a decimal number'],
    ['timestamp', 'write date, time and offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`'],
  ])('a literal that is no %s: %s', (type, help) => {
    const schema: Schema = { resource: 'Thing', fields: { x: { type } } }
    expect(validate('x = abc', { schema })[0]?.help).toBe(help)
  })
})
