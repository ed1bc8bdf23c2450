import type { FilterNode } from './ast/index.ts'
import type { Diagnostic } from './diagnostics/index.ts'
import { type Options, resolveOptions } from './options.ts'
import { resolveFilter } from './resolve/index.ts'
import { applyRules } from './rules/index.ts'
import { offerFixes } from './offer-fixes.ts'
import { withSource } from './source.ts'

/**
 * Says what is wrong with a filter: the first syntax error, or else all other errors in the order of the text.
 * An empty list means that `compile` accepts it. No string makes it throw: a pattern that needs RE2, where RE2 could not
 * be loaded, is `engine-missing`.
 *
 * Spans refer to the text; of a tree that did not come from `parse`, to the text that `print` makes of it.
 *
 * @throws TypeError that names the option which is wrong, or for anything but text or a tree.
 * @example validate('nme = debian-12') // [{ code: 'unknown-field', span: { start: 0, end: 3 }, … }]
 */
export function validate(filter: string | FilterNode, options: Options = {}): readonly Diagnostic[] {
  const settings = resolveOptions(options)
  const { schema, profile, limits, patterns } = settings
  const sourced = withSource(filter, limits, schema)
  const { source } = sourced
  try {
    if ('error' in sourced) return offerFixes(source, [sourced.error], settings)
    const resolution = resolveFilter(sourced.filter, { schema, profile, patterns })
    return offerFixes(source, applyRules({ resolution, source, schema, profile }), settings)
  } finally {
    patterns.free()
  }
}
