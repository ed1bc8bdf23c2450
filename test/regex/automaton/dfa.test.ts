import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { Dfa } from '../../../src/regex/automaton/dfa.ts'
import { buildNfa } from '../../../src/regex/automaton/nfa.ts'
import { NfaStepper } from '../../../src/regex/automaton/nfa-stepper.ts'
import { packNfa } from '../../../src/regex/automaton/program.ts'
import { StateTable } from '../../../src/regex/automaton/state-table.ts'
import { TableBudget } from '../../../src/regex/automaton/table-budget.ts'
import { rawRe2 } from '../raw-re2.ts'
import { treeOf } from '../tree-of.ts'

/** What a table takes besides its states, in bytes. */
const overhead = 800

/** An automaton with room for a number of states, and a record of its steps. */
function dfaOf(pattern: string, states: number) {
  const nfa = buildNfa(treeOf(pattern), 1000)
  if (nfa === undefined) throw new Error('too large')
  const stepper = new NfaStepper(packNfa(nfa), nfa.sets, () => () => false)
  const { bytesOfState } = new StateTable(stepper.alphabet.size, stepper.setLength)
  const budget = new TableBudget(1 << 20)
  const steps = vi.spyOn(stepper, 'step')
  const begins = vi.spyOn(stepper, 'begin')
  const accepts = vi.spyOn(stepper, 'accepts')
  const grown = vi.spyOn(budget, 'grown')
  const dfa = new Dfa(stepper, budget, states * bytesOfState)
  const count = () => [steps, begins, accepts].map(({ mock }) => mock.calls.length)
  /** What its table holds, in states, as the budget was told. */
  const heldStates = () => {
    const bytes = grown.mock.calls.reduce((sum, [, more]) => sum + more, 0)
    const [table] = grown.mock.calls[0] ?? []
    expect(bytes).toBe(table?.bytes)
    return (bytes - overhead) / bytesOfState
  }
  return { dfa, budget, grown, count, heldStates }
}

/** Steps, beginnings and verdicts made by the tests of some texts, each with its verdict. */
function made({ dfa, count }: ReturnType<typeof dfaOf>, texts: Readonly<Record<string, boolean>>) {
  const before = count()
  for (const [text, verdict] of Object.entries(texts)) expect(dfa.test(text), text).toBe(verdict)
  return count().map((each, at) => each - (before[at] ?? 0))
}

describe('the deterministic automaton', () => {
  it('computes each transition, each verdict and the first state once', () => {
    const automaton = dfaOf('a(?:bc)*', 100)
    // The first state, that behind a and c, and that behind b.
    expect(made(automaton, { abc: true })).toEqual([3, 1, 1])
    expect(made(automaton, { abc: true, a: true, ab: false })).toEqual([0, 0, 1])
    expect(made(automaton, { a: true, ab: false, abcbc: true })).toEqual([0, 0, 0])
    expect(made(automaton, { abcbcbcbcb: false, '': false })).toEqual([0, 0, 1])
    // No way leads from the first by c, nor from the second by a.
    expect(made(automaton, { c: false, ca: false, aa: false, aab: false })).toEqual([2, 0, 0])
  })

  it('keeps transitions for characters beyond ASCII, including lone surrogates', () => {
    const automaton = dfaOf('[é漢\\x{10000}😀\\x{10ffff}]*', 100)
    expect(made(automaton, { 'é漢😀\u{10000}\u{10ffff}': true })).toEqual([1, 1, 1])
    expect(made(automaton, { '😀é😀': true, '\ud83d': false, 'é😀漢': true })).toEqual([1, 0, 0])
    expect(made(automaton, { '😀\ude00': false, '\ud83dé': false, '\udfff': false, '\ud800': false })).toEqual([
      0, 0, 0,
    ])
    const replaced = dfaOf('\\x{fffd}*', 100)
    expect(made(replaced, { '\ud83d\ud83d': true, '\udfff\ufffd': true, '\ud800': true, '\udc00😀': false })).toEqual([
      2, 1, 1,
    ])
    const edges = dfaOf('\\x{ffff}\\x{10000}\\x{d7ff}\\x{e000}', 100)
    expect(made(edges, { '\uffff\u{10000}\ud7ff\ue000': true, '\uffff\u{10000}\ud7ff\ufffd': false })).toEqual([
      5, 1, 1,
    ])
  })

  it('begins with room for eight states and doubles it, up to its own limit', () => {
    const automaton = dfaOf('(?:a|b)*a(?:a|b){4}', 21)
    expect(made(automaton, { a: false })).toEqual([1, 1, 1])
    expect(automaton.heldStates()).toBe(8)
    for (const text of ['abababab', 'aabbaabb', 'bbbbaaaa', 'abbabbba', 'babaabaa', 'aaaaaaaa'])
      automaton.dfa.test(text)
    expect(automaton.grown).toHaveBeenCalledTimes(3)
    expect(automaton.heldStates()).toBe(21)
  })

  it('discards all states when the table is full, and continues from the current one', () => {
    const automaton = dfaOf('(?:a|b)*a(?:a|b){3}', 4)
    const text = 'abbabaabbbaaababbabababbbaabab'
    const reference = rawRe2('(?:a|b)*a(?:a|b){3}')
    for (let end = 0; end <= text.length; end++) {
      expect(automaton.dfa.test(text.slice(0, end)), text.slice(0, end)).toBe(reference.test(text.slice(0, end)))
    }
    expect(automaton.grown).toHaveBeenCalledTimes(1)
    expect(automaton.heldStates()).toBe(4)
    // The beginning is made anew after each time; the same text needs no more than a step for each character.
    const [steps = 0, begins = 0] = made(automaton, { [text]: reference.test(text) })
    expect(begins).toBeGreaterThan(3)
    expect(steps).toBeLessThanOrEqual(text.length)
    expect(steps).toBeGreaterThan(text.length / 2)
  })

  it('keeps its states if the next one is known', () => {
    // All states fit: that behind b, which is the first, and that behind a.
    const automaton = dfaOf('(?:ab)*', 2)
    expect(made(automaton, { abababab: true, ababa: false, '': true })).toEqual([2, 1, 2])
    expect(made(automaton, { abababab: true, ababa: false, '': true, b: false })).toEqual([1, 0, 0])
  })

  it('has two states at least', () => {
    const automaton = dfaOf('abcdef', 0)
    expect(made(automaton, { abcdef: true })).toEqual([6, 6, 1])
  })

  it('starts again after it was released', () => {
    const automaton = dfaOf('[ab]*', 100)
    expect(made(automaton, { ab: true })).toEqual([1, 1, 1])
    automaton.dfa.release()
    expect(made(automaton, { ab: true })).toEqual([1, 1, 1])
  })

  it('records when it was last used', () => {
    const { dfa, budget, grown } = dfaOf('[ab]*', 100)
    dfa.test('a')
    const [table] = grown.mock.calls[0] ?? []
    expect(table?.usedAt).toBe(budget.now)
    budget.grown(new StateTable(1, 1), 0)
    expect(table?.usedAt).toBe(budget.now - 1)
    dfa.test('b')
    expect(table?.usedAt).toBe(budget.now)
  })

  it('starts at a given place', () => {
    const { dfa } = dfaOf('[ab]*', 100)
    expect(dfa.test('xxab', 2)).toBe(true)
    expect(dfa.test('xxab', 1)).toBe(false)
  })

  it('has the same verdict for any size of table', () => {
    const pattern = '(?m)(?:^[ab]|\\b.|é|[^a]😀$)*a?[ab]{2}'
    const automata = [0, 3, 5, 9, 1000].map((states) => dfaOf(pattern, states).dfa)
    const reference = rawRe2(pattern)
    const text = fc.array(fc.constantFrom('a', 'b', 'é', '😀', '\n', '\ud83d'), { maxLength: 24 })
    fc.assert(
      fc.property(text, (parts) => {
        const own = parts.join('')
        expect(automata.map((dfa) => dfa.test(own))).toEqual(automata.map(() => reference.test(own)))
      }),
      { numRuns: 500 },
    )
  })
})
