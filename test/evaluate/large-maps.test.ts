import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { compile, explain, type Schema } from '../../src/index.ts'

/** One of its own for each test, so that nothing is known of the keys of its map. */
const schemaOf = () =>
  ({ resource: 'Thing', fields: { labels: { type: 'map', value: 'string' } } }) as const satisfies Schema

/** A map whose keys come one by one, and what was read of it. */
function watch(map: object) {
  const counts = { lists: 0, keys: 0, values: 0 }
  const watched = new Proxy(map, {
    ownKeys(target) {
      counts.lists++
      return Reflect.ownKeys(target)
    },
    getOwnPropertyDescriptor(target, name) {
      counts.keys++
      return Reflect.getOwnPropertyDescriptor(target, name)
    },
    get(target, name) {
      counts.values++
      return Reflect.get(target, name) as unknown
    },
  })
  return { counts, resource: { labels: watched } }
}

const keys = Array.from({ length: 10_000 }, (_, at) => `key-${String(at)}`)
const large = Object.fromEntries(keys.map((key) => [key, 'value']))

describe('`labels:*` on a map of many keys', () => {
  it.each<readonly [what: string, count: (resource: object, schema: Schema) => boolean]>([
    ['Matcher', (resource, schema) => compile<object>('labels:*', { schema })(resource)],
    ['explanation', (resource, schema) => explain('labels:*', resource, { schema }).matches],
    ['collection', (resource, schema) => createCollection([resource], { schema }).count('labels:*') === 1],
  ])('reads one of them, in a %s', (_, ask) => {
    const { counts, resource } = watch(large)
    const schema = schemaOf()
    expect(ask(resource, schema)).toBe(true)
    expect(counts.values).toBeLessThanOrEqual(3)
    expect(counts.keys).toBeLessThan(20)
    // The key is known now.
    const { lists } = counts
    expect(ask(resource, schema)).toBe(true)
    expect(counts.lists).toBe(lists)
  })

  it('lists the keys once, however often it is asked', () => {
    const { counts, resource } = watch(large)
    const schema = schemaOf()
    const filter = Array.from({ length: 10 }, () => 'labels:*').join(' ')
    for (let times = 0; times < 3; times++) expect(compile<object>(filter, { schema })(resource)).toBe(true)
    expect(counts.lists).toBe(1)
  })

  it('reads on up to the first that has a value', () => {
    const { counts, resource } = watch({ ...Object.fromEntries(keys.map((key) => [key, null])), last: 'value' })
    expect(compile<object>('labels:*', { schema: schemaOf() })(resource)).toBe(true)
    expect(counts.lists).toBe(1)
  })

  it('says the same whatever was found before', () => {
    const schema = schemaOf()
    const matches = compile<unknown>('labels:*', { schema })
    const maps = [
      { a: 'x' },
      { b: 'x' },
      {},
      { a: null },
      { a: 5, b: 'y' },
      { b: 5 },
      Object.create({ a: 'x' }) as object,
    ]
    const verdicts = [true, true, false, false, true, false, false]
    for (const first of maps) {
      matches({ labels: first })
      expect(maps.map((labels) => matches({ labels }))).toEqual(verdicts)
      expect(maps.toReversed().map((labels) => matches({ labels }))).toEqual(verdicts.toReversed())
    }
  })
})
