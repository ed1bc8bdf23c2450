import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactTable } from '../../src/collection/compaction.ts'
import { createCollection } from '../../src/collection/index.ts'
import { createLargeMap } from '../../src/values/index.ts'

interface Disk {
  readonly name: string
  readonly sizeGb: string
}

const schema = { resource: 'Disk', fields: { name: { type: 'string' }, sizeGb: { type: 'int64' } } } as const
const disk = (number: number): Disk => ({ name: `d${String(number)}`, sizeGb: String(number % 10) })
const bySize = {
  keyOf: (resource: unknown) => Number((resource as Disk).sizeGb),
  compare: (a: number, b: number) => a - b,
}

describe('compacting a table', () => {
  it('copies at most 256 rows in each step', () => {
    const rows = Array.from({ length: 10_000 }, (_, number) => (number % 3 === 0 ? disk(number) : undefined))
    const compaction = compactTable<Disk>({ rows, rowOf: createLargeMap() })
    let steps = 1
    let copy = compaction.advance()
    for (; copy === undefined; copy = compaction.advance()) steps++
    expect(steps).toBe(Math.ceil(10_000 / 256))
    expect(copy.rows).toEqual(rows.filter((resource) => resource !== undefined))
    for (const [row, resource] of copy.rows.entries()) expect(copy.rowOf.get(resource as Disk)).toBe(row)
  })

  it('follows changes of copied and of remaining rows', () => {
    const disks = Array.from({ length: 400 }, (_, number) => disk(number))
    const rows: (Disk | undefined)[] = [...disks]
    const compaction = compactTable<Disk>({ rows, rowOf: createLargeMap() })
    expect(compaction.advance()).toBeUndefined()
    const [first, second, last, lastButOne] = [disks[0], disks[1], disks[399], disks[398]] as [Disk, Disk, Disk, Disk]
    const [two, three] = [disk(2000), disk(3000)]
    rows[0] = rows[399] = undefined
    compaction.delete(first)
    compaction.delete(last)
    rows[1] = two
    compaction.replace(second, two)
    rows[398] = three
    compaction.replace(lastButOne, three)
    const copy = compaction.advance() ?? expect.fail()
    expect(copy.rows).toEqual([undefined, two, ...disks.slice(2, 398), three])
    expect([first, second, lastButOne, last, two, three].map(copy.rowOf.get)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      1,
      398,
    ])
  })
})

describe('a collection after most rows are deleted', () => {
  it('keeps the remaining rows in their order during changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.nat(99), place: fc.nat() }), { minLength: 4500, maxLength: 4500 }),
        fc.boolean(),
        (changes, isFromStart) => {
          let next = 3000
          const reference = Array.from({ length: next }, (_, number) => disk(number))
          const collection = createCollection<Disk>(reference, { schema })
          const expectSame = (): void => {
            expect(collection.size).toBe(reference.length)
            expect(collection.filter('')).toEqual(reference)
            const large = reference.filter(({ sizeGb }) => Number(sizeGb) > 6)
            expect(collection.filter('sizeGb > 6')).toEqual(large)
            const sizes = reference.map(({ sizeGb }) => Number(sizeGb)).sort((a, b) => a - b)
            expect(collection.filter('', { order: bySize }).map(({ sizeGb }) => Number(sizeGb))).toEqual(sizes)
          }
          for (const [change, { kind, place }] of changes.entries()) {
            const at = isFromStart ? 0 : place % reference.length
            const [fresh, old] = [disk(next++), reference[at] as Disk]
            if (kind < 20) {
              expect(collection.insert(fresh)).toBe(true)
              reference.push(fresh)
            } else if (kind < 30) {
              expect(collection.replace(old, fresh)).toBe(true)
              reference[at] = fresh
            } else if (kind < 32) {
              // It is deleted and comes back, at the end.
              expect([collection.delete(old), collection.insert(old)]).toEqual([true, true])
              reference.splice(at, 1)
              reference.push(old)
            } else if (reference.length > 200) {
              expect(collection.delete(old)).toBe(true)
              reference.splice(at, 1)
            }
            // At every change while gaps are closed for the first time, which takes a few.
            if (change % 400 === 0 || (reference.length < 1510 && reference.length > 1485)) expectSame()
          }
          expectSame()
        },
      ),
      { numRuns: 4 },
    )
  })
})
