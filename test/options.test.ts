import { describe, expect, it, test } from 'vitest'
import { compile, documented, type Filter, observed, parse, type Profile, validate } from '../src/index.ts'

describe('a profile', () => {
  it('may mix the switches', () => {
    const profile: Profile = { ...documented, hasOnString: 'contains' }
    expect(compile('name:deb', { profile })({ name: 'debian' })).toBe(true)
    expect(validate('status = ready', { profile })[0]?.code).toBe('unknown-enum-value')
  })

  test.each([
    ['observed', "the profile's multipleFields must be reject or and, not undefined"],
    [{ hasOnString: 'contains' }, "the profile's multipleFields must be reject or and, not undefined"],
    [{ ...observed, enumCase: 'yes' }, "the profile's enumCase must be sensitive or insensitive, not yes"],
  ])('is not %j', (profile, message) => {
    const options = { profile: profile as Profile }
    expect(() => validate('', options)).toThrow(new TypeError(message))
  })
})

describe('limits', () => {
  it.each([[undefined], [null], [NaN], ['9']])('%j is the default', (limit) => {
    const limits = { restrictions: limit as number }
    expect(validate('name = a'.repeat(1000), { limits })).toEqual(validate('name = a'.repeat(1000)))
  })

  it.each([[undefined], [null]])('%j are the defaults', (limits) => {
    expect(validate('name = a', { limits: limits as never })).toEqual([])
  })
})

describe('what is neither text nor tree', () => {
  test.each([[undefined], [null], [5], [{}], [[]], [{ kind: 'value' }], [() => '']])('%j', (given) => {
    const filter = given as unknown as Filter
    const error = new TypeError('a filter is a string or what `parse` returns')
    expect(() => parse(filter as unknown as string)).toThrow(error)
    expect(() => compile(filter)).toThrow(error)
    expect(() => validate(filter)).toThrow(error)
  })
})
