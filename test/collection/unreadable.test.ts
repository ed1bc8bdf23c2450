import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { compile, documented, explain, observed } from '../../src/index.ts'
import { aipFilter, image, regexFilter } from '../properties/filters.ts'
import { plant, revoked } from '../unreadable.ts'

const boom = (): never => {
  throw new Error('boom')
}

/**
 * The three evaluators that must agree on a resource, each called twice: a collection asked again has laid out columns.
 */
function verdictsOn(resource: object, filter: string, profile = documented): readonly boolean[] {
  const collection = createCollection<object>([resource, {}, { name: 'other' }])
  const inCollection = () => collection.filter(filter, { profile }).includes(resource)
  const matcher = compile<object>(filter, { profile })
  return [
    matcher(resource),
    matcher(resource),
    explain(filter, resource, { profile }).matches,
    inCollection(),
    inCollection(),
  ]
}
const all = (verdict: boolean) => Array.from({ length: 5 }, () => verdict)

describe('only own properties are read', () => {
  const [text, flag] = ['string', 'boolean'] as const
  const inner = { type: 'message', fields: { c: { type: text } } } as const
  const schema = {
    resource: 'Thing',
    fields: {
      name: { type: text },
      on: { type: flag },
      list: { type: text, repeated: true },
      map: { type: 'map', value: text },
      a: { type: 'message', fields: { c: { type: text }, b: inner } },
      many: { ...inner, repeated: true },
    },
  } as const
  const whole = { name: 'x', on: true, list: ['x'], map: { k: 'x' }, a: { c: 'x', b: { c: 'x' } }, many: [{ c: 'x' }] }
  const filters = ['name = x', 'name eq x', 'on = true', 'name != ""', 'list:x', 'list:*', 'map:*', 'map.k = x']
  const deepFilters = ['a:*', 'a.c = x', 'a.c != y', 'a.c eq x', 'a.b:*', 'a.b.c = x', 'a.b.c eq x', 'many.c:x']
  const verdicts = (resource: object, filter: string) => {
    const collection = createCollection([resource], { schema })
    return [
      compile<object>(filter, { schema })(resource),
      explain(filter, resource, { schema }).matches,
      collection.count(filter) === 1,
    ]
  }
  const inventing = (object: object): object =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          const value: unknown = Reflect.get(object, name)
          return typeof value === 'object' && value !== null && !Array.isArray(value) ? inventing(value) : value
        },
      },
    )
  /** Its prototype gives everything but when it is itself asked. */
  const heirOfAccessors = (): object => {
    const prototype = {}
    for (const [name, value] of Object.entries(whole)) {
      const get = function (this: unknown): unknown {
        return this === prototype ? undefined : value
      }
      Object.defineProperty(prototype, name, { get })
    }
    return Object.create(prototype) as object
  }

  it.each([...filters, ...deepFilters])('for %s', (filter) => {
    expect(verdicts(whole, filter)).toEqual([true, true, true])
    const unset = verdicts({}, filter)
    expect(unset).toEqual([unset[0], unset[0], unset[0]])
    for (const resource of [inventing(whole), Object.create(whole) as object, heirOfAccessors()]) {
      expect(verdicts(resource, filter)).toEqual(unset)
    }
    const insides = { ...whole, a: inventing(whole.a), map: inventing(whole.map), many: whole.many.map(inventing) }
    const emptied = { ...whole, a: {}, map: {}, many: [{}] }
    expect(verdicts(insides, filter)).toEqual(verdicts(emptied, filter))
  })

  it('even where Object.prototype has accessors', () => {
    const get = function (this: unknown): unknown {
      return this === Object.prototype ? undefined : 'READY'
    }
    Reflect.defineProperty(Object.prototype, 'status', { get, configurable: true })
    try {
      expect(verdictsOn({}, 'status = READY')).toEqual(all(false))
    } finally {
      Reflect.deleteProperty(Object.prototype, 'status')
    }
  })
})

describe('unreadable values are unset, and their neighbours count', () => {
  it('for Matcher, explain and collection, at any place', () => {
    fc.assert(
      fc.property(
        image,
        fc.infiniteStream(fc.nat(1000)),
        fc.array(fc.oneof(aipFilter, regexFilter), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(documented, observed, { ...documented, unsetParent: 'default' as const }),
        (json, choices, filters, profile) => {
          const { hostile, plain } = plant({ ...Object(json) } as object, () => Number(choices.next().value))
          for (const filter of filters) {
            const expected = compile<unknown>(filter, { profile })(plain)
            expect(verdictsOn(hostile as object, filter, profile)).toEqual(all(expected))
            const tellOf = (resource: unknown) =>
              explain(filter, resource, { profile }).reasons.map(({ restriction, holds }) => [restriction, holds])
            expect(tellOf(hostile)).toEqual(tellOf(plain))
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  const throwing = (elements: readonly unknown[], at: number) =>
    Object.defineProperty([...elements], at, { get: boom, enumerable: true })
  const withHole = [, 'x'] // eslint-disable-line no-sparse-arrays
  const lengthThrows = new Proxy(['x'], {
    get: (target, name) => (name === 'length' ? boom() : (Reflect.get(target, name) as unknown)),
  })
  const iteratorThrows = Object.assign(['x'], { [Symbol.iterator]: boom })

  it.each<readonly [what: string, filter: string, value: unknown, expected: boolean]>([
    ['a thrower behind', 'licenses:x', throwing(['x'], 1), true],
    ['a thrower before', 'licenses:x', throwing(['', 'x'], 0), true],
    ['a thrower between', 'licenses:x', throwing(['y', '', 'x'], 1), true],
    ['a thrower alone', 'licenses:*', throwing([], 0), false],
    ['a thrower and another', 'licenses:*', throwing(['', 'y'], 0), true],
    ['a hole', 'licenses:x', withHole, true],
    ['null', 'licenses:x', [null, 'x'], true],
    ['only null', 'licenses:*', [null], false],
    ['a length that throws', 'licenses:x', lengthThrows, false],
    ['an iterator that throws', 'licenses:x', iteratorThrows, true],
    ['a revoked array', 'licenses:x', revoked(['x']), false],
    ['a message behind a thrower', 'guestOsFeatures.type:GVNIC', throwing(['', { type: 'GVNIC' }], 0), true],
    ['a message before a thrower', 'guestOsFeatures.type:GVNIC', throwing([{ type: 'GVNIC' }], 1), true],
    ['a message behind a hole', 'guestOsFeatures.type:GVNIC', [, { type: 'GVNIC' }], true], // eslint-disable-line no-sparse-arrays
    ['a message behind a revoked one', 'guestOsFeatures.type:GVNIC', [revoked({}), { type: 'GVNIC' }], true],
    ['messages of a length that throws', 'guestOsFeatures:*', lengthThrows, false],
  ])('%s', (_, filter, value, expected) => {
    expect(verdictsOn({ [filter.split(/[.:]/)[0] ?? '']: value }, filter)).toEqual(all(expected))
  })
})
