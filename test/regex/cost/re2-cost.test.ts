import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureForRe2 } from '../../../src/regex/cost/measure.ts'
import { boundRe2Cost, sizeOfOpaque } from '../../../src/regex/cost/re2-cost.ts'
import { isFailure } from '../../../src/regex/engine.ts'
import { readPattern } from '../../../src/regex/syntax/read-pattern.ts'
import { anyPattern } from '../patterns.ts'
import { treeOf } from '../tree-of.ts'

describe('the bound of the program size', () => {
  // The size of the native RE2's program, and what the bound may be.
  const sizes: readonly (readonly [pattern: string, least: number, most: number])[] = [
    ['', 1, 16],
    ['debian-12', 10, 20],
    ['.*', 11, 25],
    ['.{1,255}', 2296, 4200],
    ['\\pL', 1202, 2200],
    ['\\p{Greek}\\P{Greek}', 158, 280],
    ['\\p{Greek}{3}', 199, 350],
    ['\\p{^Greek}', 94, 160],
    ['\\pZ\\pZ\\pZ', 55, 170],
    ['\\p{Lu}\\p{Ll}+\\p{N}*', 1857, 2500],
    ['a{1000}', 1000, 1100],
    ['\\p{Adlam}', 10, 250],
    ['(a{10}){10}', 100, 150],
    ['a{0,100}', 202, 550],
    ['a{2,}', 4, 20],
    ['(?i)é', 4, 30],
    ['[a-z]', 3, 20],
    ['[^/]{1,100}', 902, 1400],
    ['[^-]{1,63}-[^-]{1,63}', 1136, 1800],
    ['[^a-zé-ü]', 16, 40],
    ['[[:alpha:]]', 4, 20],
    ['[[:^alpha:]x]', 5, 30],
    ['[[:alnum:]]{1,100}', 402, 800],
    ['[\\p{Greek}a]', 69, 170],
    ['[^\\p{Greek}a]', 69, 200],
    ['[\\d\\w]', 3, 20],
    ['\\D\\W\\S', 31, 60],
    ['[\\n\\x{41}-\\x{5a}]', 4, 20],
    ['[^[:ascii:]]', 6, 20],
    ['[一-龥]', 4, 30],
    ['[\u{10000}-\u{10ffff}]', 6, 30],
    ['(?i)[a-zK]', 5, 30],
    ['(?i)[^k]', 20, 60],
    ['(?i)\\W', 27, 60],
    ['(?i)[à-ÿ]', 7, 1700],
    ['\\x41\\x{1F600}\\101', 7, 30],
    ['\\Qa.b\\E*', 4, 20],
    ['(?P<name>a)|(?<other>b)', 5, 30],
    ['(?i:K)|(?i)s', 9, 40],
  ]
  it.each(sizes)('of %j is between %d and %d', (pattern, least, most) => {
    expect(boundRe2Cost(treeOf(pattern)).size).toBeGreaterThanOrEqual(least)
    expect(boundRe2Cost(treeOf(pattern)).size).toBeLessThanOrEqual(most)
  })

  // By hand: 8 for the anchors, 2 for each way out of a split, and what the optional copies take beyond that.
  it.each([
    ['', 8, 8],
    ['a', 9, 9],
    ['\\C', 11, 11],
    ['^', 9, 9],
    ['ab', 10, 10],
    ['a|bc', 15, 15],
    ['a*', 13, 13],
    ['a+', 13, 13],
    ['a?', 13 + 1 / 50, 13],
    ['a{3}', 13, 13],
    ['a{2,}', 14, 14],
    ['a{0,3}', 19 + 9 / 50, 19],
    ['a{2,5}', 21 + 9 / 50, 21],
    ['a?a?', 18 + 4 / 50, 18],
    ['\\p{Lao}{3}', 610, 106],
    ['(?:a{0,9}){0,9}', 289 + 9 * (81 / 50) + 81 / 50, 289],
  ])('of %j is the size %d and the width %d', (pattern, size, width) => {
    expect(boundRe2Cost(treeOf(pattern)).size).toBeCloseTo(size, 9)
    expect(boundRe2Cost(treeOf(pattern)).width).toBe(width)
  })

  it.each([
    ['\\p{Lao}', 200],
    ['\\P{^Lao}', 200],
    ['\\pS', 615],
    ['[\\p{Lao}a]', 240],
    ['[\\p{Lao}\\pS]', 815],
    ['[\\p{Lao}[\\]]', 200 + 3 * 40],
    ['(?i:\\p{Lu})', 940],
    ['(?i:[\\p{Lu}x)])', 940 + 2 * 40],
    ['[^\\p{Lao}(?i:]', 200 + 5 * 40],
  ])('of the set %s, which only RE2 knows, is %d', (set, size) => {
    expect(sizeOfOpaque(set)).toBe(size)
  })

  // RE2 joins neighbours and nests their copies, which takes it quadratic time.
  it.each([
    ['a{0,9}'.repeat(96), 14_000],
    ['a{0,9}?'.repeat(96), 14_000],
    ['a?'.repeat(511), 5000],
    ['(a?)'.repeat(254), 1300],
    [`(${'a?'.repeat(508)}){2}`, 10_000],
  ])('counts neighbouring optional copies together: %s', (pattern, least) => {
    expect(boundRe2Cost(treeOf(pattern)).size).toBeGreaterThan(least)
  })

  it('is lower for active instructions, since few of a class are active', () => {
    expect(boundRe2Cost(treeOf('[\\p{L}\\p{N}]*')).width).toBeLessThan(60)
    expect(boundRe2Cost(treeOf('(a?){300}')).width).toBeGreaterThan(600)
  })

  it('is a number for every tree', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const tree = readPattern(pattern)
        fc.pre(!isFailure(tree))
        const { size, width } = boundRe2Cost(tree)
        expect(size).toBeGreaterThan(0)
        expect(Number.isFinite(size)).toBe(true)
        expect(width).toBeLessThanOrEqual(size)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the sharper bound of the width', () => {
  const widths = (pattern: string) => {
    const { width, sharpenWidth } = measureForRe2(treeOf(pattern))
    return { rough: width, sharp: sharpenWidth() }
  }

  it.each([
    ['different letters are not active together', '(?:abc|def|ghi|jkl)', 25, 12],
    ['what stands behind a letter counts once for each', '.*(?:debian|ubuntu|rhel|rocky|sles|windows).*', 60, 75],
    ['assertions are looked through', '(?:\ba|\bb|\bc)d', 20, 10],
    ['a set that only RE2 knows may hold any character', '\\p{Lao}abc', 40, 35],
    ['and so may several of them', '(?:\\p{Lao}a|\\p{Khmer}b|\\p{Tamil}c|\\p{Thaana}d)', 140, 133],
  ])('%s: %s', (_, pattern, rough, most) => {
    expect(widths(pattern).rough).toBeGreaterThan(rough)
    expect(widths(pattern).sharp).toBeLessThanOrEqual(most)
  })

  it('adds all opaque sets', () => {
    // Four of 32 each and a split with four ways, behind any character of each.
    expect(
      widths('(?:\\p{Lao}|\\p{Khmer}|\\p{Tamil}|\\p{Thaana})(?:\\p{Lao}|\\p{Khmer}|\\p{Tamil}|\\p{Thaana}).').sharp,
    ).toBeGreaterThan(250)
  })

  it.each([
    ['one letter many times', 'a?'.repeat(60)],
    ['bytes', '\\C{30}'],
    ['more than is looked at', '(?:[ab]c){0,1000}'],
  ])('is no sharper for %s', (_, pattern) => {
    const { rough, sharp } = widths(pattern)
    expect(sharp).toBeGreaterThan(rough / 3)
    expect(sharp).toBeLessThanOrEqual(rough)
  })
})
