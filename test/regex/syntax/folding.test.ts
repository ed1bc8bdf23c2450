import { describe, expect, it } from 'vitest'
import { fold } from '../../../src/regex/syntax/folding.ts'
import { invert, type Ranges } from '../../../src/regex/syntax/ranges.ts'
import { rawRe2 } from '../raw-re2.ts'
import { codePointCount, differences, hexadecimal, isAllIn, isSurrogate } from './code-points.ts'

const allCodePoints = Array.from({ length: codePointCount }, (_, codePoint) => codePoint)

/** Each character that folds with others, and all of them. */
const orbits = new Map(
  allCodePoints
    .map((codePoint) => [codePoint, membersOf(fold([codePoint, codePoint]))] as const)
    .filter(([, members]) => members.length > 1),
)

function membersOf(ranges: Ranges): readonly number[] {
  const members: number[] = []
  for (let at = 0; at < ranges.length; at += 2) {
    for (let member = ranges[at] ?? NaN; member <= (ranges[at + 1] ?? NaN); member++) members.push(member)
  }
  return members
}

/** What might be taken for a member: neighbours, the other case, what is as far away as cases often are. */
function nearMisses(members: readonly number[]): ReadonlySet<number> {
  const near = members.flatMap((member) => {
    const character = String.fromCodePoint(member)
    const cases = [character.toLowerCase(), character.toUpperCase(), character.normalize('NFKC')]
    const beside = [1, 2, 8, 16, 26, 32, 40, 48, 80].flatMap((distance) => [member - distance, member + distance])
    return [...beside, ...cases.flatMap((text) => Array.from(text, (each) => each.codePointAt(0) ?? NaN))]
  })
  const isMiss = (each: number): boolean =>
    each >= 0 && each < codePointCount && !isSurrogate(each) && !members.includes(each)
  return new Set(near.filter(isMiss))
}

describe('the characters that fold', () => {
  it('are those of the table', () => {
    expect(orbits.size).toBe(2798)
    expect(new Set([...orbits.values()].map((members) => members.join())).size).toBe(1384)
  })

  it.each([
    ['A', 'Aa'],
    ['k', 'Kk\u212a'],
    ['\u212a', 'Kk\u212a'],
    ['S', 'Ssſ'],
    ['ſ', 'Ssſ'],
    ['å', 'Åå\u212b'],
    ['µ', 'µΜμ'],
    ['Σ', 'Σςσ'],
    ['θ', 'Θθϑϴ'],
    ['ß', 'ßẞ'],
    ['Ǆ', 'Ǆǅǆ'],
    ['ι', '\u0345Ιι\u1fbe'],
    ['в', 'Ввᲀ'],
    ['ꙋ', 'ᲈꙊꙋ'],
    ['\u{10400}', '\u{10400}\u{10428}'],
    // None of these folds: the Turkish letters, what is a letter only in full folding, digits.
    ['ı', 'ı'],
    ['İ', 'İ'],
    ['ŉ', 'ŉ'],
    ['ﬁ', 'ﬁ'],
    ['0', '0'],
    ['漢', '漢'],
  ])('%s', (character, members) => {
    const codePoint = character.codePointAt(0) ?? NaN
    expect(String.fromCodePoint(...membersOf(fold([codePoint, codePoint])))).toBe(members)
  })

  it('match each other in RE2, and no neighbours', () => {
    for (const [codePoint, members] of orbits) {
      const pattern = `(?i)${hexadecimal(codePoint)}`
      const compiled = rawRe2(pattern)
      const test = (each: number): boolean => compiled.test(String.fromCodePoint(each))
      expect(
        members.filter((each) => !test(each)),
        pattern,
      ).toEqual([])
      expect([...nearMisses(members)].filter(test), pattern).toEqual([])
      compiled.free()
    }
  })
})

/** Code points in order, as ranges. */
function rangesOf(codePoints: readonly number[]): Ranges {
  const ranges: number[] = []
  for (const codePoint of codePoints) {
    if (ranges.at(-1) === codePoint - 1) ranges[ranges.length - 1] = codePoint
    else ranges.push(codePoint, codePoint)
  }
  return ranges
}

function classOf(ranges: Ranges, negation = ''): string {
  const parts: string[] = []
  for (let at = 0; at < ranges.length; at += 2) {
    parts.push(`${hexadecimal(ranges[at] ?? NaN)}-${hexadecimal(ranges[at + 1] ?? NaN)}`)
  }
  return `[${negation}${parts.join('')}]`
}

describe('no other character folds in RE2', () => {
  const others = (codePoint: number): boolean => !orbits.has(codePoint) && !isSurrogate(codePoint)

  it('with one that folds', () => {
    const ranges = rangesOf(allCodePoints.filter(others))
    expect(isAllIn(`(?i)${classOf(ranges, '^')}`, (codePoint) => orbits.has(codePoint))).toBe(true)
  })

  /*
   * Two different characters differ in a bit. Those that have it not, folded, are to be without those that have it. The
   * low bits make as many ranges as there are characters; only what has something to do with case is asked about them.
   */
  const isOfCase = /[\p{Cased}\p{Case_Ignorable}\p{Changes_When_Casemapped}\p{Changes_When_NFKC_Casefolded}]/u
  const isOfMany = /[\p{Ideographic}\p{Default_Ignorable_Code_Point}]/u
  const candidates = allCodePoints.filter((codePoint) => {
    const character = String.fromCodePoint(codePoint)
    return others(codePoint) && isOfCase.test(character) && !isOfMany.test(character)
  })
  const lowBits = 8

  it(`with another of them that differs in one of ${String(lowBits)} low bits`, () => {
    expect(candidates.length).toBeGreaterThan(4000)
    const blocks = Array.from({ length: codePointCount >> 12 }, (_, block) =>
      candidates.filter((codePoint) => codePoint >> 12 === block),
    )
    for (const block of blocks.filter((candidate) => candidate.length > 0)) {
      for (let bit = 0; bit < lowBits; bit++) {
        const having = block.filter((codePoint) => ((codePoint >> bit) & 1) === 1)
        const without = block.filter((codePoint) => ((codePoint >> bit) & 1) === 0)
        if (without.length === 0) continue
        const compiled = rawRe2(`(?i)${classOf(rangesOf(without), '^')}*`)
        expect(compiled.test(String.fromCodePoint(...having)), hexadecimal(block[0] ?? NaN)).toBe(true)
        compiled.free()
      }
    }
  })

  it.each(Array.from({ length: 21 - 8 }, (_, at) => 8 + at))('with another of them that differs in bit %d', (bit) => {
    const has = (codePoint: number): boolean => ((codePoint >> bit) & 1) === 1
    const without = rangesOf(allCodePoints.filter((codePoint) => others(codePoint) && !has(codePoint)))
    expect(isAllIn(`(?i)${classOf(without, '^')}`, (codePoint) => others(codePoint) && has(codePoint))).toBe(true)
  })
})

describe('sets under (?i)', () => {
  it.each<readonly [string, Ranges]>([
    ['a letter', [0x61, 0x61]],
    ['ASCII', [0, 0x7f]],
    ['capital letters', [0x41, 0x5a]],
    ['small letters', [0x61, 0x7a]],
    ['letters and what is between', [0x5a, 0x61]],
    ['Latin-1', [0x80, 0xff]],
    ['extended Latin', [0x100, 0x24f]],
    ['phonetic letters', [0x250, 0x2af]],
    ['Greek', [0x370, 0x3ff]],
    ['Cyrillic', [0x400, 0x52f]],
    ['Georgian', [0x10a0, 0x10ff]],
    ['Cherokee', [0x13a0, 0x13fd]],
    ['Cherokee, its supplement', [0xab70, 0xabbf]],
    ['extended Greek', [0x1f00, 0x1fff]],
    ['signs like letters', [0x2100, 0x214f]],
    ['letters in circles', [0x24b6, 0x24cf]],
    ['Deseret', [0x10400, 0x10427]],
    ['Adlam', [0x1e922, 0x1e943]],
    ['a range that cuts an orbit', [0x3c2, 0x3c2]],
    ['beyond ASCII', [0x80, 0x10ffff]],
    ['the astral planes', [0x10000, 0x10ffff]],
    ['all', [0, 0x10ffff]],
    ['all but one', [0, 0x60, 0x62, 0x10ffff]],
    ['all but an orbit', [0, 0x40, 0x42, 0x60, 0x62, 0x10ffff]],
    ['several', [0x61, 0x63, 0x6b, 0x6b, 0x3b1, 0x3c9, 0x10428, 0x1042a]],
    ['every other of an alternating run', [0x100, 0x100, 0x103, 0x103, 0x104, 0x104]],
  ])('%s', (_, ranges) => {
    const folded = fold(ranges)
    const written = classOf(ranges)
    expect(differences(folded, `(?i)${written}`, `(?i)${classOf(ranges, '^')}`)).toEqual([])
    expect(differences(invert(folded), `(?i)${classOf(ranges, '^')}`, `(?i)${written}`)).toEqual([])
  })

  it('are unchanged if none of their characters folds', () => {
    const ranges: Ranges = [0x30, 0x39, 0x4e00, 0x9fff]
    expect(fold(ranges)).toBe(ranges)
    expect(fold([])).toEqual([])
  })
})
