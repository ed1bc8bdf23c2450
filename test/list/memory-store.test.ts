import { describe, expect, it } from 'vitest'
import type { Image } from '../../src/index.ts'
import {
  createLister,
  createMemoryStore,
  findById,
  findFromFamily,
  listImages,
  type MemoryStore,
} from '../../src/list/index.ts'

const project = 'p'
const named = (...names: readonly string[]): readonly Image[] => names.map((name) => ({ name }))

describe('a store in memory', () => {
  const copies: readonly Image[] = [
    { name: 'a', id: '2', family: 'x' },
    { name: 'b', id: '3' },
    { name: 'a', id: '1', family: 'y' },
    { description: 'has no name' },
    { description: 'has no name either' },
  ]
  const idsOf = async (store: MemoryStore<Image>, filter = '') =>
    ((await listImages(store, { project, filter })).items ?? []).map(({ name, id }) => `${name ?? ''}${id ?? ''}`)

  it('keeps all inserted resources', async () => {
    const store = createMemoryStore(copies)
    expect(store.size).toBe(5)
    expect(store.get('a')).toBe(copies[0])
    expect(store.get('z')).toBeUndefined()
    // Those without a name have equal keys.
    expect(await idsOf(store)).toEqual(['', 'a1', 'a2', 'b3'])
    expect(await idsOf(store, 'family = y')).toEqual(['a1'])
  })

  it.each<readonly [what: string, change: (store: MemoryStore<Image>) => unknown, ids: readonly string[]]>([
    ['an insertion', (store) => store.insert({ name: 'c', id: '9' }), ['', 'a1', 'a2', 'b3', 'c9']],
    ['an insertion of a known name', (store) => store.insert({ name: 'a', id: '9' }), ['', 'a9', 'b3']],
    ['an insertion of the same again', (store) => store.insert(copies[0] ?? {}), ['', 'a2', 'b3']],
    ['an insertion of the second', (store) => store.insert(copies[2] ?? {}), ['', 'a1', 'b3']],
    ['an insertion without a name', (store) => store.insert({ id: '9' }), ['', '9', 'a1', 'a2', 'b3']],
    ['a deletion', (store) => expect(store.delete('b')).toBe(true), ['', 'a1', 'a2']],
    ['a deletion of several', (store) => expect(store.delete('a')).toBe(true), ['', 'b3']],
    ['a deletion of nothing', (store) => expect(store.delete('z')).toBe(false), ['', 'a1', 'a2', 'b3']],
    [
      'a deletion, twice',
      (store) => {
        store.delete('b')
        expect(store.delete('b')).toBe(false)
        expect(store.get('b')).toBeUndefined()
      },
      ['', 'a1', 'a2'],
    ],
  ])('has the expected resources after %s', async (_, change, ids) => {
    const store = createMemoryStore(copies)
    const filter = 'name != z'
    for (let times = 0; times < 3; times++) await idsOf(store, filter)
    change(store)
    expect(await idsOf(store)).toEqual(ids)
    expect(await idsOf(store, filter)).toEqual(ids)
  })

  it('adds resources with the same name, and each only once', async () => {
    const store = createMemoryStore(copies)
    for (let times = 0; times < 2; times++) store.add(copies[0] ?? {})
    store.add({ name: 'a', id: '0' })
    store.add({ id: '7' })
    expect(store.get('a')).toBe(copies[0])
    expect(await idsOf(store)).toEqual(['', '7', 'a0', 'a1', 'a2', 'b3'])
    expect(store.delete('a')).toBe(true)
    expect(await idsOf(store)).toEqual(['', '7', 'b3'])
  })

  it('finds a resource by its present name', () => {
    const renamed = { name: 'a' }
    const store = createMemoryStore([renamed, { name: 'b' }])
    renamed.name = 'b'
    store.insert(renamed)
    expect([store.size, store.get('a'), store.get('b')]).toEqual([1, undefined, renamed])
    expect(store.delete('a')).toBe(false)
  })

  const images = Array.from({ length: 6000 }, (_, at) => ({
    name: `image-${String(at).padStart(4, '0')}`,
    description: `about ${String(at)}`,
    family: at % 5000 === 100 ? 'x' : 'y',
  }))

  it.each([1, 2, 3])('shows a resource that is updated while it is listed for the %d. time', async (times) => {
    const store = createMemoryStore(images)
    const list = createLister()
    const filter = `family = x AND ${Array.from({ length: 40 }, (_, at) => `description!=*${String(at)}x`).join(' ')}`
    let pauses = 0
    let found: readonly (string | null | undefined)[] | undefined
    for (let time = 1; time <= times; time++) {
      pauses = 0
      const pause = () => {
        if (++pauses === 3) store.insert({ name: 'image-5100', description: 'new', family: 'x' })
        return Promise.resolve()
      }
      found = (await list(store, { project, filter }, { pause })).items?.map(({ name }) => name)
    }
    expect(found).toEqual(['image-0100', 'image-5100'])
    if (times < 3) expect(pauses).toBeGreaterThan(2)
  })

  it('sorts in steps, even if most resources are deleted meanwhile', async () => {
    const store = createMemoryStore(
      Array.from({ length: 20_000 }, (_, at) => ({ name: `i-${String((at * 7919) % 20_000)}` })),
    )
    let pauses = 0
    const pause = () => {
      if (++pauses === 3) for (let at = 0; at < 12_000; at++) store.delete(`i-${String(at)}`)
      return Promise.resolve()
    }
    const orderBy = 'creationTimestamp desc'
    const { items = [] } = await listImages(store, { project, orderBy, maxResults: 2 }, { pause })
    expect(items.map(({ name }) => name)).toEqual(['i-12000', 'i-12001'])
    expect(pauses).toBeGreaterThan(3)
  })

  it('starts again when most resources are deleted meanwhile', async () => {
    const store = createMemoryStore(images)
    const list = createLister()
    const filter = Array.from({ length: 40 }, (_, at) => `description=*${String(at)}*7`).join(' OR ')
    await list(store, { project, filter })
    let pauses = 0
    const pause = () => {
      if (++pauses === 2) for (const { name } of images.slice(0, 5990)) store.delete(name)
      return Promise.resolve()
    }
    expect((await list(store, { project, filter }, { pause })).items).toEqual([images[5997]])
  })

  it('ends when it is aborted, the second time, too', async () => {
    const list = createLister()
    const store = createMemoryStore(images)
    const filter = Array.from({ length: 40 }, (_, at) => `description=*${String(at)}*x`).join(' OR ')
    for (const after of [3, 3, 3]) {
      const ending = new AbortController()
      let pauses = 0
      const pause = () => {
        if (++pauses === after) ending.abort(new Error('enough'))
        return Promise.resolve()
      }
      await expect(list(store, { project, filter }, { pause, signal: ending.signal })).rejects.toThrow('enough')
    }
  })

  it('gives the same answer every time, after any changes', async () => {
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

  it('evaluates filters of many restrictions in steps', async () => {
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
})

describe('a look-up in a store', () => {
  const created = (day: number): string => `2026-01-0${String(day)}T00:00:00Z`
  const images: readonly Image[] = [
    { name: 'c', id: '7', family: 'x', creationTimestamp: created(1) },
    { name: 'b', id: '7', family: 'x', creationTimestamp: created(3), deprecated: { state: 'OBSOLETE' } },
    { name: 'e', id: '8', family: 'x', creationTimestamp: created(2), deprecated: { state: 'ACTIVE' } },
    { name: 'd', id: '9', family: 'x', creationTimestamp: created(2) },
    { name: 'f', family: 'xy', deprecated: { state: 'DELETED' } },
    { name: 'g', family: '', creationTimestamp: created(4) },
    { id: '10' },
  ]

  const changes: readonly (readonly [what: string, change: (store: MemoryStore<Image>) => void])[] = [
    ['nothing', () => undefined],
    [
      'a deletion',
      (store) => {
        store.delete('b')
        store.delete('d')
      },
    ],
    [
      'an insertion',
      (store) => {
        store.insert({ name: 'a', id: '7', family: 'x', creationTimestamp: created(9) })
      },
    ],
    [
      'a replacement',
      (store) => {
        store.insert({ name: 'd', id: '99', family: 'xy' })
      },
    ],
    [
      'the deletion of all',
      (store) => {
        for (const { name } of images) store.delete(name ?? '')
      },
    ],
  ]

  it.each(changes)('finds what a scan finds, after %s', async (_, change) => {
    const store = createMemoryStore(images)
    // Sorted before the change, so that the change is merged in.
    expect(await store.getById('7')).toBe(images[1])
    expect(await store.getFromFamily('x')).toBe(images[3])
    change(store)
    const scanned = { scan: store.scan.bind(store), ordered: store.ordered ?? [] }
    for (const id of ['7', '8', '9', '10', '99', '', '1']) {
      expect(await store.getById(id)).toBe(await findById(scanned, { project, id }))
      expect(await findById(store, { project, id })).toBe(await store.getById(id))
    }
    for (const family of ['x', 'xy', '', 'z', '=x']) {
      expect(await store.getFromFamily(family)).toBe(await findFromFamily(scanned, { project, family }))
      expect(await findFromFamily(store, { project, family })).toBe(await store.getFromFamily(family))
    }
  })

  it.each([
    ['getById', '19999'],
    ['getFromFamily', 'f-19999'],
  ] as const)('%s pauses while it sorts, and can be aborted', async (method, key) => {
    const numbers = Array.from({ length: 20_000 }, (_, at) => String((at * 7919) % 20_000))
    const store = createMemoryStore(numbers.map((id) => ({ id, name: `i-${id}`, family: `f-${id}` })))
    const pause = () => Promise.reject(new Error('enough'))
    await expect(store[method](key, { pause })).rejects.toThrow('enough')
    expect((await store[method](key))?.name).toBe('i-19999')
  })
})
