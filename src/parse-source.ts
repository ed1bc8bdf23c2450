import { parseText } from '../grammar/index.ts'
import type { FilterNode } from './ast/index.ts'
import type { Diagnostic } from './diagnostics/index.ts'
import type { Limits } from './limits.ts'
import { type Schema, sortIn } from './schema/index.ts'

/** The text that a tree was parsed from, and the limits it was parsed within. */
export interface ParsedSource {
  readonly source: string
  readonly limits: Limits
}

/** What a verb throws for anything but a filter. */
export const notAFilter = (): TypeError => new TypeError('a filter must be a string, or a tree as `parse` returns it')

const sources = new WeakMap<FilterNode, ParsedSource>()

/** Undefined for a tree that did not come from `parseSource`. */
export const sourceOf = (filter: FilterNode): ParsedSource | undefined => sources.get(filter)

/**
 * The tree of a text, whose source is remembered: the spans of the tree refer to it.
 *
 * @param schema for help that fits the fields, where there is one
 */
export function parseSource(
  source: string,
  limits: Limits,
  schema?: Schema,
): { readonly filter: FilterNode } | { readonly error: Diagnostic } {
  const parsed = parseText(source, limits, schema && sortIn(schema))
  if ('filter' in parsed) sources.set(parsed.filter, { source, limits })
  return parsed
}
