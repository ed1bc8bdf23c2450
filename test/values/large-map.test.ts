import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLargeMap } from '../../src/values/index.ts'

const objects = Array.from({ length: 5 }, () => ({}))
const key = fc.oneof(fc.string({ maxLength: 3 }), fc.nat(9), fc.constantFrom(...objects), fc.constantFrom(null, true))

describe('a large map', () => {
  it('behaves like a Map', () => {
    const change = fc.tuple(fc.constantFrom('set', 'delete'), key, fc.nat())
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const map = createLargeMap<unknown, number>()
        const expected = new Map<unknown, number>()
        for (const [what, one, value] of changes) {
          if (what === 'delete') expect(map.delete(one)).toBe(expected.delete(one))
          else {
            map.set(one, value)
            expected.set(one, value)
          }
          expect(map.size).toBe(expected.size)
        }
        for (const [, one] of changes) expect(map.get(one)).toBe(expected.get(one))
      }),
    )
  })

  it.each([
    ['numbers', (at: number): unknown => at],
    ['long texts', (at: number): unknown => `${'x'.repeat(40)}${String(at)}${'y'.repeat(20)}`],
  ])('holds more %s than fit into one part', (_, keyAt) => {
    const count = 300_000
    const map = createLargeMap<unknown, number>()
    for (let at = 0; at < count; at++) map.set(keyAt(at), at)
    for (let at = 0; at < count; at++) map.set(keyAt(at), at + 1)
    expect(map.size).toBe(count)
    let wrong = 0
    for (let at = 0; at < count; at++) if (map.get(keyAt(at)) !== at + 1) wrong++
    for (let at = 0; at < count; at += 2) map.delete(keyAt(at))
    for (let at = 0; at < count; at++) if ((map.get(keyAt(at)) === undefined) !== (at % 2 === 0)) wrong++
    expect([wrong, map.size]).toEqual([0, count / 2])
  })
})
