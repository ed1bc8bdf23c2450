import { describe, expect, it } from 'vitest'
import { StateTable, unknown } from '../../../src/regex/automaton/state-table.ts'

const setOf = (...words: readonly number[]): Uint32Array => Uint32Array.from(words)

/** Sets that differ in one word each. */
const sets = Array.from({ length: 40 }, (_, at) => setOf(at % 4, Math.floor(at / 4), 7))

function tableOf(states: number): StateTable {
  const table = new StateTable(5, 3)
  table.grow(states)
  return table
}

describe('a table of states', () => {
  it('takes four bytes for each transition, for each word of a set and for its slots, and one for the verdict', () => {
    expect(new StateTable(5, 3)).toMatchObject({ bytesOfState: 49, bytes: 0, count: 0, isFull: true })
    expect(new StateTable(1, 1).bytesOfState).toBe(25)
    expect(tableOf(10).bytes).toBe(490 + 800)
  })

  it('finds the states that were added, by their sets', () => {
    const table = tableOf(40)
    expect(table.find(setOf(0, 0, 7))).toBeUndefined()
    expect(sets.map((set) => table.add(set))).toEqual(sets.map((_, at) => at))
    expect(sets.map((set) => table.find(set))).toEqual(sets.map((_, at) => at))
    expect(table.find(setOf(0, 0, 8))).toBeUndefined()
    expect(table.find(setOf(4, 0, 7))).toBeUndefined()
    expect(table).toMatchObject({ count: 40, isFull: true })
  })

  it('is empty before it has room', () => {
    const table = new StateTable(5, 3)
    expect(table.find(setOf(0, 0, 7))).toBeUndefined()
    table.grow(1)
    expect(table.isFull).toBe(false)
    expect(table.find(setOf(0, 0, 7))).toBeUndefined()
    expect(table.add(setOf(0, 0, 7))).toBe(0)
    expect(table.isFull).toBe(true)
  })

  it('keeps its states when it grows', () => {
    const table = tableOf(3)
    for (const set of sets.slice(0, 3)) table.add(set)
    table.transitions.set([10, unknown, 5, -2, 0], 5)
    table.transitions[14] = 10
    table.verdicts.set([1, 0, 2])
    table.grow(20)
    expect(Array.from(table.transitions.subarray(0, 16))).toEqual([
      ...[unknown, unknown, unknown, unknown, unknown],
      ...[10, unknown, 5, -2, 0],
      ...[unknown, unknown, unknown, unknown, 10],
      unknown,
    ])
    expect(table.transitions).toHaveLength(100)
    expect(Array.from(table.transitions.subarray(15)).every((each) => each === unknown)).toBe(true)
    expect(Array.from(table.verdicts.subarray(0, 4))).toEqual([1, 0, 2, 0])
    expect(table.verdicts).toHaveLength(20)
    expect(table.sets).toHaveLength(60)
    expect(Array.from(table.sets.subarray(3, 6))).toEqual([1, 0, 7])
    expect(sets.slice(0, 4).map((set) => table.find(set))).toEqual([0, 1, 2, undefined])
    expect(sets.slice(3, 20).map((set) => table.add(set))).toEqual(sets.slice(3, 20).map((_, at) => at + 3))
    expect(sets.map((set) => table.find(set))).toEqual(sets.map((_, at) => (at < 20 ? at : undefined)))
  })

  it('removes all states, keeping its memory or not', () => {
    const table = tableOf(4)
    for (const set of sets.slice(0, 4)) table.add(set)
    table.transitions.fill(1)
    table.verdicts.fill(1)
    table.clear()
    expect(table).toMatchObject({ count: 0, isFull: false, bytes: 4 * 49 + 800 })
    expect(Array.from(table.transitions).every((each) => each === unknown)).toBe(true)
    expect(Array.from(table.verdicts)).toEqual([0, 0, 0, 0])
    expect(sets.map((set) => table.find(set)).every((found) => found === undefined)).toBe(true)
    expect(table.add(sets[3] ?? setOf())).toBe(0)
    table.empty()
    expect(table).toMatchObject({ count: 0, isFull: true, bytes: 0 })
    expect(table.transitions).toHaveLength(0)
    table.grow(1)
    expect(table.find(sets[3] ?? setOf())).toBeUndefined()
  })

  it('has at least twice as many slots as states, so that a search ends', () => {
    for (const states of [1, 2, 3, 5, 8, 21, 40]) {
      const table = tableOf(states)
      for (const set of sets.slice(0, states)) table.add(set)
      expect(table.find(setOf(9, 9, 9))).toBeUndefined()
    }
  })

  it('tells sets apart that begin in the middle of its own', () => {
    const table = tableOf(2)
    table.add(setOf(1, 2, 3))
    table.add(setOf(2, 3, 1))
    expect(table.find(setOf(3, 2, 3))).toBeUndefined()
    expect(table.find(setOf(2, 3, 1))).toBe(1)
  })
})
