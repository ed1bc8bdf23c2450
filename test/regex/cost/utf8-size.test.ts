import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureUtf8 } from '../../../src/regex/cost/utf8-size.ts'
import { unite } from '../../../src/regex/syntax/ranges.ts'

/*
 * The sequences of byte ranges are found here from the bytes, not from the code points, and are counted in the same way: the
 * last byte of a sequence is shared by all that end alike, and one before it if it is a range itself and what follows is
 * shared.
 */

type ByteRange = readonly [first: number, last: number]
type Sequence = readonly ByteRange[]

const any: ByteRange = [0x80, 0xbf]
const isAll = (bytes: readonly number[], byte: number): boolean => bytes.every((one) => one === byte)

/** Between two texts of one length, the last included. */
function sequencesOf([first = 0, ...rest]: readonly number[], [last = 0, ...end]: readonly number[]): Sequence[] {
  const behind = (byte: number, from: readonly number[], to: readonly number[]): Sequence[] =>
    sequencesOf(from, to).map((sequence) => [[byte, byte], ...sequence])
  if (rest.length === 0) return [[[first, last]]]
  if (first === last) return behind(first, rest, end)
  const [lowest, highest] = [rest.map(() => 0x80), rest.map(() => 0xbf)]
  const isFromStart = isAll(rest, 0x80)
  const isToEnd = isAll(end, 0xbf)
  const [from, to] = [isFromStart ? first : first + 1, isToEnd ? last : last - 1]
  return [
    ...(isFromStart ? [] : behind(first, rest, highest)),
    ...(from <= to ? [[[from, to], ...rest.map(() => any)] satisfies Sequence] : []),
    ...(isToEnd ? [] : behind(last, lowest, end)),
  ]
}

const bytesOf = (codePoint: number): readonly number[] => [...Buffer.from(String.fromCodePoint(codePoint))]
const lengths: readonly ByteRange[] = [
  [0, 0x7f],
  [0x80, 0x7ff],
  [0x800, 0xffff],
  [0x10000, 0x10ffff],
]

function countInstructions(ranges: readonly number[]): number {
  const shared = new Set<string>()
  let count = 0
  for (let at = 0; at < ranges.length; at += 2) {
    for (const [lowest, highest] of lengths) {
      const [low, high] = [Math.max(lowest, ranges[at] ?? 0), Math.min(highest, ranges[at + 1] ?? 0)]
      if (low > high) continue
      for (const sequence of sequencesOf(bytesOf(low), bytesOf(high))) {
        let isShared = true
        sequence.forEach((_, left) => {
          const place = sequence.length - 1 - left
          const [first, last] = sequence[place] ?? any
          isShared &&= place > 0 && (left === 0 || first < last)
          const suffix = JSON.stringify(sequence.slice(place))
          if (!isShared || !shared.has(suffix)) count++
          if (isShared) shared.add(suffix)
        })
      }
    }
  }
  return count
}

describe('the number of instructions for a set of code points', () => {
  it.each([
    ['nothing', [], 1],
    ['a letter', [0x61, 0x61], 1],
    ['all of ASCII', [0, 0x7f], 1],
    ['two ranges of ASCII', [0x30, 0x39, 0x61, 0x7a], 2],
    ['[C2][80]', [0x80, 0x80], 2],
    ['[C2-DF][80-BF]', [0x80, 0x7ff], 2],
    ['[00-7F] and [C2][80]', [0, 0x80], 3],
    ['[C3][A9] and [C4][A9], which share the last', [0xe9, 0xe9, 0x129, 0x129], 3],
    ['[C3][A9-BF], [C4-C9][80-BF] and [CA][80-8F]', [0xe9, 0x28f], 6],
    ['[E0][A0-BF][80-BF] and [E1-EF][80-BF][80-BF]', [0x800, 0xffff], 5],
    ['[E4][B8-BF][80-BF], [E5-E9][80-BF][80-BF]', [0x4e00, 0x9fff], 5],
    ['[E1][80][80-BF] and [E2][80][80-BF], which share only the last', [0x1000, 0x103f, 0x2000, 0x203f], 5],
    ['surrogates: [ED][A0-BF][80-BF]', [0xd800, 0xdfff], 3],
    ['all that is not ASCII', [0x80, 0x10ffff], 7],
    ['all that is not ASCII, and DEL', [0x7f, 0x10ffff], 8],
    ['everything', [0, 0x10ffff], 8],
    ['[C2][81-BF] and all beyond', [0x81, 0x10ffff], 14],
    ['[F0][90-BF], [F1-F3][80-BF] and [F4][80-8F], each with [80-BF][80-BF]', [0x10000, 0x10ffff], 8],
    ['all but the last', [0, 0x10fffe], 20],
  ])('is that of %s', (_, ranges, size) => {
    expect(measureUtf8(ranges)).toBe(size)
  })

  const codePoint = fc
    .oneof(
      ...lengths.map(([min, max]) => fc.integer({ min, max })),
      // At the edges of sequences.
      fc
        .tuple(fc.integer({ min: 0, max: 0x43f }), fc.constantFrom(-1, 0, 1), fc.constantFrom(6, 12))
        .map(([block, by, bits]) => Math.min(0x10ffff, Math.max(0, (block << bits) + by))),
    )
    .filter((point) => point < 0xd800 || point > 0xdfff)
  it('is that of its sequences of bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(codePoint, codePoint), { minLength: 1, maxLength: 6 }), (pairs) => {
        const ranges = unite(pairs.flatMap(([a, b]) => [Math.min(a, b), Math.max(a, b)]))
        fc.pre(ranges.at(-1) !== 0x10ffff || (ranges.at(-2) ?? 0) > 0x80)
        expect(measureUtf8(ranges)).toBe(countInstructions(ranges))
      }),
      { numRuns: 1000 },
    )
  })
})
