import { describe, expect, it } from 'vitest'
import { createMemoryStore, createRepeatCheck, orders, scopeOf, withoutRepeats } from '../../src/list/index.ts'

const base = 'https://www.googleapis.com/compute/v1/projects/p'

describe('the scope of a resource', () => {
  it.each<readonly [resource: unknown, scope: string]>([
    [{ zone: 'us-east1-b' }, 'zones/us-east1-b'],
    [{ zone: `${base}/zones/us-east1-b` }, 'zones/us-east1-b'],
    [{ zone: 'zones/us-east1-b', region: 'us-east1' }, 'zones/us-east1-b'],
    [{ region: `${base}/regions/us-east1` }, 'regions/us-east1'],
    [{ region: 'us-east1', zone: null }, 'regions/us-east1'],
    [{ region: 'us-east1', zone: '' }, 'regions/us-east1'],
    [{ region: 'us-east1', zone: `${base}/zones/` }, 'regions/us-east1'],
    [{ region: 'us-east1', zone: 5 }, 'regions/us-east1'],
    [{ region: ['us-east1'] }, 'global'],
    [{ region: '' }, 'global'],
    [{ zone: '__proto__' }, 'zones/__proto__'],
    [Object.create({ zone: 'us-east1-b' }), 'global'],
    [{ selfLink: `${base}/zones/us-east1-b/vmExtensionPolicies/x` }, 'zones/us-east1-b'],
    [{ selfLink: `${base}/regions/us-east1/addresses/x` }, 'regions/us-east1'],
    [{ selfLink: `${base}/regions/us-east1/addresses/x`, region: 'us-west1' }, 'regions/us-west1'],
    [{ selfLink: `${base}/global/images/x` }, 'global'],
    [{ selfLink: `${base}/zones/us-east1-b` }, 'global'],
    [{ selfLink: `${base}/zones/${'z'.repeat(2000)}/disks/x` }, 'global'],
    [{ selfLink: 5 }, 'global'],
    [{}, 'global'],
    [null, 'global'],
  ])('%j is in %s', (resource, scope) => {
    expect(scopeOf(resource)).toBe(scope)
  })

  it('is unset by a getter that throws', () => {
    const resource = {
      region: 'us-east1',
      get zone(): string {
        throw new Error('no')
      },
    }
    expect(scopeOf(resource)).toBe('regions/us-east1')
  })
})

describe('the keys of an order', () => {
  const resource = { name: 'vm', id: 7, zone: `${base}/zones/b`, creationTimestamp: '1970-01-01T00:00:01.5Z' }
  it.each([
    ['name', ['vm', '7', 'zones/b']],
    ['creationTimestamp desc', [1, 5e8, 'vm', '7', 'zones/b']],
  ] as const)('end with the scope, by %s', (by, key) => {
    expect(orders[by].keyOf(resource)).toEqual(key)
  })

  describe.each(['name', 'creationTimestamp desc'] as const)('by %s', (by) => {
    const { compare, compareTo, keyOf } = orders[by]
    it.each<readonly [what: string, first: unknown, second: unknown]>([
      ['two zones', resource, { ...resource, zone: 'c' }],
      ['a zone after a region', { ...resource, zone: null, region: 'z' }, resource],
      ['a region after nothing', { ...resource, zone: null }, { ...resource, zone: null, region: 'a' }],
      ['an id before a zone', { ...resource, id: 6, zone: 'c' }, resource],
      ['a name before an id', { ...resource, name: 'v', id: 8 }, resource],
      ['the order of code points', { ...resource, zone: '\uFFFD' }, { ...resource, zone: '\u{1F600}' }],
    ])('compare %s', (_, first, second) => {
      const signs = [
        [first, second],
        [second, first],
        [first, first],
      ].map(([a, b]) => [Math.sign(compare(keyOf(a), keyOf(b))), Math.sign(compareTo(a, keyOf(b)))])
      expect(signs).toEqual([
        [-1, -1],
        [1, 1],
        [0, 0],
      ])
    })
  })
})

describe('resources of one name in two zones', () => {
  const [inA, inB, again] = ['a', `${base}/zones/b`, 'zones/a'].map((zone) => ({ name: 'vm', zone })) as [
    { name: string; zone: string },
    { name: string; zone: string },
    { name: string; zone: string },
  ]

  it('are no repeats', () => {
    expect(withoutRepeats([inA, inB, again])).toEqual([inA, inB])
    expect([inA, inB, again].map(createRepeatCheck())).toEqual([false, false, true])
  })

  it('replace only each other in a store', () => {
    const store = createMemoryStore([inA, inB])
    const other = { name: 'vm', zone: 'c' }
    store.insert(again)
    expect([store.size, store.get('vm')]).toEqual([2, again])
    store.insert(other)
    expect([store.size, store.get('vm')]).toEqual([3, again])
    store.insert(again)
    expect([store.size, store.get('vm')]).toEqual([3, again])
    expect([store.delete('vm', 'zones/a'), store.get('vm')]).toEqual([true, inB])
    expect([store.delete('vm', 'zones/a'), store.delete('vm', 'global'), store.size]).toEqual([false, false, 2])
    expect([store.delete('vm'), store.size, store.get('vm')]).toEqual([true, 0, undefined])
  })

  it('are replaced together with repeats, at the place of the first', () => {
    const store = createMemoryStore([inB, inA, again])
    const newest = { name: 'vm', zone: 'a' }
    store.insert(newest)
    expect([store.size, store.get('vm')]).toEqual([2, inB])
    expect([store.delete('vm', 'zones/b'), store.get('vm')]).toEqual([true, newest])
  })

  it('are found by their present scope', () => {
    const moved = { name: 'vm', zone: 'a' }
    const store = createMemoryStore([moved, inB])
    moved.zone = 'b'
    store.insert(moved)
    expect([store.size, store.get('vm')]).toEqual([1, moved])
    expect([store.delete('vm', 'zones/a'), store.delete('vm', 'zones/b')]).toEqual([false, true])
  })
})
