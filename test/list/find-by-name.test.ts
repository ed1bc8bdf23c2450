import { describe, expect, it } from 'vitest'
import type { Image } from '../../src/index.ts'
import { findByName, type Source } from '../../src/list/index.ts'

const project = 'p'
const images: readonly Image[] = ['b', 'd', 'c', 'c'].map((name, at) => ({ name, id: String(at) }))
const find = (source: Source<Image> | Iterable<Image>, name: string) => findByName(source, { project, name })

describe('findByName', () => {
  it.each<readonly [name: string, expected: Image | undefined]>([
    ['b', images[0]],
    ['c', images[2]],
    ['a', undefined],
    ['', undefined],
  ])('finds the first resource with a name: %j', async (name, expected) => {
    expect(await find(images, name)).toBe(expected)
    expect(await find({ scan: () => images }, name)).toBe(expected)
    expect(await find({ scan: () => [], get: (wanted) => images.find((one) => one.name === wanted) }, name)).toBe(
      expected,
    )
  })

  it('reads an ordered source no further than the place of the name', async () => {
    const read: unknown[] = []
    const ordered: Source<Image> = {
      ordered: ['name'],
      *scan({ limit, filter, order }) {
        expect([limit, filter, order.by]).toEqual([Infinity, undefined, 'name'])
        for (const name of [undefined, 'a', 'b', 'd', 'e']) {
          read.push(name)
          yield name === undefined ? {} : { name }
        }
      },
    }
    expect(await find(ordered, 'c')).toBeUndefined()
    expect(read).toEqual([undefined, 'a', 'b', 'd'])
  })

  it('reports an unreachable place only when nothing was found', async () => {
    const scan: Source<Image>['scan'] = function* ({ reportUnreachable }) {
      reportUnreachable({ key: 'zone', value: 'z' })
      yield* images
    }
    expect(await find({ scan }, 'b')).toBe(images[0])
    await expect(find({ scan }, 'a')).rejects.toMatchObject({ status: 503 })
  })

  const broken = new Error('broken')
  it.each<readonly [what: string, source: Source<Image>]>([
    ['throws', { scan: () => [], get: () => Promise.reject(broken) }],
    ['gives text', { scan: () => ['a'] as never }],
    ['gives a list', { scan: () => [], get: () => [] as never }],
    ['gives a map', { scan: () => [], get: () => new Map() as never }],
    ['gives what is not an object as JSON', { scan: () => [], get: () => ({ toJSON: () => undefined }) as never }],
    ['gives a date', { scan: () => [], get: () => new Date() as never }],
  ])('fails when the source %s', async (_, source) => {
    await expect(find(source, 'a')).rejects.toMatchObject({ name: 'ListError', status: 500 })
  })

  it('accepts a value whose `toJSON` returns an object', async () => {
    const resource = { name: 'a', toJSON: () => ({ name: 'a' }) }
    expect(await find({ scan: () => [], get: () => resource }, 'a')).toBe(resource)
  })
})
