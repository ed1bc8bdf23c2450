import { describe, expect, it } from 'vitest'
import type { Image } from '../../src/index.ts'
import { findFromFamily, orders, type Source } from '../../src/list/index.ts'

const project = 'p'
const at = (day: string, offset = 'Z') => `2024-01-${day}T12:00:00${offset}`
const images: readonly Image[] = [
  { name: 'old', family: 'debian', creationTimestamp: at('01') },
  { name: 'newest', family: 'debian', creationTimestamp: at('05') },
  { name: 'newer-but-deprecated', family: 'debian', creationTimestamp: at('08'), deprecated: { state: 'DEPRECATED' } },
  { name: 'newer-but-obsolete', family: 'debian', creationTimestamp: at('09'), deprecated: { state: 'OBSOLETE' } },
  { name: 'other', family: 'ubuntu', creationTimestamp: at('07'), deprecated: { state: 'ACTIVE' } },
  { name: 'other-without-state', family: 'ubuntu', creationTimestamp: at('06'), deprecated: { deleted: at('31') } },
  { name: 'z', family: 'tie', creationTimestamp: at('02') },
  { name: 'b', family: 'tie', creationTimestamp: at('02', '+00:00') },
  { name: 'later', family: 'offsets', creationTimestamp: at('01', '-10:00') },
  { name: 'looks-later', family: 'offsets', creationTimestamp: at('01', '+10:00') },
  { name: 'gone', family: 'dead', creationTimestamp: at('01'), deprecated: { state: 'DELETED' } },
  { name: 'without-time', family: 'timeless' },
]
const newestFirst = orders['creationTimestamp desc']
const ordered: Source<Image> = {
  ordered: ['creationTimestamp desc'],
  scan: () => images.toSorted((a, b) => newestFirst.compare(newestFirst.keyOf(a), newestFirst.keyOf(b))),
}

describe('findFromFamily', () => {
  it.each<readonly [family: string, name: string | undefined]>([
    ['debian', 'newest'],
    ['ubuntu', 'other'],
    ['tie', 'b'],
    ['offsets', 'later'],
    ['timeless', 'without-time'],
    ['dead', undefined],
    ['deb', undefined],
    ['', undefined],
  ])('finds the newest resource that is not deprecated: %j', async (family, name) => {
    for (const source of [images, images.toReversed(), ordered]) {
      expect((await findFromFamily(source, { project, family }))?.name).toBe(name)
    }
  })

  it('reads a source in descending order no further than needed', async () => {
    let read = 0
    const scan: Source<Image>['scan'] = function* ({ order }) {
      expect(order.by).toBe('creationTimestamp desc')
      for (const name of ['a', 'b', 'c']) {
        read++
        yield { name, family: name }
      }
    }
    const found = await findFromFamily({ scan, ordered: ['creationTimestamp desc'] }, { project, family: 'b' })
    expect([found?.name, read]).toEqual(['b', 2])
  })

  it('calls the source if it can find the family', async () => {
    const source: Source<Image> = { scan: () => [], getFromFamily: (family) => ({ name: `newest of ${family}` }) }
    expect(await findFromFamily(source, { project, family: 'x' })).toEqual({ name: 'newest of x' })
  })

  it('reports an unreachable place only when nothing was found', async () => {
    const scan: Source<Image>['scan'] = function* ({ reportUnreachable }) {
      reportUnreachable({ key: 'zone', value: 'z' })
      yield* images
    }
    expect(await findFromFamily({ scan }, { project, family: 'debian' })).toBe(images[1])
    await expect(findFromFamily({ scan }, { project, family: 'x' })).rejects.toMatchObject({ status: 503 })
  })

  it('reads own properties only, and treats unreadable ones as unset', async () => {
    const odd = [
      Object.create({ name: 'a', family: 'f' }) as Image,
      { name: 'b', family: 'f', deprecated: Object.create({ state: 'DEPRECATED' }) as object },
      {
        name: 'c',
        get family(): string {
          throw new Error('cannot be read')
        },
      },
    ]
    expect((await findFromFamily(odd, { project, family: 'f' }))?.name).toBe('b')
    await expect(findFromFamily(odd, undefined as never)).rejects.toThrow(
      new TypeError('request must be an object, not undefined'),
    )
  })
})
