import { createDfa } from './dfa.ts'
import { findFastPath } from './fast-path.ts'
import { buildNfa } from './nfa.ts'
import { readPattern } from '../syntax/read-pattern.ts'
import { createTableBudget } from './table-budget.ts'

/** What answers for a pattern, with RE2's verdict. */
export interface InHouse {
  readonly by: 'strings' | 'automaton'
  test(text: string): boolean
  /** Says that the pattern has no owner at present. */
  release(): void
}

const mostInstructions = 600
/** What the automata of the whole process may have learned together, in bytes. */
const tables = createTableBudget(1 << 22)

/** String operations or an automaton for the patterns that allow it; undefined for all others. */
export function matchInHouse(pattern: string): InHouse | undefined {
  const tree = readPattern(pattern)
  if (tree === undefined) return undefined
  const fastPath = findFastPath(tree)
  if (fastPath !== undefined) return { by: 'strings', test: fastPath, release: () => undefined }
  const nfa = buildNfa(tree, mostInstructions)
  if (nfa === undefined) return undefined
  const { test, release } = createDfa(nfa, tables)
  return { by: 'automaton', test: (text) => test(text.isWellFormed() ? text : text.toWellFormed()), release }
}
