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
  const test = findFastPath(tree) ?? automaton()
  return test && { test: (text) => test(text.isWellFormed() ? text : text.toWellFormed()), free: () => undefined }

  function automaton(): ((text: string) => boolean) | undefined {
    const nfa = tree && buildNfa(tree, mostInstructions)
    return nfa && createDfa(nfa)
  }
}
