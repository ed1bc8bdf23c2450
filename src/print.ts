import { examine, type FilterNode } from './ast/index.ts'
import { notAFilter } from './parse-source.ts'
import { PatternWithoutTextError, type WrittenTree, writeTree } from './write-tree.ts'

/** The largest tree that can be printed. One that was parsed is far smaller; one that a program built may contain itself. */
const maxLevels = 1024
export const maxNodes = 100_000

/**
 * The canonical text of a tree: with only the parentheses and quotes that it needs, one space where white space
 * is allowed, and `NOT` for every negation. `parse(print(filter))` is the same tree except for spans and operators.
 *
 * @throws RangeError for a tree of more than 1,024 levels or 100,000 nodes, or with a pattern that cannot be written
 *   where it is, such as one with an odd backslash at its end beside other clauses; TypeError for anything but a tree
 * @example print(parse('((name="debian-12")) AND -( labels.env:* )')) // name = debian-12 AND NOT labels.env:*
 */
export function print(filter: FilterNode): string {
  const printed = tryPrint(filter)
  if ('text' in printed) return printed.text
  throw new RangeError(printed.message)
}

/** A text, or why no text means the tree: its size, or a pattern in it. */
export type Printed = WrittenTree | { readonly fault: 'levels' | 'nodes' | 'pattern'; readonly message: string }

/** What `print` does, with a tree that has no text as a result. @throws TypeError for anything but a tree */
export function tryPrint(filter: FilterNode): Printed {
  const fault = isFilter(filter) ? examine(filter, maxLevels, maxNodes) : 'malformed'
  if (fault === 'malformed') throw notAFilter()
  if (fault !== undefined) return { fault, message: `the tree has too many ${fault} to be printed` }
  try {
    return writeTree(filter)
  } catch (error) {
    if (error instanceof PatternWithoutTextError) return { fault: 'pattern', message: error.message }
    throw error
  }
}

const isFilter = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'kind' in given && given.kind === 'filter'
