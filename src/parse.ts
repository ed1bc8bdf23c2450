import type { FilterNode } from './ast/index.ts'
import { FilterError } from './diagnostics/index.ts'
import { resolveLimits } from './limits.ts'
import { checkOptions, type Options } from './options.ts'
import { notAFilter, parseSource } from './parse-source.ts'

/**
 * Reads a filter of either dialect. What may not be combined, and fields that do not exist, are for `validate`. The tree
 * is frozen at every level; the other verbs take a changed copy of it, or a tree that a program built, as it is.
 *
 * @throws FilterError with the first error of the syntax: `unexpected-character`, `unexpected-token`, `unexpected-end`,
 *   `unterminated-string`, `invalid-escape`, `too-long`, `too-deep` or `too-many-terms`; TypeError for a wrong option.
 * @example parse('labels.env = prod AND diskSizeGb > 50').expression?.kind // 'conjunction'
 */
export function parse(text: string, options: Pick<Options, 'limits'> = {}): FilterNode {
  const limits = resolveLimits(checkOptions(options).limits)
  if (typeof text !== 'string') throw notAFilter()
  const parsed = parseSource(text, limits)
  if ('error' in parsed) throw new FilterError(text, [parsed.error])
  return parsed.filter
}
