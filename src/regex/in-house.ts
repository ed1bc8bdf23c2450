import { createDfa } from './dfa.ts'
import type { CompiledPattern } from './engine.ts'
import { findFastPath } from './fast-path.ts'
import { buildNfa } from './nfa.ts'
import { readPattern } from './syntax.ts'

const mostInstructions = 600

/** String operations or an automaton, with RE2's verdict, for the patterns that allow it; undefined for all others. */
export function matchInHouse(pattern: string): CompiledPattern | undefined {
  const tree = readPattern(pattern)
  if (tree === undefined) return undefined
  const fastPath = findFastPath(tree)
  if (fastPath !== undefined) return { test: fastPath, free }
  const nfa = buildNfa(tree, mostInstructions)
  if (nfa === undefined) return undefined
  const automaton = createDfa(nfa)
  return { test: (text) => automaton(text.isWellFormed() ? text : text.toWellFormed()), free }
}

const free = (): void => undefined
