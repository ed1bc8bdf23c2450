import { parseText } from '../grammar/index.ts'
import { type Diagnostic, keepGoodFixes } from './diagnostics/index.ts'
import type { Settings } from './options.ts'
import { resolveFilter } from './resolve/index.ts'
import { applyRules } from './rules/index.ts'

/**
 * Diagnostics with the fixes that keep the promise of SEMANTICS.md section 7. Each is tried out: the text after it is read
 * and checked.
 *
 * @param settings without a schema, only the syntax is checked
 */
export function offerFixes(
  source: string,
  diagnostics: readonly Diagnostic[],
  { limits, ...others }: Pick<Settings, 'limits'> | Settings,
): readonly Diagnostic[] {
  return keepGoodFixes(source, diagnostics, (text) => {
    const parsed = parseText(text, limits)
    if ('error' in parsed) return [parsed.error]
    if (!('schema' in others)) return []
    const resolution = resolveFilter(parsed.filter, others)
    return applyRules({ ...others, resolution, source: text })
  })
}
