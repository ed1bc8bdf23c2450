import { describe, expect, it } from 'vitest'
import { findById, type ListContext, type Source } from '../../src/list/index.ts'

const project = 'p'
interface Resource {
  readonly name: string
  readonly id?: unknown
}
const resources: readonly Resource[] = [
  { name: 'a', id: 10 },
  { name: 'b', id: '3760069348251679990' },
  { name: 'c', id: 2n ** 64n - 1n },
  { name: 'd', id: '10' },
  { name: 'e', id: { toString: () => '5' } },
  { name: 'f' },
]

describe('findById', () => {
  it.each<readonly [id: string, name: string | undefined]>([
    ['10', 'a'],
    ['3760069348251679990', 'b'],
    ['18446744073709551615', 'c'],
    ['5', undefined],
    ['11', undefined],
  ])('finds the first resource with an id, of any type: %s', async (id, name) => {
    expect((await findById(resources, { project, id }))?.name).toBe(name)
    expect((await findById({ scan: () => resources }, { project, id }))?.name).toBe(name)
  })

  it('calls `getById` of a source as a method', async () => {
    class Store implements Source<Resource> {
      readonly asked: string[] = []
      scan = () => Promise.reject(new Error('it is not scanned'))
      getById(id: string) {
        this.asked.push(id)
        return id === '5' ? Promise.resolve({ name: 'five' }) : undefined
      }
    }
    const store = new Store()
    expect(await findById(store, { project, id: '5' })).toEqual({ name: 'five' })
    expect(await findById(store, { project, id: '6' })).toBeUndefined()
    expect(store.asked).toEqual(['5', '6'])
  })

  it('reports an unreachable place only when nothing was found', async () => {
    const scan: Source<Resource>['scan'] = function* ({ reportUnreachable }) {
      reportUnreachable({ key: 'zone', value: 'z' })
      yield* resources
    }
    expect(await findById({ scan }, { project, id: '10' })).toBe(resources[0])
    await expect(findById({ scan }, { project, id: '11' })).rejects.toMatchObject({ status: 503 })
  })

  it('pauses in a long scan, and ends with its signal', async () => {
    let pauses = 0
    const ending = new AbortController()
    const context: ListContext = {
      signal: ending.signal,
      pause: () => {
        if (++pauses === 3) ending.abort(new Error('over'))
        return Promise.resolve()
      },
    }
    function* scan() {
      for (;;) yield { name: 'a', id: '1' }
    }
    await expect(findById({ scan }, { project, id: '2' }, context)).rejects.toThrow('over')
    expect(pauses).toBe(3)
  })

  it('fails when the source returns something other than a resource', async () => {
    const failure = { name: 'ListError', status: 500 }
    await expect(findById({ scan: () => ['a'] as never }, { project, id: '1' })).rejects.toMatchObject(failure)
    await expect(findById({ scan: () => [], getById: () => [] }, { project, id: '1' })).rejects.toMatchObject(failure)
    await expect(findById([], null as never)).rejects.toThrow(new TypeError('request must be an object, not null'))
  })
})
