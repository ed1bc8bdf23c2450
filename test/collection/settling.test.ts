import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOrdering } from '../../src/collection/ordering.ts'
import type { ResourceOrder } from '../../src/collection/resource-order.ts'
import { finish } from '../../src/collection/steps.ts'
import { type Collection, createCollection } from '../../src/collection/index.ts'
import type { Schema } from '../../src/index.ts'

interface Item {
  size: number
}
const bySize: ResourceOrder<number> = {
  keyOf: (resource) => (resource as Item).size,
  compare: (a, b) => a - b,
}
/** Sorting many of them takes many steps. */
const items = (count: number): Item[] => Array.from({ length: count }, (_, at) => ({ size: (at * 7919) % 1009 }))
const isSorted = (rows: readonly Item[]): boolean =>
  rows.every((row, at) => at === 0 || (rows[at - 1] as Item).size <= row.size)

const change = fc.record({
  kind: fc.constantFrom(
    ...(['insert', 'delete', 'replace', 'in place', 'nothing', 'read', 'prepare', 'give up'] as const),
    ...(['delete, then change', 'replace, then change', 'change while away', 'change when back'] as const),
  ),
  at: fc.nat(),
  size: fc.nat(1100),
})

describe('preparing in an order', () => {
  it.each([
    ['all', undefined, () => true],
    ['what matches', 'size > 500', ({ size }: Item) => size > 500],
  ])('has %s after any changes between two steps', (_, filter, matches) => {
    const schema = { resource: 'Item', fields: { size: { type: 'int64' } } } as const satisfies Schema
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.array(change, { maxLength: 60 }),
        fc.option(fc.nat(1009), { nil: undefined }),
        (count, changes, after) => {
          const expected = items(count)
          const collection = createCollection<Item>(expected, { schema })
          const others: Generator<undefined, unknown>[] = []
          const apply = ({ kind, at, size }: (typeof changes)[number]): void => {
            const index = at % Math.max(1, expected.length)
            const one = expected[index]
            if (kind === 'insert') {
              expected.push({ size })
              collection.insert(expected.at(-1) as Item)
            } else if (kind === 'read') {
              expect(isSorted([...collection.inOrder({ order: bySize })])).toBe(true)
            } else if (kind === 'prepare') {
              others.push(collection.prepare(filter, { order: bySize }))
            } else if (kind === 'give up') {
              others.pop()?.return(undefined)
            } else if (one === undefined) {
              return
            } else if (kind === 'delete') {
              collection.delete(one)
              expected.splice(index, 1)
            } else if (kind === 'replace') {
              expected[index] = { size }
              collection.replace(one, expected[index])
            } else if (kind === 'in place') {
              one.size = size
              collection.replace(one, one)
            } else if (kind === 'delete, then change') {
              collection.delete(one)
              expected.splice(index, 1)
              one.size = size
            } else if (kind === 'replace, then change') {
              expected[index] = { size }
              collection.replace(one, expected[index])
              one.size = 1009 - size
            } else if (kind === 'change while away') {
              collection.delete(one)
              one.size = size
              collection.insert(one)
              expected.splice(index, 1)
              expected.push(one)
            } else if (kind === 'change when back') {
              collection.delete(one)
              collection.insert(one)
              one.size = size
              collection.replace(one, one)
              expected.splice(index, 1)
              expected.push(one)
            }
          }
          const pending = [...changes]
          for (let times = 0; times < 3; times++) {
            const steps = collection.prepare(filter, { order: bySize, after })
            for (;;) {
              const { done, value } = steps.next()
              if (done === true) {
                const found = [...(value ?? [])]
                const wanted = expected.filter((one) => matches(one) && (after === undefined || one.size > after))
                expect(new Set(found)).toEqual(new Set(wanted))
                expect(found).toHaveLength(wanted.length)
                expect(isSorted(found)).toBe(true)
                break
              }
              for (const other of others) other.next()
              const next = pending.pop()
              if (next !== undefined) apply(next)
            }
          }
          for (const next of pending) apply(next)
          expect([...collection.inOrder({ order: bySize })]).toHaveLength(expected.length)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('takes many steps for many resources, and few when they are sorted', () => {
    const collection = createCollection<Item>(items(20_000))
    const countSteps = () => {
      const steps = collection.prepare(undefined, { order: bySize })
      let count = 0
      while (steps.next().done !== true) count++
      return count
    }
    expect(countSteps()).toBeGreaterThan(200)
    expect(countSteps()).toBe(0)
    collection.insert({ size: 7 })
    expect(countSteps()).toBeLessThan(5)
  })

  it('starts again after compaction', () => {
    const some = items(3000)
    const collection = createCollection<Item>(some)
    const steps = collection.prepare(undefined, { order: bySize })
    steps.next()
    for (const one of some.slice(0, 2000)) collection.delete(one)
    expect(steps.next()).toEqual({ done: true, value: undefined })
    expect([...collection.inOrder({ order: bySize })]).toHaveLength(1000)
  })

  it('continues an abandoned preparation', () => {
    const collection = createCollection<Item>(items(5000))
    const first = collection.prepare(undefined, { order: bySize })
    let [begun, rest] = [0, 0]
    for (; begun < 60 && first.next().done !== true; begun++);
    first.return(undefined)
    const second = collection.prepare(undefined, { order: bySize })
    while (second.next().done !== true) rest++
    const whole = createCollection<Item>(items(5000)).prepare(undefined, { order: bySize })
    let count = 0
    while (whole.next().done !== true) count++
    expect(begun + rest).toBeLessThanOrEqual(count + 1)
  })

  it('keeps an evicted order current while it is in use', () => {
    const collection = createCollection<Item>(items(5000))
    const steps = collection.prepare(undefined, { order: bySize })
    steps.next()
    for (let at = 0; at < 20; at++) collection.filter('', { order: { ...bySize }, limit: 1 })
    const last = { size: 5000 }
    collection.insert(last)
    for (;;) {
      const { done, value } = steps.next()
      if (done !== true) continue
      expect([...(value ?? [])].at(-1)).toBe(last)
      break
    }
  })
})

describe('an order', () => {
  /** Rows of numbers, and their order. */
  const orderingOf = (numbers: (number | undefined)[]) =>
    createOrdering<number>(
      { keyOf: Number, compare: (a, b) => a - b },
      { count: () => numbers.length, resourceAt: (row) => numbers[row] },
    )
  const numbers = () => Array.from({ length: 3000 }, (_, at) => at)

  it('is the previous one during a round, even for rows that changed before it', () => {
    const held = numbers()
    const ordering = orderingOf(held)
    finish(ordering.settle())
    ordering.remove(10, 10)
    held[10] = 5000
    ordering.add(10)
    const steps = ordering.settle()
    expect(steps.next().done).toBe(false)
    expect([...ordering.rowsAfter(9).subarray(0, 3)]).toEqual([10, 11, 12])
    finish(steps)
    expect([...ordering.rowsAfter(9).subarray(0, 3)]).toEqual([11, 12, 13])
    expect([...ordering.rowsAfter(2999)]).toEqual([10])
  })

  it('keeps the place of a row that keeps changing until the round ends', () => {
    const held: (number | undefined)[] = numbers()
    const ordering = orderingOf(held)
    finish(ordering.settle())
    ordering.remove(20, 20)
    held[20] = undefined
    ordering.remove(20, undefined)
    const steps = ordering.settle()
    steps.next()
    ordering.remove(30, 30)
    held[30] = 31.5
    ordering.add(30)
    ordering.remove(30, 31.5)
    ordering.remove(30, 31.5)
    held[30] = 40.5
    ordering.add(30)
    finish(steps)
    finish(ordering.settle())
    const sorted = [...ordering.rowsAfter(undefined)]
    expect(sorted).toHaveLength(2999)
    expect(sorted.slice(18, 22)).toEqual([18, 19, 21, 22])
    expect(sorted.slice(38, 42)).toEqual([40, 30, 41, 42])
  })

  it('never reads the key of a deleted row', () => {
    const held: (number | undefined)[] = numbers()
    const keyOf = (resource: unknown): number => {
      if (resource === undefined) throw new Error('nothing has a key')
      return Number(resource)
    }
    const ordering = createOrdering<number>(
      { keyOf, compare: (a, b) => a - b },
      { count: () => held.length, resourceAt: (row) => held[row] },
    )
    const steps = ordering.settle()
    steps.next()
    for (const row of [2000, 2500, 2900]) {
      ordering.remove(row, undefined)
      ordering.add(row)
      if (row !== 2900) ordering.remove(row, row)
      if (row !== 2900) held[row] = undefined
    }
    finish(steps)
    finish(ordering.settle())
    expect([...ordering.rowsAfter(undefined)]).toEqual(numbers().filter((row) => held[row] !== undefined))
  })

  it('sorts rows with equal keys by number, including new ones', () => {
    const schema = { resource: 'Item', fields: { size: { type: 'int64' } } } as const satisfies Schema
    const collection = createCollection<Item>(items(3000), { schema })
    const steps = collection.prepare(undefined, { order: bySize, after: 5000 })
    steps.next()
    const others = [6000, 6000, 6000].map((size) => ({ size }))
    for (const one of others) collection.insert(one)
    for (;;) {
      const { done, value } = steps.next()
      if (done !== true) continue
      expect([...(value ?? [])]).toEqual(others)
      break
    }
  })
})

describe('a deleted row', () => {
  /** One of many steps: it merges 600 newcomers into 3,000. */
  function begin() {
    const schema = { resource: 'Item', fields: { size: { type: 'int64' } } } as const satisfies Schema
    const all: Item[] = Array.from({ length: 3000 }, (_, size) => ({ size }))
    const collection = createCollection<Item>(all, { schema })
    collection.filter('', { order: bySize })
    for (let at = 0; at < 600; at++) collection.insert({ size: at * 5 })
    const steps = collection.prepare(undefined, { order: bySize })
    steps.next()
    steps.next()
    return { collection, steps, some: all.filter(({ size }) => size % 5 === 2) }
  }
  it.each<readonly [what: string, change: (one: Item, collection: Collection<Item>) => void]>([
    ['changed afterwards', (one, collection) => (collection.delete(one), (one.size = 99_999))],
    [
      'inserted again after a change',
      (one, collection) => (collection.delete(one), (one.size = 99_999), collection.insert(one)),
    ],
    [
      'inserted again and changed',
      (one, collection) => {
        collection.delete(one)
        collection.insert(one)
        one.size = 99_999
        collection.replace(one, one)
      },
    ],
  ])('keeps the others in order: %s', (_, change) => {
    const { collection, steps, some } = begin()
    for (const one of some) change(one, collection)
    const found = [...(finish(steps) ?? [])]
    expect(isSorted(found)).toBe(true)
    expect(found).toHaveLength(collection.size)
    expect(isSorted(collection.filter('', { order: bySize }))).toBe(true)
  })
})

describe('an order whose functions throw', () => {
  it('throws on a deletion', () => {
    let isBroken = false
    const keyOf = (resource: unknown): number => {
      if (isBroken) throw new Error('broken')
      return (resource as Item).size
    }
    const order = { keyOf, compare: bySize.compare }
    const all = items(10)
    const schema = { resource: 'Item', fields: { size: { type: 'int64' } } } as const satisfies Schema
    const collection = createCollection<Item>(all, { schema })
    collection.filter('', { order })
    isBroken = true
    for (const one of all.slice(0, 3)) expect(collection.delete(one)).toBe(true)
    isBroken = false
    expect(collection.filter('', { order })).toEqual(all.slice(3).sort((a, b) => a.size - b.size))
  })

  it('is sorted once they stop throwing', () => {
    const rows = [3, 1, 2]
    let isBroken = true
    const ordering = createOrdering<number>(
      {
        keyOf: (resource) => {
          if (isBroken) throw new Error('broken')
          return Number(resource)
        },
        compare: (a, b) => a - b,
      },
      { count: () => rows.length, resourceAt: (row) => rows[row] },
    )
    const settle = () => [...ordering.settle()]
    expect(settle).toThrow('broken')
    expect(settle).toThrow('broken')
    isBroken = false
    settle()
    expect([...ordering.rowsAfter(undefined)]).toEqual([1, 2, 0])
    expect([...ordering.rowsAfter(1)]).toEqual([2, 0])
  })
})
