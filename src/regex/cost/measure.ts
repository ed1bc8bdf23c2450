import { Alphabet } from '../automaton/alphabet.ts'
import { boundMaxActive } from '../automaton/max-active.ts'
import { buildNfa } from '../automaton/nfa.ts'
import { packNfa } from '../automaton/program.ts'
import type { PatternNode } from '../syntax/tree.ts'
import { activeOfSet, boundRe2Cost, sizeOfOpaque, sizeOfSet } from './re2-cost.ts'

/** An upper bound of the cost of a pattern, in instructions of RE2. */
export interface PatternCost {
  /** To compile: 10 µs each. */
  readonly size: number
  /** To match, for each UTF-16 unit of a text: 0.4 µs each. */
  readonly width: number
  /** A sharper bound of the width, which takes longer to compute. */
  sharpenWidth(): number
}

/** The maximum size of an automaton that is examined for a sharper bound. */
const maxSize = 3000

/** An upper bound of the cost of a pattern for RE2. */
export function measureForRe2(tree: PatternNode): PatternCost {
  const { size, width } = boundRe2Cost(tree)
  return { size, width, sharpenWidth: () => Math.min(width, boundActive(tree) ?? width) }
}

function boundActive(tree: PatternNode): number | undefined {
  const nfa = buildNfa(tree, maxSize)
  if (nfa === undefined) return undefined
  // A set that only RE2 knows may hold any character.
  const known = nfa.sets.map(({ ranges }) => ({ ranges: ranges ?? everything }))
  const alphabet = new Alphabet(known, [], () => () => true)
  const weights = nfa.sets.map(({ ranges, pattern }) =>
    activeOfSet(ranges === undefined ? sizeOfOpaque(pattern) : sizeOfSet(ranges)),
  )
  return boundMaxActive(packNfa(nfa), alphabet, weights)
}

/** All code points. */
const everything = [0, 0x10ffff]
