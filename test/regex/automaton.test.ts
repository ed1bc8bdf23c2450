import { describe, expect, it } from 'vitest'
import { re2Engine } from '../../src/regex/re2/loading.ts'
import { type CompiledPattern, isFailure } from '../../src/regex/engine.ts'
import { createDefaultEngine } from '../../src/regex/default-engine.ts'
import { createDfa } from '../../src/regex/automaton/dfa.ts'
import { matchInHouse } from '../../src/regex/automaton/in-house.ts'
import { buildNfa } from '../../src/regex/automaton/nfa.ts'
import { createTableBudget, type Table } from '../../src/regex/automaton/table-budget.ts'
import { collectGarbage } from '../garbage.ts'

const re2 = (pattern: string): CompiledPattern => {
  const compiled = re2Engine().compile(pattern)
  if (isFailure(compiled)) throw new Error(compiled.reason)
  return compiled
}

/** Pseudo-random a and b. */
function letters(length: number, seed = 1): string {
  let state = seed
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
  return Array.from({ length }, () => (next() & 65_536 ? 'a' : 'b')).join('')
}

describe('the automaton', () => {
  it.each(['(?:.|x)*a.{12}b', '(?:a|b)*\\ba.{14}', '(?:.*a){3}.{11}', '[^x]*a[^x]{13}\\b'])(
    'of %s answers as RE2 does, in a flood of states and after it',
    (pattern) => {
      const own = matchInHouse(pattern)
      const reference = re2(pattern)
      expect(own).toBeDefined()
      for (let seed = 1; seed < 30; seed++) {
        const text = letters(seed < 25 ? 60 + seed * 30 : 30, seed)
        expect(own?.test(text), text).toBe(reference.test(text))
        expect(own?.test(`${text}x`), text).toBe(reference.test(`${text}x`))
      }
      own?.release()
    },
  )

  it.each([
    ['more nesting than is followed', `${'('.repeat(150)}a${')'.repeat(150)}`],
    ['more instructions than are worth it', '(?:\\D{10}\\W){30}'],
    ['many copies', '(?:[ab]c){0,700}'],
    ['a hyphen between', '[a-b-c]'],
    ['more instructions than are worth it, in a sequence', `${'\\W'.repeat(400)}.`],
    ['flags', '(?i)a'],
    ['a brace', 'a{x'],
    ['a class of classes', '[\\d-z]'],
  ])('does not take %s', (_, pattern) => {
    expect(matchInHouse(pattern)).toBeUndefined()
  })

  it.each([
    ['[^\\d\\D]', ['', 'a'], [false, false]],
    ['a.*(|b).*c', ['ac', 'abc', 'ab'], [true, true, false]],
    ['.*(abc|b).*x', ['abx', 'abcx', 'acx'], [true, true, false]],
    ['.*(b|abc).*c', ['abc', 'abcc', 'ab'], [true, true, false]],
    ['[\u{10000}-\u{10401}]', ['\u{10000}', '\u{10401}', '\u{10402}'], [true, true, false]],
    ['[\u{10001}-\u{107ff}]', ['\u{10000}', '\u{10001}', '\u{107ff}', '\u{10800}'], [false, true, true, false]],
    ['[\u{10001}-\u{10401}]', ['\u{10000}', '\u{103ff}', '\u{10401}'], [false, true, true]],
    ['[^\\d\\D]*', ['', 'a'], [true, false]],
    ['[a-zA-Z0-9_-][!-/]', ['a!', 'é!', 'a'], [true, false, false]],
    ['[a-zA-Z0-9_.,:;-]x', ['ax', 'éx', ';x'], [true, false, true]],
    ['[😀-🙏][\\x{0}]?', [], []],
    ['[😁-😃]', ['😀', '😁', '😃', '😄'], [false, true, true, false]],
    [
      '[\u{1f3ff}-\u{20001}]',
      ['\u{1f3fe}', '\u{1f3ff}', '\u{1f400}', '\u{1ffff}', '\u{20001}', '\u{20002}'],
      [false, true, true, true, true, false],
    ],
    ['[\u{10000}-\u{103ff}]', ['\u{10000}', '\u{103ff}', '\u{10400}'], [true, true, false]],
  ] as const)('%s', (pattern, texts, expected) => {
    const own = matchInHouse(pattern)
    if (own === undefined) expect(texts).toEqual([])
    expect(texts.map((text) => own?.test(text))).toEqual([...expected])
    expect(texts.map((text) => re2(pattern).test(text))).toEqual([...expected])
  })
})

describe('the tables of automata', () => {
  const table = (bytes: number, usedAt: number) => {
    const each = { bytes, usedAt, dropped: false, drop: () => void (each.dropped = true) }
    return each
  }

  it('share a budget: those without an owner go first, then the least recently used, down to three quarters', () => {
    const budget = createTableBudget(100)
    const tables = [table(30, 2), table(30, 0), table(20, 3), table(20, 1)]
    for (const each of tables) budget.grown(each, each.bytes)
    expect(tables.some(({ dropped }) => dropped)).toBe(false)
    const now = budget.now
    budget.grown(table(25, 0), 25)
    expect(tables.map(({ dropped }) => dropped)).toEqual([false, true, false, true])
    expect(budget.now).toBeGreaterThan(now)
  })

  it('are not kept when nobody matches with them any more', async () => {
    const budget = createTableBudget(1000)
    const others = [table(300, 1), table(300, 2)]
    budget.grown(others[0] as Table, 300)
    const addForgotten = () => {
      budget.grown(table(500, 3), 500)
    }
    addForgotten()
    await collectGarbage()
    budget.grown(others[1] as Table, 300)
    expect(others.some(({ dropped }) => dropped)).toBe(false)
  })

  it('are learned again after they were dropped', () => {
    const budget = createTableBudget(1)
    const nfa = buildNfa(
      { kind: 'repetition', node: { kind: 'characters', ranges: [0x61, 0x62] }, least: 0, most: Infinity },
      9,
    )
    if (nfa === undefined) throw new Error('too many instructions')
    const [one, other] = [createDfa(nfa, budget), createDfa(nfa, budget)]
    for (let turn = 0; turn < 3; turn++) {
      for (const { test } of [one, other])
        expect(['ab', 'abc', ''].map((text) => test(text))).toEqual([true, false, true])
    }
    one.release()
    expect(one.test('b')).toBe(true)
  })

  it('are shared by all who compiled the same pattern, and released by the last of them', () => {
    const engine = createDefaultEngine(re2Engine)
    const [one, other] = [engine.compile('[ab]*c'), engine.compile('[ab]*c')]
    if (isFailure(one) || isFailure(other)) throw new Error('rejected')
    one.free()
    one.free()
    expect(other.test('abc')).toBe(true)
    other.free()
    expect([one.test('abc'), other.test('ab')]).toEqual([true, false])
  })
})
