import { describe, expect, it } from 'vitest'
import { createDefaultEngine } from '../../../src/regex/default-engine.ts'
import { Dfa } from '../../../src/regex/automaton/dfa.ts'
import { buildNfa } from '../../../src/regex/automaton/nfa.ts'
import { NfaStepper } from '../../../src/regex/automaton/nfa-stepper.ts'
import { packNfa } from '../../../src/regex/automaton/program.ts'
import { StateTable } from '../../../src/regex/automaton/state-table.ts'
import { TableBudget } from '../../../src/regex/automaton/table-budget.ts'
import { type CompiledPattern, isFailure } from '../../../src/regex/engine.ts'
import { re2Engine } from '../../../src/regex/re2/loading.ts'
import { treeOf } from '../tree-of.ts'

/** A table with room for that many states, of 109 bytes each. */
function tableOf(budget: TableBudget, states: number): StateTable {
  const table = new StateTable(20, 3)
  table.grow(states)
  budget.grown(table, table.bytes)
  return table
}

const isEmpty = (table: StateTable): boolean => table.bytes === 0

describe('the tables of automata', () => {
  it('share a budget: the least recently used are emptied, down to three quarters', () => {
    const budget = new TableBudget(10_000)
    const tables = [8, 8, 8, 8].map((states) => tableOf(budget, states))
    expect(tables.some(isEmpty)).toBe(false)
    const [first] = tables
    if (first !== undefined) first.usedAt = budget.now + 1
    const now = budget.now
    tableOf(budget, 40)
    expect(tables.map(isEmpty)).toEqual([false, true, true, true])
    expect(budget.now).toBeGreaterThan(now)
  })

  it('are never emptied while they grow themselves', () => {
    const budget = new TableBudget(100)
    const table = tableOf(budget, 40)
    expect(isEmpty(table)).toBe(false)
    tableOf(budget, 1)
    expect(isEmpty(table)).toBe(true)
  })

  it('are emptied when they are released, which makes room for others', () => {
    const budget = new TableBudget(10_000)
    const [one, other] = [tableOf(budget, 30), tableOf(budget, 30)]
    budget.release(one)
    budget.release(one)
    expect(isEmpty(one)).toBe(true)
    const third = tableOf(budget, 30)
    expect([other, third].some(isEmpty)).toBe(false)
  })

  it('are filled again after they were emptied', () => {
    const budget = new TableBudget(1)
    const dfaOf = (pattern: string): Dfa => {
      const nfa = buildNfa(treeOf(pattern), 100)
      if (nfa === undefined) throw new Error('too large')
      return new Dfa(new NfaStepper(packNfa(nfa), nfa.sets, () => () => false), budget, 1 << 10)
    }
    const [one, other] = [dfaOf('[ab]*'), dfaOf('(?:a|b)*a(?:a|b){3}')]
    for (let turn = 0; turn < 3; turn++) {
      expect(['ab', 'abc', ''].map((text) => one.test(text))).toEqual([true, false, true])
      expect(['abbb', 'bbbb', 'ababbbab'].map((text) => other.test(text))).toEqual([true, false, false])
    }
    one.release()
    expect(one.test('b')).toBe(true)
  })
})

describe('the default engine', () => {
  const compile = (pattern: string, engine = createDefaultEngine(re2Engine)): CompiledPattern => {
    const compiled = engine.compile(pattern)
    if (isFailure(compiled)) throw new Error(compiled.reason)
    return compiled
  }

  it('shares a pattern among all owners; the last of them releases it', () => {
    const engine = createDefaultEngine(re2Engine)
    const [one, other] = [compile('[ab]*c\\p{Lao}', engine), compile('[ab]*c\\p{Lao}', engine)]
    one.free()
    one.free()
    expect(other.test('abcກ')).toBe(true)
    other.free()
    expect([one.test('abcກ'), other.test('abກ')]).toEqual([true, false])
  })

  it('reports which patterns are cheap', () => {
    expect(['debian-.*', '[ab]*c', '\\C'].map((pattern) => compile(pattern).isCheap ?? false)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('rejects invalid patterns without RE2', () => {
    const engine = createDefaultEngine(() => {
      throw new Error('RE2 was loaded')
    })
    expect(engine.compile('(')).toEqual({ code: 'invalid-pattern', reason: 'missing ): (' })
    expect(compile('(?i)[a-k]+', engine).test('K')).toBe(true)
    expect(() => engine.compile('\\C')).toThrow('RE2 was loaded')
    expect(() => engine.compile('\\p{Lao}')).toThrow('RE2 was loaded')
  })

  it('rejects a set that RE2 rejects', () => {
    const failure = { code: 'pattern-too-complex', reason: 'no room' } as const
    const engine = createDefaultEngine(() => ({ compile: () => failure }))
    expect(engine.compile('a\\p{Lao}')).toBe(failure)
  })

  it('treats a set as empty if RE2 rejects it later', () => {
    const failure = { code: 'pattern-too-complex', reason: 'no room' } as const
    let isBroken = false
    const engine = createDefaultEngine(() => ({
      compile: (pattern) => (isBroken ? failure : re2Engine().compile(pattern)),
    }))
    const compiled = compile('\\p{Lao}*', engine)
    compiled.free()
    isBroken = true
    expect(['', 'ກ'].map((text) => compiled.test(text))).toEqual([true, false])
  })
})
