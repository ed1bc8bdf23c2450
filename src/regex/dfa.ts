import { divideUnits } from './unit-columns.ts'
import { closeOver, type Nfa, passAssertions, read, simulate } from './nfa.ts'
import { isWordUnit } from './word.ts'

/*
 * A deterministic automaton that is built while it is used, one transition at a time. A state is the set of the NFA's
 * instructions that the text so far leads to, with what assertions need to know of the unit before.
 */

interface State {
  readonly instructions: readonly number[]
  readonly isStart: boolean
  readonly afterWord: boolean
  accepts: boolean | undefined
}

const unknown = -1
const dead = -2

/** How much a table and its states may hold, in numbers. Over it the automaton starts anew; after a few floods the NFA is simulated instead. */
const mostCells = 1 << 15
const mostFloods = 4

/** Whether a well-formed text matches as a whole. */
export function createDfa(nfa: Nfa): (text: string) => boolean {
  const { columnOf, ascii, samples } = divideUnits(nfa)
  const columns = samples.length
  const hasAssertions = nfa.instructions.some(({ kind }) => kind === 'assert')
  let floods = 0
  let cells = 0
  let states: State[] = []
  let known = new Map<string, number>()
  let table = new Int32Array(0)

  /** The row of the state in the table; `dead` for the empty one. */
  function enter(entered: readonly number[], isStart: boolean, afterWord: boolean): number {
    const instructions = closeOver(nfa, entered)
    if (instructions.length === 0) return dead
    const key = hasAssertions
      ? `${instructions.join()}${isStart ? '^' : ''}${afterWord ? 'w' : ''}`
      : instructions.join()
    const same = known.get(key)
    if (same !== undefined) return same
    const row = states.length * columns
    states.push({ instructions, isStart, afterWord, accepts: undefined })
    known.set(key, row)
    cells += columns + instructions.length
    if (states.length * columns > table.length) {
      const larger = new Int32Array(Math.max(16 * columns, table.length * 2)).fill(unknown)
      larger.set(table)
      table = larger
    }
    return row
  }

  function begin(): void {
    cells = 0
    states = []
    known = new Map()
    table = new Int32Array(0)
    enter([nfa.start], true, false)
  }

  function step(from: State, column: number): number {
    const unit = samples[column] ?? 0
    const isWord = isWordUnit(unit)
    const reached = passAssertions(nfa, from.instructions, { ...from, isEnd: false, beforeWord: isWord })
    const entered = read(nfa, reached, unit)
    return enter(entered, false, hasAssertions && isWord)
  }

  function accepts(state: State): boolean {
    return (state.accepts ??= passAssertions(nfa, state.instructions, {
      ...state,
      isEnd: true,
      beforeWord: false,
    }).some((index) => nfa.instructions[index]?.kind === 'match'))
  }

  /** Goes on from a transition that the table does not know; undefined when it is full. */
  function learn(row: number, column: number): number | undefined {
    const from = states[row / columns]
    if (from === undefined || cells >= mostCells) return undefined
    const next = step(from, column)
    table[row + column] = next
    return next
  }

  function test(text: string): boolean {
    let transitions = table
    let row = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const column = ascii[unit] ?? columnOf(unit)
      let next = transitions[row + column]
      if (next === unknown) {
        next = learn(row, column)
        transitions = table
      }
      if (next === undefined) return flood(text)
      if (next === dead) return false
      row = next
    }
    const last = states[row / columns]
    return last !== undefined && accepts(last)
  }

  function flood(text: string): boolean {
    floods++
    begin()
    return floods > mostFloods ? simulate(nfa, text) : test(text)
  }

  begin()
  return (text) => (floods > mostFloods ? simulate(nfa, text) : test(text))
}
