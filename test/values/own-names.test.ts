import { describe, expect, it } from 'vitest'
import { findOwnName } from '../../src/values/index.ts'

const isText = (value: unknown) => typeof value === 'string'
const boom = (): never => {
  throw new Error('boom')
}
const withThrower = Object.defineProperty({ b: 'x' }, 'a', { get: boom, enumerable: true })

describe('findOwnName', () => {
  it.each<readonly [what: string, object: object, guess: string, found: string | undefined]>([
    ['the first', { a: 1, b: 'x', c: 'y' }, '', 'b'],
    ['the guess', { a: 'x', b: 'y' }, 'b', 'b'],
    ['another than the guess, which has no such value', { a: 'x', b: 1 }, 'b', 'a'],
    ['another than the guess, which is not there', { a: 'x' }, 'toString', 'a'],
    ['none', { a: 1, b: null }, 'a', undefined],
    ['none of nothing', {}, 'a', undefined],
    ['none that is inherited', Object.create({ a: 'x' }) as object, 'a', undefined],
    ['none that is not enumerable', Object.defineProperty({}, 'a', { value: 'x' }), 'a', undefined],
    ['__proto__', JSON.parse('{"__proto__":"x"}') as object, '', '__proto__'],
    ['__proto__, guessed', JSON.parse('{"__proto__":"x"}') as object, '__proto__', '__proto__'],
    ['one beside a getter that throws', withThrower, 'a', 'b'],
    ['one of an object without a prototype', Object.assign(Object.create(null) as object, { a: 'x' }), '', 'a'],
    ['none of a proxy that does not tell its names', new Proxy({ a: 'x' }, { ownKeys: boom }), '', undefined],
    ['none of a proxy that tells nothing', new Proxy({ a: 'x' }, { getOwnPropertyDescriptor: boom }), 'a', undefined],
  ])('finds %s', (_, object, guess, found) => {
    expect(findOwnName(object, isText, guess)).toBe(found)
  })
})
