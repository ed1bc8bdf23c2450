import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Alphabet } from '../../../src/regex/automaton/alphabet.ts'
import { boundMaxActive } from '../../../src/regex/automaton/max-active.ts'
import { buildNfa, type Nfa } from '../../../src/regex/automaton/nfa.ts'
import { packNfa } from '../../../src/regex/automaton/program.ts'
import { isFailure } from '../../../src/regex/engine.ts'
import { readPattern } from '../../../src/regex/syntax/read-pattern.ts'
import { anyPattern, textFor } from '../patterns.ts'
import { treeOf } from '../tree-of.ts'

function nfaOf(pattern: string): Nfa {
  const nfa = buildNfa(treeOf(pattern), 20_000)
  if (nfa === undefined) throw new Error(`${pattern} has no automaton`)
  return nfa
}

const bound = (pattern: string, weigh: (ranges: readonly number[]) => number = () => 1): number | undefined => {
  const nfa = nfaOf(pattern)
  const weights = nfa.sets.map(({ ranges = [] }) => weigh(ranges))
  return boundMaxActive(packNfa(nfa), new Alphabet(nfa.sets, [], () => () => true), weights)
}

/**
 * What a naive automaton looks at: at each place of the text all that the characters before it lead to, assertions taken
 * for true, each instruction by what it weighs.
 */
function countActive({ instructions, sets, start }: Nfa, text: string): number {
  const weights = instructions.map((each) => (each.kind === 'split' ? 1 + each.nexts.length : 1))
  const isIn = (set: number, codePoint: number) => {
    const { ranges = [0, 0x10ffff] } = sets[set] ?? {}
    return ranges.some((low, at) => at % 2 === 0 && low <= codePoint && codePoint <= (ranges[at + 1] ?? 0))
  }
  const closure = (places: readonly number[]) => {
    const found = new Set(places)
    for (const place of found) {
      const instruction = instructions[place]
      if (instruction?.kind === 'split') for (const next of instruction.nexts) found.add(next)
      if (instruction?.kind === 'assert') found.add(instruction.next)
    }
    return [...found]
  }
  let active = closure([start])
  let greatest = 0
  for (const character of [...text, '']) {
    greatest = Math.max(
      greatest,
      active.reduce((sum, place) => sum + (weights[place] ?? 0), 0),
    )
    active = closure(
      active.flatMap((place) => {
        const instruction = instructions[place]
        const isRead = instruction?.kind === 'read' && isIn(instruction.set, character.codePointAt(0) ?? -1)
        return isRead ? [instruction.next] : []
      }),
    )
  }
  return greatest
}

const patternWithTexts = anyPattern.chain((pattern) =>
  fc.tuple(fc.constant(pattern), fc.array(textFor(pattern), { minLength: 1, maxLength: 5 })),
)

describe('the instructions that are active at one place', () => {
  it.each([
    ['a letter', 'a', 1],
    ['what follows on the start counts, too', '(?:a|[bc]d|[ef]g)h', 7],
    ['what cannot follow on one character is not added', '(?:ab?c?|de?f?)', 9],
    ['but what follows on the same is', '(?:ab?c|[ad]e?f)', 10],
    ['a counted repetition has one copy at a time', '.{1,1000}', 5],
    ['and so has each part of a chain', '.{3}(?:a|bb){2}.{5}', 6],
    ['of a flood all copies', '.*a.{20}', 26],
    ['a repetition that repeats itself after two', '(?:ab)*', 5],
    ['a longer one', '(?:.{50})*', 5],
    ['one that ends somewhere in the middle of itself', 'x.{3}(?:.{40}a)*', 5],
    ['assertions are looked through', '(?:\\bab|\\bcd)e?', 7],
  ])('%s: %s', (_, pattern, count) => {
    expect(bound(pattern)).toBe(count)
  })

  it('have the weights of their sets', () => {
    expect(bound('(?:[a-z][0-9])*', ([low]) => (low === 0x30 ? 10 : 1))).toBe(10)
    expect(bound('(?:[a-z]|[0-9])*', () => 5)).toBe(9)
    expect(bound('[a-z]', () => 7)).toBe(7)
  })

  it.each([
    ['too many instructions behind others', '(?:[ab]?){700}', undefined],
    [
      'too many columns and sets',
      String.fromCodePoint(...Array.from({ length: 400 }, (_, at) => 0x4e00 + at)),
      undefined,
    ],
    ['fewer of them', String.fromCodePoint(...Array.from({ length: 40 }, (_, at) => 0x4e00 + at)), 1],
    // All of them together, since no length is told apart.
    ['too many lengths', '.{0,700}.{0,700}', 9792],
  ])('are not counted one by one where there are %s', (_, pattern, count) => {
    expect(bound(pattern)).toBe(count)
  })

  it('never exceed the bound', () => {
    let unbounded = 0
    fc.assert(
      fc.property(patternWithTexts, ([pattern, texts]) => {
        const tree = readPattern(pattern)
        fc.pre(!isFailure(tree))
        const nfa = buildNfa(tree, 3000)
        fc.pre(nfa !== undefined)
        const known = nfa.sets.map(({ ranges }) => ({ ranges: ranges ?? [0, 0x10ffff] }))
        const alphabet = new Alphabet(known, [], () => () => true)
        const weights = nfa.sets.map(() => 1)
        const most = boundMaxActive(packNfa(nfa), alphabet, weights)
        if (most === undefined) unbounded++
        else for (const text of texts) expect(countActive(nfa, text)).toBeLessThanOrEqual(most)
      }),
      { numRuns: 2000 },
    )
    expect(unbounded).toBeLessThan(40)
  })
})
