import { describe, expect, it } from 'vitest'
import { exactFields } from '../../src/matcher/exact-fields.ts'

const plain = () => true

describe('each field with a function of its own is compared as any other', () => {
  it.each(Object.entries(exactFields))('%s', (name, exactField) => {
    const test = exactField('a', false, plain)
    const heir = Object.create({ [name]: 'a' }) as Readonly<Record<string, unknown>>
    const names = Object.fromEntries(Object.keys(exactFields).map((other) => [other, 'a']))
    expect(test({ [name]: 'a' })).toBe(true)
    expect(test({ ...names, [name]: 'b' })).toBe(false)
    expect(test({})).toBe(false)
    expect(test(heir)).toBe(false)
    expect(exactField('a', true, plain)(heir)).toBe(true)
    const throwing = Object.defineProperty({}, name, {
      get: () => {
        throw new Error('boom')
      },
    })
    expect(test(throwing)).toBe(true)
    expect(exactField('a', false, () => false)(throwing)).toBe(false)
  })
})
