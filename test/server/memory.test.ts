import { describe, expect, it } from 'vitest'
import type { Image } from '../../src/index.ts'
import { createLister, listImages } from '../../src/list/index.ts'
import { createMemorySource, createMemoryStore } from '../../src/server/index.ts'

const project = 'p'
const named = (...names: readonly string[]): readonly Image[] => names.map((name) => ({ name }))

describe('a store in memory', () => {
  it('has a resource of each name once', async () => {
    const store = createMemoryStore([{ name: 'a', family: 'x' }, { name: 'b' }])
    store.insert({ name: 'a', family: 'y' })
    store.insert({ name: 'c' })
    expect(store.size).toBe(3)
    expect(store.get('a')).toEqual({ name: 'a', family: 'y' })
    expect((await listImages(store, { project })).items).toEqual([{ name: 'a', family: 'y' }, ...named('b', 'c')])
    expect(store.delete('b')).toBe(true)
    expect(store.delete('b')).toBe(false)
    expect(store.get('b')).toBeUndefined()
    expect((await listImages(store, { project, filter: 'name != c' })).items).toHaveLength(1)
  })

  it('answers alike the first time and later, whatever comes and goes', async () => {
    const store = createMemoryStore(named('a', 'b', 'c', 'd'))
    const list = createLister()
    const request = { project, filter: 'name != b', maxResults: 2 }
    const namesOf = async () => (await list(store, request)).items?.map(({ name }) => name)
    expect(await namesOf()).toEqual(['a', 'c'])
    expect(await namesOf()).toEqual(['a', 'c'])
    store.insert({ name: 'aa' })
    expect(await namesOf()).toEqual(['a', 'aa'])
    store.delete('a')
    expect(await namesOf()).toEqual(['aa', 'c'])
  })

  it('works filters of many restrictions through piece by piece', async () => {
    const store = createMemoryStore(named(...Array.from({ length: 3000 }, (_, at) => `i-${String(at)}`)))
    const filter = Array.from({ length: 200 }, (_, at) => `name = *-*${String(at)}x`).join(' OR ')
    const list = createLister()
    let pauses = 0
    const pause = () => {
      pauses++
      return Promise.resolve()
    }
    for (let times = 0; times < 3; times++) {
      pauses = 0
      expect((await list(store, { project, filter }, { pause })).items).toBeUndefined()
      expect(pauses).toBeGreaterThan(1)
    }
  })

  it('makes projects when they are needed', () => {
    const source = createMemorySource()
    expect(source.open('p')).toBeUndefined()
    expect(source.delete('p', 'a')).toBe(false)
    source.insert('p', { name: 'a' })
    source.insert('p', { name: 'b' })
    expect(source.open('p')?.get('a')).toEqual({ name: 'a' })
    expect(source.delete('p', 'a')).toBe(true)
    expect(source.open('constructor')).toBeUndefined()
  })
})
