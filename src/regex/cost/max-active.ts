import { Alphabet } from '../automaton/alphabet.ts'
import type { CharacterSet, Instruction, Nfa } from '../automaton/nfa.ts'

/** All code points. */
const everything = [0, 0x10ffff]

/** Instructions that may be looked at to find a bound; where that does not suffice, there is none. */
const maxVisits = 100_000

/**
 * The instructions that can be active at one place of a text, each by its weight: those that follow on one character,
 * whichever it is. Sharper than the size of the automaton, and dearer to compute. Undefined where it takes too long.
 *
 * @param weigh what an instruction that reads a set counts; all others count 1, and each way out of a split 1 more
 */
export function boundMaxActive(
  { instructions, sets, start }: Nfa,
  weigh: (set: CharacterSet) => number,
): number | undefined {
  const weights = sets.map(weigh)
  const weightOf = (instruction: Instruction): number => {
    if (instruction.kind === 'read') return weights[instruction.set] ?? 1
    return instruction.kind === 'split' ? 1 + instruction.nexts.length : 1
  }
  const alphabet = new Alphabet(
    sets.map(({ ranges }) => ({ ranges: ranges ?? everything })),
    [],
    () => () => true,
  )
  const visitedFrom = new Int32Array(instructions.length).fill(-1)
  let visits = alphabet.size * instructions.length

  /** The weight of all that is reached from a place without reading. */
  function weighReached(first: number, from: number): number {
    const pending = [first]
    let sum = 0
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      const instruction = instructions[place]
      if (instruction === undefined || visitedFrom[place] === from) continue
      visitedFrom[place] = from
      visits++
      sum += weightOf(instruction)
      if (instruction.kind === 'split') pending.push(...instruction.nexts)
      if (instruction.kind === 'assert') pending.push(instruction.next)
    }
    return sum
  }

  const atStart = weighReached(start, instructions.length)
  const behind: number[] = []
  for (const [place, instruction] of instructions.entries()) {
    if (visits > maxVisits) return undefined
    behind.push(instruction.kind === 'read' ? weighReached(instruction.next, place) : 0)
  }
  const behindColumns = Array.from({ length: alphabet.size }, (_, column) =>
    instructions.reduce(
      (sum, each, place) => sum + (each.kind === 'read' && alphabet.has(column, each.set) ? (behind[place] ?? 0) : 0),
      0,
    ),
  )
  return Math.max(atStart, ...behindColumns)
}
