import type { Assertion } from '../syntax/tree.ts'
import type { Instruction, Nfa } from './nfa.ts'

/** An automaton as it is kept: in typed arrays, some 24 bytes for each instruction. */
export interface Program {
  /** The places of the first instruction and of the one that matches. */
  readonly start: number
  readonly match: number
  /** The set that each instruction reads, or -1. */
  readonly setOf: Int32Array
  /** The assertion of each instruction; empty when the program has none. */
  readonly assertionOf: readonly (Assertion | undefined)[]
  /** The ways out of instruction `n` are `ways` from `firstWay[n]` up to `firstWay[n + 1]`. */
  readonly firstWay: Int32Array
  readonly ways: Int32Array
}

export function packNfa({ instructions, start }: Nfa): Program {
  const ways = instructions.map(waysOutOf)
  const firstWay = new Int32Array(instructions.length + 1)
  ways.forEach(({ length }, at) => (firstWay[at + 1] = (firstWay[at] ?? 0) + length))
  const asserts = instructions.some(({ kind }) => kind === 'assert')
  return {
    start,
    match: instructions.findIndex(({ kind }) => kind === 'match'),
    setOf: Int32Array.from(instructions, (each) => (each.kind === 'read' ? each.set : -1)),
    assertionOf: asserts ? instructions.map((each) => (each.kind === 'assert' ? each.assertion : undefined)) : [],
    firstWay,
    ways: Int32Array.from(ways.flat()),
  }
}

function waysOutOf(instruction: Instruction): readonly number[] {
  switch (instruction.kind) {
    case 'read':
    case 'assert':
      return [instruction.next]
    case 'split':
      return instruction.nexts
    case 'match':
      return []
  }
}
