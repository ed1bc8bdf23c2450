import type { NfaStepper } from './nfa-stepper.ts'
import { StateTable, unknown } from './state-table.ts'
import type { TableBudget } from './table-budget.ts'

/*
 * A deterministic automaton that is built lazily, one transition at a time, as in RE2's dfa.cc. When the table is full,
 * all states are discarded except the current one: a text costs at most one step of the NFA for each character,
 * whatever the number of states.
 */

/** A transition that leads nowhere: the text does not match. */
const dead = -2
const firstStates = 8
/** Replaces a lone surrogate. */
const replacement = 0xfffd

export class Dfa {
  private readonly stepper: NfaStepper
  private readonly budget: TableBudget
  private readonly table: StateTable
  private readonly maxStates: number
  /** The set that a step leads to. */
  private readonly reached: Uint32Array

  /** @param maxBytes of the table */
  constructor(stepper: NfaStepper, budget: TableBudget, maxBytes: number) {
    this.stepper = stepper
    this.budget = budget
    this.table = new StateTable(stepper.alphabet.size, stepper.setLength)
    this.maxStates = Math.max(2, Math.floor(maxBytes / this.table.bytesOfState))
    this.reached = new Uint32Array(stepper.setLength)
  }

  /** Whether a whole text matches. Reading starts at `from`, where the automaton is in its first state. */
  test(text: string, from = 0): boolean {
    const { alphabet } = this.stepper
    const { ascii } = alphabet
    this.table.usedAt = this.budget.now
    let row = this.start()
    let { transitions } = this.table
    for (let at = from; at < text.length; at++) {
      let column = ascii[text.charCodeAt(at)]
      if (column === undefined) {
        const codePoint = text.codePointAt(at) ?? 0
        if (codePoint > 0xffff) at++
        column = alphabet.columnOf(codePoint >= 0xd800 && codePoint <= 0xdfff ? replacement : codePoint)
      }
      let next = transitions[row + column] ?? unknown
      if (next < 0) {
        if (next === unknown) next = this.learn(row, column)
        if (next === dead) return false
        transitions = this.table.transitions
      }
      row = next
    }
    return this.accepts(row)
  }

  /** Discards all states and transitions. */
  release(): void {
    this.budget.release(this.table)
  }

  /** The row of the first state, which is added when the table is empty. */
  private start(): number {
    if (this.table.count === 0) {
      this.stepper.begin(this.reached)
      this.enter()
    }
    return 0
  }

  /** Computes the transition from a row by a column, which the table lacks. */
  private learn(row: number, column: number): number {
    const { stepper, table } = this
    const from = (row / stepper.alphabet.size) * stepper.setLength
    if (!stepper.step(table.sets, from, column, this.reached)) return (table.transitions[row + column] = dead)
    const isForgetting = table.count === this.maxStates && table.find(this.reached) === undefined
    if (isForgetting) {
      // The first state stays the first.
      const reached = this.reached.slice()
      table.clear()
      this.start()
      this.reached.set(reached)
    }
    const next = this.enter()
    if (!isForgetting) table.transitions[row + column] = next
    return next
  }

  /** The row of the state that was reached, which is added when it is new. */
  private enter(): number {
    const { budget, reached, stepper, table } = this
    const known = table.find(reached)
    if (known !== undefined) return known * stepper.alphabet.size
    if (table.isFull) {
      const before = table.bytes
      table.grow(Math.min(this.maxStates, Math.max(firstStates, table.count * 2)))
      budget.grown(table, table.bytes - before)
    }
    return table.add(reached) * stepper.alphabet.size
  }

  private accepts(row: number): boolean {
    const { stepper, table } = this
    const state = row / stepper.alphabet.size
    const known = table.verdicts[state] ?? 0
    if (known !== 0) return known === 2
    const isAccepting = stepper.accepts(table.sets, state * stepper.setLength)
    table.verdicts[state] = isAccepting ? 2 : 1
    return isAccepting
  }
}
