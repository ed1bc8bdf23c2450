import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareCodePoints,
  compileWildcard,
  isObject,
  isOwn,
  ownValue,
  parseFixedTimestamp,
  parseTimestamp,
} from '../../src/values/index.ts'

describe('code points', () => {
  it('are ordered by their numbers', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\ud7ff', '\ue000', '\uffff', '😀', '𝒜', ''), { maxLength: 4 })
      .map((parts) => parts.join(''))
    const reference = (a: string, b: string): number => {
      const [x, y] = [Array.from(a, (c) => c.codePointAt(0) ?? 0), Array.from(b, (c) => c.codePointAt(0) ?? 0)]
      for (const [at, point] of x.entries()) if (point !== y[at]) return y[at] === undefined ? 1 : point - y[at]
      return x.length - y.length
    }
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(reference(a, b)))
      }),
    )
  })
})

describe('wildcards', () => {
  it('match what an equivalent regular expression matches', () => {
    const piece = fc.stringMatching(/^[ab]{0,3}$/)
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.stringMatching(/^[ab]{0,9}$/), (parts, text) => {
        const expected = new RegExp(`^${parts.join('.*')}$`).test(text)
        expect(compileWildcard(parts as [string, ...string[]])(text)).toBe(expected)
      }),
      { numRuns: 3000 },
    )
  })
})

const two = (number: number): string => String(number).padStart(2, '0')
const fixed = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
    fc.integer({ min: 0, max: 24 }),
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 61 }),
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom('+', '-', 'Z', ' '),
    fc.integer({ min: 0, max: 24 }),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(
    ([year, month, day, hour, minute, second, ms, sign, h, m]) =>
      `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}.${String(ms).padStart(3, '0')}${sign}${two(h)}:${two(m)}`,
  )
const damaged = fc
  .tuple(fixed, fc.nat({ max: 28 }), fc.constantFrom('x', ' ', '/', ':', ''))
  .map(([text, at, character]) => text.slice(0, at) + character + text.slice(at + 1))

describe('timestamps', () => {
  it('in the form of the API are read as by the general reader, or left to it', () => {
    let read = 0
    fc.assert(
      fc.property(fc.oneof(fixed, damaged), (text) => {
        const fast = parseFixedTimestamp(text)
        if (fast === undefined) return
        read++
        const thorough = parseTimestamp(text)
        expect(thorough, text).toBeDefined()
        expect(fast, text).toBe((thorough?.seconds ?? 0) * 1000 + (thorough?.nanos ?? 0) / 1e6)
      }),
      { numRuns: 5000 },
    )
    expect(read).toBeGreaterThan(300)
  })

  it('agree with Date on every day', () => {
    for (let day = Date.UTC(1895, 0, 1); day < Date.UTC(2110, 0, 1); day += 86_400_000) {
      const text = new Date(day).toISOString()
      expect(parseTimestamp(text)?.seconds).toBe(day / 1000)
      const fast = parseFixedTimestamp(text.replace('Z', '+00:00'))
      if (fast !== undefined) expect(fast).toBe(day)
    }
  })
})

describe('own properties', () => {
  const throwing = new Proxy(
    { a: 1 },
    {
      getOwnPropertyDescriptor: () => {
        throw new Error('no')
      },
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )
  const getter = {
    get a(): never {
      throw new Error('no')
    },
  }
  const { proxy: revoked, revoke } = Proxy.revocable([], {})
  revoke()

  it('are read, others are not, and nothing throws', () => {
    expect([
      ownValue({ a: 1 }, 'a'),
      ownValue({ a: null }, 'a'),
      ownValue({}, 'toString'),
      ownValue('abc', 'length'),
    ]).toEqual([1, undefined, undefined, undefined])
    expect([ownValue(throwing, 'a'), ownValue(getter, 'a'), ownValue(revoked, 'a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([isOwn({ a: 1 }, 'a'), isOwn([], 'length'), isOwn(throwing, 'a'), isOwn(revoked, 'a')]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([isObject({}), isObject([]), isObject(null), isObject('a'), isObject(revoked)]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
