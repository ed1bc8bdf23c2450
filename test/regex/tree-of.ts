import { isFailure } from '../../src/regex/engine.ts'
import { readPattern } from '../../src/regex/syntax/read-pattern.ts'
import type { PatternNode } from '../../src/regex/syntax/tree.ts'

/** The tree of a pattern that RE2 accepts. */
export function treeOf(pattern: string): PatternNode {
  const tree = readPattern(pattern)
  if (isFailure(tree)) throw new Error(`${pattern}: ${tree.reason}`)
  return tree
}
