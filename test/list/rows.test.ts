import { describe, expect, it } from 'vitest'
import { compile, type Image } from '../../src/index.ts'
import { createCollection } from '../../src/collection/index.ts'
import { createLister, createMemoryStore, type Listable, listImages, type Source } from '../../src/list/index.ts'

const project = 'p'
const orderBy = 'creationTimestamp desc'
const list = createLister<object>()

/** Rows as a driver gives them, not as JSON has them. */
const created = ['2024-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2025-06-01T12:00:00.000Z']
const withDates = created.map((text, at) => ({ name: `n${String(at)}`, creationTimestamp: new Date(text) }))
const withTexts = created.map((text, at) => ({ name: `n${String(at)}`, creationTimestamp: text }))

describe('rows with a Date', () => {
  it('are ordered by instant among rows with text, and are returned unchanged', async () => {
    const { items } = await list(withDates, { project, orderBy })
    expect(items).toEqual([withDates[1], withDates[2], withDates[0]])
    expect(items?.[0]).toBe(withDates[1])
    const mixed = [withTexts[0] ?? {}, withDates[1] ?? {}, withTexts[2] ?? {}]
    expect((await list(mixed, { project, orderBy })).items).toEqual([mixed[1], mixed[2], mixed[0]])
  })

  it('have the same page tokens as rows with text', async () => {
    for (const rows of [withDates, createMemoryStore(withDates)] as readonly Listable<object>[]) {
      const names: unknown[] = []
      let pageToken: string | undefined
      do {
        const dates = await list(rows, { project, orderBy, maxResults: 1, pageToken })
        const texts = await list(withTexts, { project, orderBy, maxResults: 1, pageToken })
        names.push(...(dates.items ?? []).map((row) => (row as Image).name))
        expect(dates.nextPageToken).toBe(texts.nextPageToken)
        pageToken = dates.nextPageToken
      } while (pageToken !== undefined)
      expect(names).toEqual(['n1', 'n2', 'n0'])
    }
  })

  it('come last when the Date is invalid', async () => {
    const rows = [{ name: 'a', creationTimestamp: new Date(NaN) }, ...withDates, { name: 'b', creationTimestamp: {} }]
    const { items } = await list(rows, { project, orderBy })
    expect(items?.slice(3)).toEqual([rows[0], rows[4]])
  })

  it('count in a collection with the text that they had on insertion', () => {
    const date = new Date('2026-01-01T00:00:00Z')
    const collection = createCollection<object>([{ creationTimestamp: date }, { creationTimestamp: new Date(NaN) }])
    const filter = 'creationTimestamp > 2025-12-31T00:00:00Z'
    expect(collection.count(filter)).toBe(1)
    date.setFullYear(2020)
    expect(collection.count('creationTimestamp > 2025-12-30T00:00:00Z')).toBe(1)
    expect(collection.count('creationTimestamp:*')).toBe(1)
    expect(createCollection<object>([{ name: date }]).count('name:*')).toBe(0)
  })
})

describe('rows with getters', () => {
  const boom = (): never => {
    throw new Error('boom')
  }
  class Row {
    readonly #name: string
    constructor(name: string) {
      this.#name = name
    }
    get name() {
      return this.#name
    }
  }
  const inherited =
    'Internal error: the store returned resources that inherit their name; only own properties are read.'

  it('with own getters are listed like others', async () => {
    const rows = ['b', 'a', 'c'].map((name) => ({
      get name() {
        return name
      },
    }))
    const { items } = await listImages(rows, { project, filter: 'name != c' })
    expect(items).toEqual([rows[1], rows[0]])
    expect(items?.[0]).toBe(rows[1])
  })

  it.each([
    ['in any order', [new Row('a'), new Row('b')]],
    ['in order', { ordered: ['name'], scan: () => [new Row('a'), new Row('b')] } satisfies Source<object>],
    ['in a store', createMemoryStore([new Row('a'), new Row('b')])],
  ] as readonly (readonly [string, Listable<object>])[])(
    'with inherited getters are not silently merged, %s',
    async (_, rows) => {
      for (const maxResults of [1, 2]) await expect(list(rows, { project, maxResults })).rejects.toThrow(inherited)
    },
  )

  it('without any name are merged', async () => {
    expect((await list([{ family: 'a' }, { family: 'b' }], { project })).items).toEqual([{ family: 'a' }])
  })

  it('with throwing getters are in a store without a name', () => {
    const throwing: Image = { family: 'x' }
    Object.defineProperty(throwing, 'name', { get: boom })
    const { proxy, revoke } = Proxy.revocable<Image>({ name: 'r' }, {})
    const store = createMemoryStore([throwing, proxy, { name: 'a' }])
    revoke()
    store.insert(throwing)
    store.insert(proxy)
    expect(store.size).toBe(3)
    expect(store.get('a')).toEqual({ name: 'a' })
    expect([store.get('r'), store.delete('r'), store.get('toString')]).toEqual([undefined, false, undefined])
    expect(compile<object>('family = x')(throwing)).toBe(true)
  })

  it.each([
    ['an inherited one', Object.create({ name: 'a' }) as Image],
    ['a number', { name: 5 } as never],
    ['null', { name: null }],
    ['nothing', {}],
  ])('in a store are not found by %s', (_, row: Image) => {
    const store = createMemoryStore([row])
    store.insert({ name: 'a' })
    expect([store.size, store.get('a'), store.get(5 as never)]).toEqual([2, { name: 'a' }, undefined])
    store.insert(row)
    expect(store.size).toBe(2)
  })
})

describe('results of a scan', () => {
  const rows = ['b', 'a'].map((name) => ({ name }))
  const give = (scan: () => unknown): Listable<object> => ({ scan: scan as () => object[] })
  async function* generate() {
    yield* await Promise.resolve(rows)
  }

  it.each<readonly [what: string, scan: () => unknown]>([
    ['an array', () => rows],
    ['a promise of an array', () => Promise.resolve(rows)],
    ['a promise of a set', () => Promise.resolve(new Set(rows))],
    ['an async generator', generate],
    ['a promise of an async generator', () => Promise.resolve(generate())],
  ])('%s', async (_, scan) => {
    expect((await list(give(scan), { project })).items).toEqual([rows[1], rows[0]])
  })

  it.each<readonly [what: string, scan: () => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['text', () => 'ab'],
    ['an object', () => ({ rows })],
    ['a promise of nothing', () => Promise.resolve()],
  ])('rejects %s', async (_, scan) => {
    const error: unknown = await list(give(scan), { project }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      status: 500,
      message: 'Internal error: the store returned a value that is not iterable.',
    })
  })

  it('rejects a promise that fails', async () => {
    const error: unknown = await list(
      give(() => Promise.reject(new Error('no'))),
      { project },
    ).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status: 500, message: 'Internal error encountered.', cause: new Error('no') })
  })
})
