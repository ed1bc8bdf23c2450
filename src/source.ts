import { parseText } from '../grammar/index.ts'
import type { FilterNode } from './ast/index.ts'
import { diagnose, type Diagnostic } from './diagnostics/index.ts'
import type { Limits } from './limits.ts'
import { tryPrint } from './print.ts'
import { type Schema, sortIn } from './schema/index.ts'

const sources = new WeakMap<FilterNode, { readonly source: string; readonly limits: Limits }>()

/** Remembers the text that a tree was parsed from, which its spans refer to, and the limits it was parsed within. */
function rememberSource(filter: FilterNode, source: string, limits: Limits): FilterNode {
  sources.set(filter, { source, limits })
  return filter
}

const start = { start: 0, end: 0 }

const isWithin = (kept: Limits, limits: Limits): boolean =>
  kept.textLength <= limits.textLength && kept.nesting <= limits.nesting && kept.restrictions <= limits.restrictions

export type Sourced =
  { readonly source: string; readonly filter: FilterNode } | { readonly source: string; readonly error: Diagnostic }

/**
 * The tree of a filter and the text that its spans refer to. A tree that was built by a program is printed and parsed
 * first; one that was parsed within wider limits is parsed again.
 *
 * @param schema for help that fits the fields, where there is one
 * @throws TypeError for anything but text or a tree
 */
export function withSource(given: string | FilterNode, limits: Limits, schema?: Schema): Sourced {
  if (typeof given === 'string') return parseSource(given, limits, schema)
  const known = sources.get(given)
  if (known !== undefined && isWithin(known.limits, limits)) return { source: known.source, filter: given }
  const printed = known === undefined ? tryPrint(given) : { text: known.source }
  if ('text' in printed) return parseSource(printed.text, limits, schema)
  const error =
    printed.fault === 'size'
      ? diagnose('too-deep', start, { limit: limits.nesting })
      : diagnose('invalid-pattern', start, { reason: printed.message })
  return { source: '', error }
}

function parseSource(source: string, limits: Limits, schema: Schema | undefined): Sourced {
  const parsed = parseText(source, limits, schema && sortIn(schema))
  return 'error' in parsed ? { source, ...parsed } : { source, filter: rememberSource(parsed.filter, source, limits) }
}
