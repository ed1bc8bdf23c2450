import type { Nfa } from './nfa.ts'
import { Steps } from './steps.ts'
import type { Table, TableBudget } from './table-budget.ts'
import { divideUnits } from './unit-columns.ts'

/*
 * A deterministic automaton that is built while it is used, one transition at a time. A state is the set of the NFA's
 * instructions that the text so far leads to. When its table is full it forgets all states and goes on from where it
 * is: a text costs at most one step of the NFA for each unit, however many states there are.
 */

const unknown = -1
const dead = -2
const firstStates = 8
/** What one table may hold. */
const mostBytes = 1 << 18

export interface Dfa {
  /** Whether a well-formed text matches as a whole. */
  test(text: string): boolean
  /** Says that it has no owner at present: what it has learned may go first. */
  release(): void
}

export function createDfa(nfa: Nfa, budget: TableBudget): Dfa {
  const { columnOf, ascii, samples } = divideUnits(nfa)
  const columns = samples.length
  const steps = new Steps(nfa)
  const { setLength } = steps
  const bytesOfState = 4 * (columns + setLength + 2) + 1
  const mostStates = Math.max(2, Math.floor(mostBytes / bytesOfState))
  const scratch = new Uint32Array(setLength)

  let capacity = 0
  let count = 0
  /** For each state and column the row of the next state; a row is the number of a state times `columns`. */
  let table = new Int32Array(0)
  let sets = new Uint32Array(0)
  /** 0 unknown, 1 no, 2 yes. */
  let accepting = new Uint8Array(0)
  /** Numbers of states by their sets, with open addressing. */
  let slots = new Int32Array(0)

  const memory: Table = {
    bytes: 0,
    usedAt: 0,
    drop: () => {
      resize(0)
    },
  }

  /** Makes room for that many states, or forgets all for 0. Assigns last: a stack that ends in here breaks nothing. */
  function resize(states: number): void {
    const kept = Math.min(count, states)
    const newTable = new Int32Array(states * columns).fill(unknown)
    const newSets = new Uint32Array(states * setLength)
    const newAccepting = new Uint8Array(states)
    const newSlots = new Int32Array(states * 2).fill(unknown)
    newTable.set(table.subarray(0, kept * columns))
    newSets.set(sets.subarray(0, kept * setLength))
    newAccepting.set(accepting.subarray(0, kept))
    for (let state = 0; state < kept; state++) newSlots[findSlot(newSlots, sets, state * setLength)] = state
    table = newTable
    sets = newSets
    accepting = newAccepting
    slots = newSlots
    count = kept
    capacity = states
    memory.bytes = states * bytesOfState
  }

  function grow(states: number): void {
    const before = memory.bytes
    resize(states)
    budget.grown(memory, memory.bytes - before)
  }

  /** Where among slots the set is that begins at `at` in `source`, or would be. */
  function findSlot(slots: Int32Array, source: Uint32Array, at: number): number {
    let hash = 0
    for (let word = 0; word < setLength; word++)
      hash = Math.imul(hash ^ (source[at + word] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
    for (let slot = (hash >>> 0) % slots.length; ; slot = (slot + 1) % slots.length) {
      const state = slots[slot] ?? 0
      if (state === unknown || isSame(state * setLength, source, at)) return slot
    }
  }

  function isSame(own: number, source: Uint32Array, at: number): boolean {
    for (let word = 0; word < setLength; word++) if (sets[own + word] !== source[at + word]) return false
    return true
  }

  /** The row of the state whose set is in `scratch`. */
  function enter(): number {
    let slot = findSlot(slots, scratch, 0)
    const known = slots[slot] ?? 0
    if (known !== unknown) return known * columns
    if (count === capacity) {
      grow(Math.min(mostStates, capacity * 2))
      slot = findSlot(slots, scratch, 0)
    }
    sets.set(scratch, count * setLength)
    slots[slot] = count
    return count++ * columns
  }

  /** Forgets all states but the first. */
  function restart(): void {
    count = 0
    grow(Math.max(firstStates, Math.min(capacity, mostStates)))
    steps.begin(scratch)
    enter()
  }

  /** Goes on from a transition that the table does not know. */
  function learn(row: number, column: number): number {
    const state = row / columns
    if (!steps.step(sets, state * setLength, samples[column] ?? 0, scratch)) return (table[row + column] = dead)
    if (count < mostStates) {
      const next = enter()
      return (table[row + column] = next)
    }
    const kept = scratch.slice()
    restart()
    scratch.set(kept)
    return enter()
  }

  function accepts(state: number): boolean {
    const known = accepting[state] ?? 0
    if (known !== 0) return known === 2
    const isAccepting = steps.accepts(sets, state * setLength)
    accepting[state] = isAccepting ? 2 : 1
    return isAccepting
  }

  return {
    test(text) {
      memory.usedAt = budget.now
      if (count === 0) restart()
      let transitions = table
      let row = 0
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        const column = ascii[unit] ?? columnOf(unit)
        let next = transitions[row + column] ?? 0
        if (next < 0) {
          if (next === unknown) next = learn(row, column)
          if (next === dead) return false
          transitions = table
        }
        row = next
      }
      return accepts(row / columns)
    },
    release() {
      memory.usedAt = 0
    },
  }
}
