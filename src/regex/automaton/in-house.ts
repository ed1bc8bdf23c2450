import type { PatternNode } from '../syntax/tree.ts'
import type { Membership } from './alphabet.ts'
import { Dfa } from './dfa.ts'
import { boundMaxActive } from './max-active.ts'
import { buildNfa } from './nfa.ts'
import { NfaStepper } from './nfa-stepper.ts'
import { packNfa } from './program.ts'
import { findLiteralSearch, findStringOperations, type StringMatcher } from './string-operations.ts'
import { TableBudget } from './table-budget.ts'

/** A pattern that is matched in JavaScript, with RE2's verdicts. */
export interface InHouseMatcher {
  readonly by: 'strings' | 'automaton'
  /** Whether a text matches as a whole. */
  test(text: string): boolean
  /** Empties the table of the automaton. */
  release(): void
  /** The instructions of its program; 0 for string operations. */
  readonly size: number
  /** The maximum work for each UTF-16 unit of a text, in instructions that an automaton visits. */
  readonly work: number
  /** A sharper bound of the work, which takes longer to compute. */
  sharpenWork(): number
  /** Approximate memory without the table, in bytes. */
  readonly bytes: number
}

/** The largest automaton: instructions and ways out of splits. */
const maxSize = 6000
const bytesOfInstruction = 30
/** The maximum size of one table, and of all tables of the process, in bytes. */
const maxTableBytes = 1 << 18
const budget = new TableBudget(1 << 22)

/** String operations with less work than this are chosen without building the automaton. */
const littleWork = 64

/** The maximum number of opaque sets in a pattern. Each doubles the columns of the alphabet. */
const maxOpaqueSets = 3
/** The work of asking RE2 about one character, in instructions of an automaton. */
const workOfQuestion = 150

/**
 * String operations or an automaton for a tree; undefined for trees that RE2 has to match: with `\C`, or too large.
 *
 * @param membershipOf whether a character is in the set of an `opaque` leaf, by the leaf's pattern
 */
export function matchInHouse(
  tree: PatternNode,
  membershipOf: (pattern: string) => Membership,
): InHouseMatcher | undefined {
  const strings = findStringOperations(tree)
  if (strings !== undefined && strings.work <= littleWork) return byStrings(strings)
  const nfa = buildNfa(tree, maxSize)
  const opaqueSets = nfa?.sets.filter(({ pattern }) => pattern !== undefined).length ?? 0
  if (nfa === undefined || opaqueSets > maxOpaqueSets) return undefined
  const { sets, size } = nfa
  const program = packNfa(nfa)
  const stepper = new NfaStepper(program, sets, membershipOf)
  const dfa = new Dfa(stepper, budget, maxTableBytes)
  const search = findLiteralSearch(tree)
  const besides = opaqueSets * workOfQuestion + (search?.work ?? 0)
  const weights = sets.map(() => 1)
  let sharpSize: number | undefined
  return {
    by: 'automaton',
    bytes: bytesOfInstruction * size + stepper.alphabet.bytes,
    test:
      search === undefined
        ? (text) => dfa.test(text)
        : (text) => {
            const at = search.find(text)
            return at >= 0 && dfa.test(text, at)
          },
    release: () => {
      dfa.release()
    },
    size,
    work: stepper.boundWork(size) + besides,
    sharpenWork: () => {
      sharpSize ??= Math.min(size, boundMaxActive(program, stepper.alphabet, weights) ?? size)
      return stepper.boundWork(sharpSize) + besides
    },
  }
}

const byStrings = (strings: StringMatcher): InHouseMatcher => ({
  by: 'strings',
  size: 0,
  release: () => undefined,
  sharpenWork: () => strings.work,
  ...strings,
})
