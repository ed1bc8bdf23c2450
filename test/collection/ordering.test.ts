import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Image } from '../../src/index.ts'
import { createCollection, type ResourceOrder } from '../../src/collection/index.ts'

const bySize: ResourceOrder<number> = {
  keyOf: (resource) => Number((resource as Image).diskSizeGb),
  compare: (a, b) => a - b,
}
const image = fc.record({ name: fc.constantFrom('a', 'b'), diskSizeGb: fc.nat(9).map(String) })
const change = fc.record({ what: fc.constantFrom('insert', 'delete', 'replace', 'read'), at: fc.nat(), image })

/** The sizes, and that resources of the same size keep their names. */
const shape = (images: Iterable<Image>) =>
  Array.from(images, ({ diskSizeGb, name }) => `${String(diskSizeGb)}${String(name)}`)

describe('an order', () => {
  it('equals a sort after any inserts and deletes', () => {
    fc.assert(
      fc.property(fc.array(image), fc.array(change), fc.nat(9), fc.nat(5), (some, changes, after, limit) => {
        const collection = createCollection(some)
        let expected = [...some]
        for (const { what, at, image: other } of changes) {
          const one = expected[at % (expected.length + 1)]
          if (what === 'insert') {
            collection.insert(other)
            expected.push(other)
          } else if (what === 'delete' && one !== undefined) {
            collection.delete(one)
            expected = expected.filter((each) => each !== one)
          } else if (what === 'replace' && one !== undefined) {
            collection.replace(one, other)
            expected = expected.map((each) => (each === one ? other : each))
          } else collection.filter('', { order: bySize })
        }
        const sorted = expected.toSorted((a, b) => Number(a.diskSizeGb) - Number(b.diskSizeGb))
        const found = collection.filter('', { order: bySize })
        expect(new Set(found)).toEqual(new Set(expected))
        expect(found.map((each) => each.diskSizeGb)).toEqual(sorted.map((each) => each.diskSizeGb))
        expect([...collection.inOrder({ order: bySize })]).toEqual(found)
        const behind = found.filter((each) => Number(each.diskSizeGb) > after)
        expect([...collection.inOrder({ order: bySize, after })]).toEqual(behind)
        expect(shape(collection.filter('name = a', { order: bySize, after, limit }))).toEqual(
          shape(behind.filter(compile('name = a')).slice(0, limit)),
        )
        expect(collection.filter('name = a', { limit })).toEqual(collection.filter('name = a').slice(0, limit))
      }),
    )
  })

  it('does not change while it is read', () => {
    const images: readonly Image[] = ['3', '1', '2'].map((diskSizeGb) => ({ diskSizeGb }))
    const collection = createCollection(images)
    const reading = collection.inOrder({ order: bySize })
    collection.insert({ diskSizeGb: '0' })
    for (const one of images.slice(0, 1)) collection.delete(one)
    expect(shape(reading)).toEqual(['1undefined', '2undefined'])
  })

  it('survives compaction', () => {
    const images: readonly Image[] = Array.from({ length: 3000 }, (_, at) => ({ diskSizeGb: String(3000 - at) }))
    const collection = createCollection(images)
    const reading = collection.inOrder({ order: bySize })
    for (const one of images.slice(0, 2000)) collection.delete(one)
    expect([...reading].filter((one) => Number(one.diskSizeGb) <= 1000)).toHaveLength(1000)
    expect(collection.filter('', { order: bySize, limit: 2 }).map((one) => one.diskSizeGb)).toEqual(['1', '2'])
  })

  it('keeps only a few orders', () => {
    const collection = createCollection([{ diskSizeGb: '1' }])
    for (let at = 0; at < 20; at++) expect(collection.filter('', { order: { ...bySize } })).toHaveLength(1)
  })
})
