import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortNumbers } from '../../src/collection/merge-sort.ts'

/** Sorts keys, and counts the steps and comparisons. */
function sort(keys: readonly number[]) {
  let [steps, comparisons] = [0, 0]
  const sorting = sortNumbers(keys.length, (a, b) => {
    comparisons++
    return (keys[a] ?? 0) - (keys[b] ?? 0)
  })
  for (;;) {
    const { done, value } = sorting.next()
    if (done === true) return { order: [...value], steps, comparisons }
    steps++
  }
}

describe('sorting in steps', () => {
  it('sorts stably', () => {
    const keys = fc.oneof(
      fc.array(fc.nat(3), { maxLength: 50 }),
      fc
        .tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 97 }), fc.nat(9999))
        .map(([length, most, seed]) => Array.from({ length }, (_, at) => ((at + seed) * 7919) % most)),
    )
    fc.assert(
      fc.property(keys, (some) => {
        const expected = some.map((_, at) => at).sort((a, b) => (some[a] ?? 0) - (some[b] ?? 0))
        expect(sort(some).order).toEqual(expected)
      }),
    )
  })

  it('takes many small steps', () => {
    const length = 100_000
    const { steps, comparisons } = sort(Array.from({ length }, (_, at) => (at * 7919) % length))
    expect(comparisons / steps).toBeLessThan(6000)
    expect(comparisons).toBeLessThan(length * Math.log2(length))
  })

  it('makes few comparisons for sorted input', () => {
    const { order, comparisons } = sort(Array.from({ length: 100_000 }, (_, at) => at))
    expect(order).toEqual(order.map((_, at) => at))
    expect(comparisons).toBeLessThan(101_000)
  })
})
