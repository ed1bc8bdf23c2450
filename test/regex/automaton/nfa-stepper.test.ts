import { describe, expect, it } from 'vitest'
import { buildNfa } from '../../../src/regex/automaton/nfa.ts'
import { NfaStepper } from '../../../src/regex/automaton/nfa-stepper.ts'
import { packNfa } from '../../../src/regex/automaton/program.ts'
import { treeOf } from '../tree-of.ts'

/** The sets from the start through a text: the places of the instructions, and the flags; undefined once nothing is left. */
function walk(pattern: string, text: string) {
  const nfa = buildNfa(treeOf(pattern), 1000)
  if (nfa === undefined) throw new Error('too large')
  const stepper = new NfaStepper(packNfa(nfa), nfa.sets, () => () => false)
  const placesOf = (set: Uint32Array): readonly number[] =>
    nfa.instructions.flatMap((_, at) => (((set[at >>> 5] ?? 0) >>> (at & 31)) & 1 ? [at] : []))
  const found: unknown[] = []
  // Sets lie in a row of several, as in a table.
  const row = new Uint32Array(3 * stepper.setLength)
  const at = stepper.setLength
  let set = new Uint32Array(stepper.setLength).fill(0xffffffff)
  stepper.begin(set)
  const note = () => {
    row.set(set, at)
    found.push([placesOf(set).join(' '), set[stepper.setLength - 1], stepper.accepts(row, at)])
  }
  note()
  for (const character of text) {
    const next = new Uint32Array(stepper.setLength).fill(0xffffffff)
    if (!stepper.step(row, at, stepper.alphabet.columnOf(character.codePointAt(0) ?? 0), next)) {
      found.push(undefined)
      break
    }
    set = next
    note()
  }
  return { found, stepper }
}

const [atStart, afterWord, afterNewline] = [1, 2, 4]

describe('a step of the automaton', () => {
  it('leads through splits to instructions that read or match', () => {
    // match 0, b 1, split 2, a 3.
    expect(walk('a(?:b|)', 'ab').found).toEqual([
      ['3', 0, false],
      ['0 1', 0, true],
      ['0', 0, true],
    ])
    expect(walk('a(?:b|)', 'abb').found.at(-1)).toBeUndefined()
    expect(walk('a(?:b|)', 'b').found).toEqual([['3', 0, false], undefined])
    // match 0, split 1, a 2.
    expect(walk('a*', 'aa').found).toEqual([
      ['0 2', 0, true],
      ['0 2', 0, true],
      ['0 2', 0, true],
    ])
  })

  it('keeps assertions until the next character is known', () => {
    // match 0, word-boundary 1, a 2.
    expect(walk('a\\b', 'a').found).toEqual([
      ['2', atStart, false],
      ['1', afterWord, true],
    ])
    // match 0, b 1, word-boundary 2, - 3, a 4.
    expect(walk('a-\\bb', 'a-b').found).toEqual([
      ['4', atStart, false],
      ['3', afterWord, false],
      ['2', 0, false],
      ['0', afterWord, true],
    ])
    expect(walk('\\Ba', 'a').found).toEqual([['2', atStart, false], undefined])
    expect(walk('-\\B-', '--').found.at(-1)).toEqual(['0', 0, true])
  })

  it('sets only the flags that assertions use', () => {
    expect(walk('(?m)a$', 'a').found).toEqual([
      ['2', atStart, false],
      ['1', 0, true],
    ])
    expect(walk('(?m)\\n^a', '\na').found.map((each) => (each as unknown[])[1])).toEqual([atStart, afterNewline, 0])
    expect(walk('a\\z|\\A-', 'a').found.map((each) => (each as unknown[])[1])).toEqual([atStart, 0])
    expect(walk('(?m)(?:^a|\\bb|\\n)*', 'a\nb').found.map((each) => (each as unknown[])[1])).toEqual([
      atStart,
      afterWord,
      afterNewline,
      afterWord,
    ])
  })

  it('passes chains of assertions and splits, each once', () => {
    expect(walk('(?:^|\\b)*a(?:\\b|$)*', 'a').found.map((each) => (each as unknown[])[2])).toEqual([false, true])
    expect(walk('(?:(?:a|\\b)*)*', 'aa').found.map((each) => (each as unknown[])[2])).toEqual([true, true, true])
  })

  it('goes through more instructions than a word has bits', () => {
    const { found, stepper } = walk('[ab]{70}(?:c|\\bd){2}', `${'ab'.repeat(35)}cc`)
    expect(stepper.setLength).toBe(Math.ceil(found.length / 32) + 1)
    expect(found.filter((each) => (each as unknown[])[2])).toHaveLength(1)
    expect(found).toHaveLength(73)
    expect(walk('[ab]{40}', 'a'.repeat(40)).found.at(-1)).toEqual(['0', 0, true])
    // All but the split, 41.
    const all = Array.from({ length: 43 }, (_, at) => at).filter((at) => at !== 41)
    expect(walk('.*[ab]{40}', 'a'.repeat(40)).found.at(-1)).toEqual([all.join(' '), 0, true])
  })

  it('visits at most the instructions of its bound, and twice as many with assertions', () => {
    expect(walk('a', '').stepper.boundWork(10)).toBe(16 + 10 + 1.5)
    expect(walk('a\\b', '').stepper.boundWork(10)).toBe(16 + 2 * (10 + 1.5))
    expect(walk('[ab]{31}', '').stepper.boundWork(0)).toBe(16 + 1.5)
    expect(walk('[ab]{32}', '').stepper.boundWork(0)).toBe(16 + 3)
  })
})
