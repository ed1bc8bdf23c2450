import type { FilterNode } from './ast/index.ts'
import type { Diagnostic } from './diagnostics/index.ts'
import { judgeFilter } from './judge-filter.ts'
import { offerFixes } from './offer-fixes.ts'
import { type Options, resolveOptions } from './options.ts'
import { checkRecord } from './records.ts'
import { withSource } from './source.ts'

/** Options of `validate`. */
export interface ValidateOptions extends Options {
  /** Whether a filter without errors gets hints: where it probably means something else. Default: false. */
  readonly hints?: boolean | undefined
}

/**
 * Says what is wrong with a filter: the first syntax error, or else all other errors in the order of the text.
 * An empty list means that `compile` accepts it. No string makes it throw: a pattern that needs RE2, where RE2 could not
 * be loaded, is `engine-missing`. With `hints`, a filter that `compile` accepts may have diagnostics of severity `hint`.
 *
 * The diagnostics have fixes: edits that remove them, see `applyFix`. Each has been tried out, as far as time allows.
 *
 * Spans refer to the text. Those of a tree that did not come from `parse` refer to the text that `print` makes of it, and each
 * diagnostic has the `node` of the tree.
 *
 * @throws TypeError that names the option which is wrong, or for anything but text or a tree.
 * @example validate('nme = debian-12') // [{ code: 'unknown-field', span: { start: 0, end: 3 }, … }]
 */
export function validate(filter: string | FilterNode, given: ValidateOptions = {}): readonly Diagnostic[] {
  const { hints, ...options }: ValidateOptions = checkRecord(given, 'options')
  if (hints !== undefined && typeof hints !== 'boolean') throw new TypeError('`hints` must be true, false or absent')
  const settings = resolveOptions(options)
  const { limits, schema, patterns } = settings
  const sourced = withSource(filter, limits, schema)
  const { source } = sourced
  const startOver = () => resolveOptions(options)
  try {
    if ('error' in sourced) return offerFixes(source, [sourced.error], settings, startOver)
    const found = judgeFilter(sourced.filter, source, settings, hints === true ? 'hints' : 'errors')
    // Hints are given for a filter without errors, so a fix of an error may well lead to some.
    const depth = found.some(({ severity }) => severity === 'hint') ? 'hints' : 'contradictions'
    return sourced.withNodes(offerFixes(source, found, settings, startOver, depth))
  } finally {
    patterns.free()
  }
}
