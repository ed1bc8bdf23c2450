import { parseText } from '../grammar/index.ts'
import type { Filter } from './ast/index.ts'
import type { Diagnostic } from './diagnostics/index.ts'
import type { Limits } from './limits.ts'
import { print } from './print.ts'

const sources = new WeakMap<Filter, string>()

/** Keeps the text that a tree was read from; spans refer to it. */
export function rememberSource(filter: Filter, source: string): Filter {
  sources.set(filter, source)
  return filter
}

export type Sourced =
  { readonly source: string; readonly filter: Filter } | { readonly source: string; readonly error: Diagnostic }

/** The tree of a filter and the text that its spans refer to. A tree made by a program is printed, and read again. */
export function withSource(given: string | Filter, limits: Limits): Sourced {
  const known = typeof given === 'string' ? undefined : sources.get(given)
  if (typeof given !== 'string' && known !== undefined) return { source: known, filter: given }
  const source = typeof given === 'string' ? given : print(given)
  const parsed = parseText(source, limits)
  return 'error' in parsed ? { source, ...parsed } : { source, filter: rememberSource(parsed.filter, source) }
}
