import { expect, it } from 'vitest'
import { RecentMap } from '../../src/regex/recent-map.ts'

const keysOf = <V>(map: RecentMap<V>, keys: readonly string[]): readonly string[] => keys.filter((key) => map.has(key))

it('drops the entry that was not used for longest', () => {
  const map = new RecentMap<number | undefined>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('c', 3)
  expect(keysOf(map, ['a', 'b', 'c'])).toEqual(['b', 'c'])
  expect(map.get('b')).toBe(2)
  map.set('d', undefined)
  expect(keysOf(map, ['a', 'b', 'c', 'd'])).toEqual(['b', 'd'])
  expect(map.get('d')).toBeUndefined()
  expect(map.get('x')).toBeUndefined()
  map.set('b', 5)
  map.set('e', 6)
  expect(keysOf(map, ['b', 'd', 'e'])).toEqual(['b', 'e'])
  expect([map.get('b'), map.get('e')]).toEqual([5, 6])
})
