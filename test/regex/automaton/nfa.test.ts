import { describe, expect, it } from 'vitest'
import { buildNfa, type Nfa } from '../../../src/regex/automaton/nfa.ts'
import { treeOf } from '../tree-of.ts'

/** The instructions in words, from the first to be made, which matches, to the last, and where the automaton begins. */
function describeNfa({ instructions, start }: Nfa): string {
  const words = instructions.map((each) => {
    if (each.kind === 'read') return `read ${String(each.set)} → ${String(each.next)}`
    if (each.kind === 'split') return `split → ${each.nexts.join(' ')}`
    return each.kind === 'assert' ? `${each.assertion} → ${String(each.next)}` : 'match'
  })
  return [...words, `start ${String(start)}`].join(', ')
}

describe('the automaton of a tree', () => {
  it.each([
    ['', 'match, start 0', 1],
    ['ab', 'match, read 0 → 0, read 1 → 1, start 2', 3],
    ['aba', 'match, read 0 → 0, read 1 → 1, read 0 → 2, start 3', 4],
    ['[ab]c[ab]', 'match, read 0 → 0, read 1 → 1, read 2 → 2, start 3', 4],
    ['\\d[xy]\\d', 'match, read 0 → 0, read 1 → 1, read 0 → 2, start 3', 4],
    ['(?:ab|cd)', 'match, read 0 → 0, read 1 → 1, read 2 → 0, read 3 → 3, split → 2 4, start 5', 8],
    ['(?:a|bc|d)', 'match, read 0 → 0, read 1 → 1, read 2 → 0, split → 2 3, start 4', 7],
    ['(?:a|\\b)', 'match, word-boundary → 0, read 0 → 0, split → 1 2, start 3', 6],
    ['a|', 'match, read 0 → 0, split → 0 1, start 2', 5],
    ['(?:|)a', 'match, read 0 → 0, start 1', 2],
    ['a*', 'match, split → 0 2, read 0 → 1, start 1', 5],
    ['a+', 'match, split → 0 2, read 0 → 1, read 0 → 1, start 3', 6],
    ['a{2,}', 'match, split → 0 2, read 0 → 1, read 0 → 1, read 0 → 3, start 4', 7],
    ['a?', 'match, read 0 → 0, split → 1 0, start 2', 5],
    ['a{1,3}', 'match, read 0 → 0, split → 1 0, read 0 → 2, split → 3 0, read 0 → 4, start 5', 10],
    ['(?:a|b){3}', 'match, read 0 → 0, read 0 → 1, read 0 → 2, start 3', 4],
    [
      '(?:a|b|cc){2}',
      'match, read 0 → 0, read 0 → 1, read 1 → 0, split → 2 3, read 0 → 4, read 0 → 5, read 1 → 4, split → 6 7, start 8',
      13,
    ],
    ['a{0}', 'match, start 0', 1],
    ['^$', 'match, text-end → 0, text-start → 1, start 2', 3],
    ['\\p{Lao}', 'match, read 0 → 0, start 1', 2],
  ])('of %j is: %s', (pattern, words, size) => {
    const nfa = buildNfa(treeOf(pattern), 100)
    expect(nfa && describeNfa(nfa)).toBe(words)
    expect(nfa?.size).toBe(size)
  })

  it('knows its sets by their ranges, or by the pattern that RE2 knows', () => {
    expect(buildNfa(treeOf('a\\p{Lao}b\\p{Lao}[ab]|x|yz|[vw]'), 100)?.sets).toEqual([
      { ranges: [0x61, 0x62] },
      { pattern: '\\p{Lao}' },
      { ranges: [0x62, 0x62] },
      { ranges: [0x61, 0x61] },
      { ranges: [0x7a, 0x7a] },
      { ranges: [0x79, 0x79] },
      { ranges: [0x76, 0x78] },
    ])
  })

  it.each([
    ['abc', 4],
    ['a*', 5],
    ['a{1,3}', 10],
    ['(?:ab|cd)', 8],
    ['a{9}', 10],
    ['a{3,}', 8],
  ])('is undefined for %j if it would exceed its maximum size', (pattern, size) => {
    expect(buildNfa(treeOf(pattern), size)).toBeDefined()
    expect(buildNfa(treeOf(pattern), size - 1)).toBeUndefined()
  })

  it('is undefined for patterns that read bytes', () => {
    expect(buildNfa(treeOf('a\\Cb'), 100)).toBeUndefined()
    expect(buildNfa(treeOf('(?:a|\\C){0,3}'), 100)).toBeUndefined()
  })

  it('is given up without building all of it', () => {
    // A thousand thousands of copies.
    expect(buildNfa(treeOf('(?:(?:a{9}){9}){9}'), 50)).toBeUndefined()
    const tree = { kind: 'repetition', node: treeOf('a{1000}'), min: 1_000_000_000, max: 2_000_000_000 } as const
    expect(buildNfa(tree, 50)).toBeUndefined()
    expect(buildNfa({ ...tree, min: 0 }, 50)).toBeUndefined()
  })
})
