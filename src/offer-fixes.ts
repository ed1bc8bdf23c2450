import { parseText } from '../grammar/index.ts'
import { type Diagnostic, keepGoodFixes } from './diagnostics/index.ts'
import { judgeFilter, type JudgingDepth } from './judge-filter.ts'
import type { Settings } from './options.ts'
import type { Patterns } from './regex/index.ts'

/**
 * Diagnostics with the fixes that keep the promise of SEMANTICS.md section 7. Each is tried out: the text after it is read
 * and checked.
 *
 * @param settings those with which the diagnostics were found; their patterns are not freed yet
 * @param startOver the same settings with patterns of their own, which count anew
 */
export function offerFixes(
  source: string,
  diagnostics: readonly Diagnostic[],
  settings: Settings,
  startOver: () => Settings,
  depth: JudgingDepth = 'contradictions',
): readonly Diagnostic[] {
  if (diagnostics.every(({ fixes }) => fixes === undefined)) return diagnostics
  return keepGoodFixes(source, diagnostics, (text) => {
    const parsed = parseText(text, settings.limits)
    if ('error' in parsed) return [parsed.error]
    const { patterns: fresh, ...others } = startOver()
    try {
      return judgeFilter(parsed.filter, text, { ...others, patterns: besides(settings.patterns, fresh) }, depth)
    } finally {
      fresh.free()
    }
  })
}

/** Patterns that are compiled already are not compiled again. */
const besides = (known: Patterns, fresh: Patterns): Patterns => ({
  ...fresh,
  compile: (pattern) => known.find(pattern) ?? fresh.compile(pattern),
})
