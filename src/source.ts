import type { FilterNode } from './ast/index.ts'
import type { Diagnostic } from './diagnostics/index.ts'
import type { Limits } from './limits.ts'
import { locateTree } from './locate-tree.ts'
import { parseSource, sourceOf } from './parse-source.ts'
import type { Schema } from './schema/index.ts'

const isWithin = (kept: Limits, limits: Limits): boolean =>
  kept.textLength <= limits.textLength && kept.nesting <= limits.nesting && kept.restrictions <= limits.restrictions

/** A filter as it is checked. */
export interface Located {
  readonly filter: FilterNode
  /** The same as a tree to keep: the one that was given, if it was taken as it is. */
  readonly tree: FilterNode
  /** The text that the spans of the tree refer to. */
  readonly source: string
  /** The diagnostics, with the nodes of the tree that was given, if it was one that did not come from `parse`. */
  readonly withNodes: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[]
}

export type Sourced = Located | { readonly source: string; readonly error: Diagnostic }

const asTheyAre = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => diagnostics

/**
 * The tree of a filter and the text that its spans refer to. A tree that was built by a program is taken as it is, with the
 * places that its nodes have in its canonical text. One that was parsed within wider limits is parsed again.
 *
 * @param schema for help that fits the fields, where there is one
 * @throws TypeError for anything but text or a tree
 */
export function withSource(given: string | FilterNode, limits: Limits, schema?: Schema): Sourced {
  if (typeof given === 'string') return parseLocated(given, limits, schema)
  const known = sourceOf(given)
  if (known !== undefined) {
    const { source } = known
    return isWithin(known.limits, limits)
      ? { source, filter: given, tree: given, withNodes: asTheyAre }
      : parseLocated(source, limits, schema)
  }
  const located = locateTree(given, limits)
  if ('error' in located) return { source: '', error: located.error }
  const { source, filter, nodeAt } = located
  const withNodes = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
    diagnostics.map((diagnostic) => ({ ...diagnostic, node: nodeAt(diagnostic.span) }))
  return { source, filter, tree: given, withNodes }
}

function parseLocated(source: string, limits: Limits, schema: Schema | undefined): Sourced {
  const parsed = parseSource(source, limits, schema)
  if ('error' in parsed) return { source, error: parsed.error }
  const { filter } = parsed
  return { source, filter, tree: filter, withNodes: asTheyAre }
}
