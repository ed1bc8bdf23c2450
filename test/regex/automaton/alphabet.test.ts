import { describe, expect, it } from 'vitest'
import { Alphabet } from '../../../src/regex/automaton/alphabet.ts'

const known = (...ranges: readonly number[]) => ({ ranges })
const noQuestion = () => () => false

describe('the columns of an alphabet', () => {
  it('are one for each group of characters that a set distinguishes', () => {
    const alphabet = new Alphabet([known(0x61, 0x7a), known(0x61, 0x61, 0x63, 0x63)], [], noQuestion)
    expect(alphabet.size).toBe(3)
    const columns = ['a', 'c', 'b', 'z', 'A', '{', '😀'].map((text) => alphabet.columnOf(text.codePointAt(0) ?? 0))
    const [a, c, b, z, ...others] = columns
    expect(c).toBe(a)
    expect(z).toBe(b)
    expect(new Set(others).size).toBe(1)
    expect(new Set(columns).size).toBe(3)
  })

  it('know the sets of their characters, and have one as a sample', () => {
    const sets = [known(0, 9, 11, 0x10ffff), known(0x10000, 0x10ffff), known()]
    const alphabet = new Alphabet(sets, [], noQuestion)
    const setsOf = (codePoint: number) => sets.map((_, set) => alphabet.has(alphabet.columnOf(codePoint), set))
    expect([0, 10, 11, 0xffff, 0x10000, 0x10ffff].map(setsOf)).toEqual([
      [true, false, false],
      [false, false, false],
      [true, false, false],
      [true, false, false],
      [true, true, false],
      [true, true, false],
    ])
    expect(alphabet.samples.map((sample) => alphabet.columnOf(sample))).toEqual([0, 1, 2])
  })

  it('distinguish the characters that assertions distinguish', () => {
    const alphabet = new Alphabet([], [[10, 10]], noQuestion)
    expect(alphabet.size).toBe(2)
    expect(Array.from(alphabet.ascii.slice(9, 12))).toEqual([0, 1, 0])
  })

  it('are of one kind for many ranges of one set', () => {
    const ranges = Array.from({ length: 1000 }, (_, at) => 3 * Math.floor(at / 2) + (at % 2))
    expect(new Alphabet([{ ranges }], [], noQuestion).size).toBe(2)
  })

  it('divide by opaque sets, which are asked once for each character', () => {
    const asked: string[] = []
    const isIn = (characters: string) => (character: string) => {
      asked.push(character)
      return characters.includes(character)
    }
    const alphabet = new Alphabet([known(0x61, 0x62), { pattern: 'ac' }, { pattern: 'cd' }], [], isIn)
    expect(alphabet.size).toBe(8)
    expect(alphabet.ascii).toHaveLength(0)
    const setsOf = (text: string) =>
      [0, 1, 2].map((set) => alphabet.has(alphabet.columnOf(text.codePointAt(0) ?? 0), set))
    for (let turn = 0; turn < 2; turn++) {
      expect(['a', 'b', 'c', 'd', 'e'].map(setsOf)).toEqual([
        [true, true, false],
        [true, false, false],
        [false, true, true],
        [false, false, true],
        [false, false, false],
      ])
    }
    expect(asked.join('')).toBe('aabbccddee'.replaceAll(/(.)\1/g, '$1$1'))
    // Another character in the same place of the cache.
    expect(setsOf(String.fromCodePoint(0x61 + 256))).toEqual([false, false, false])
    expect(setsOf('a')).toEqual([true, true, false])
  })

  it('have a sample for each combination of answers', () => {
    const alphabet = new Alphabet([known(0x61, 0x62), { pattern: 'a' }, { pattern: 'b' }], [], () => () => true)
    expect(alphabet.samples).toEqual([0, 0x61, 0, 0x61, 0, 0x61, 0, 0x61])
    expect(new Alphabet([known(0x61, 0x62)], [], noQuestion).samples).toEqual([0, 0x61])
  })

  it('know a hundred sets', () => {
    const sets = Array.from({ length: 100 }, (_, at) => known(0x100 + at, 0x100 + 2 * at))
    const alphabet = new Alphabet(sets, [], noQuestion)
    for (const codePoint of [0xff, 0x100, 0x120, 0x121, 0x140, 0x163, 0x180, 0x1c6, 0x1c7]) {
      const column = alphabet.columnOf(codePoint)
      const expected = sets.map(({ ranges: [low = 0, high = 0] }) => low <= codePoint && codePoint <= high)
      expect(sets.map((_, set) => alphabet.has(column, set))).toEqual(expected)
    }
    for (let codePoint = 0; codePoint < 128; codePoint++) {
      expect(alphabet.ascii[codePoint]).toBe(alphabet.columnOf(codePoint))
    }
  })

  it('of ASCII are read from a table', () => {
    const alphabet = new Alphabet([known(0x30, 0x39, 0x7f, 0x80), known(0, 0)], [[0x61, 0x7a]], noQuestion)
    expect(alphabet.ascii).toHaveLength(128)
    for (let codePoint = 0; codePoint < 128; codePoint++) {
      expect(alphabet.ascii[codePoint]).toBe(alphabet.columnOf(codePoint))
    }
    expect(alphabet.columnOf(0x80)).toBe(alphabet.columnOf(0x7f))
  })

  it('take a row of bits each, and their samples and intervals eight bytes', () => {
    expect(new Alphabet([known(0x61, 0x62)], [], noQuestion).bytes).toBe(4 * 2 + 8 * (2 + 3))
    const many = Array.from({ length: 33 }, () => known(0x61, 0x62))
    expect(new Alphabet(many, [], noQuestion).bytes).toBe(4 * 2 * 2 + 8 * (2 + 3))
  })
})
