import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { FilterError } from '../../src/index.ts'

const names = ['b', 'a', 'c'].map((name) => ({ name }))
const nameOf = (resource: unknown) => (resource as { readonly name: string }).name
const order = { keyOf: nameOf, compare: (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0) }
/** Values that JavaScript may pass for a type. */
const odd = (value: unknown) => value as never

describe('the limit of a collection', () => {
  it.each([
    [0, '', ''],
    [1, 'b', 'a'],
    [2, 'ba', 'ab'],
    [3, 'bac', 'abc'],
    [4, 'bac', 'abc'],
    [Infinity, 'bac', 'abc'],
    [undefined, 'bac', 'abc'],
  ])('%s returns as many resources with an order as without', (limit, found, ordered) => {
    const collection = createCollection(names)
    expect(collection.filter('', { limit }).map(nameOf).join('')).toBe(found)
    expect(collection.filter('', { limit, order }).map(nameOf).join('')).toBe(ordered)
  })

  it.each([
    [1.5, '1.5'],
    [-1, '-1'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [null, 'null'],
    ['2', '`2`'],
    [{ toString: null }, 'an object'],
  ])('rejects %o', (limit, shown) => {
    const message = `limit must be a non-negative integer or Infinity, not ${shown}`
    for (const options of [{ limit: odd(limit) }, { limit: odd(limit), order }]) {
      expect(() => createCollection(names).filter('', options)).toThrow(new TypeError(message))
    }
  })

  it('checks the filter even for 0', () => {
    expect(() => createCollection(names).filter('nme = a', { limit: 0 })).toThrow(FilterError)
  })
})

describe('a collection names wrong options', () => {
  const collection = createCollection(names)
  const prepare = (options: unknown) => collection.prepare('', odd(options)).next()
  it.each<readonly [what: string, run: () => unknown, message: string]>([
    ['null to create', () => createCollection(names, odd(null)), 'options must be an object, not null'],
    ['text to create', () => createCollection(names, odd('observed')), 'options must be an object, not `observed`'],
    ['null to filter', () => collection.filter('', odd(null)), 'options must be an object, not null'],
    ['null to count', () => collection.count('', odd(null)), 'options must be an object, not null'],
    ['null to prepare', () => prepare(null), 'options must be an object, not null'],
    ['nothing to prepare', () => prepare(undefined), 'options must be an object, not undefined'],
    [
      'a misspelt name to create',
      () => createCollection(names, odd({ profil: 1 })),
      'unknown option `profil`; did you mean `profile`?',
    ],
    ['a misspelt name', () => collection.filter('', odd({ limt: 1 })), 'unknown option `limt`; did you mean `limit`?'],
    [
      'a limit to count',
      () => collection.count('', odd({ limit: 1 })),
      'unknown option `limit`; did you mean `limits`?',
    ],
    ['an order by name', () => collection.filter('', odd({ order: 'name' })), 'order must be an object, not `name`'],
    [
      'an order without a comparison',
      () => collection.inOrder(odd({ order: { keyOf: nameOf } })),
      'order.compare must be a function, not undefined',
    ],
    ['resources that are not iterable', () => createCollection(odd({})), 'resources must be iterable, not an object'],
    ['no resources', () => createCollection(odd(null)), 'resources must be iterable, not null'],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(new TypeError(message))
  })

  it('a profile by name', () => {
    expect(() => createCollection(names, odd({ profile: 'observed' }))).toThrow(/^the profile/)
  })
})
