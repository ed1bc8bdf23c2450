import type { FilterNode } from './ast/index.ts'
import type { Diagnostic } from './diagnostics/index.ts'
import { applyHints, findContradictions } from './hints/index.ts'
import type { Settings } from './options.ts'
import { planFilter } from './plan/index.ts'
import { resolveFilter } from './resolve/index.ts'
import { applyRules } from './rules/index.ts'

/** What is told of a filter without errors: nothing, all hints, or those alone that it can match nothing. */
export type JudgingDepth = 'errors' | 'contradictions' | 'hints'

/** The errors of a filter that was read; of one without errors, what else is asked for. */
export function judgeFilter(
  filter: FilterNode,
  source: string,
  { schema, profile, patterns }: Omit<Settings, 'limits'>,
  depth: JudgingDepth,
): readonly Diagnostic[] {
  const resolution = resolveFilter(filter, { schema, profile, patterns })
  const errors = applyRules({ resolution, source, schema, profile })
  const plan = errors.length > 0 || depth === 'errors' ? undefined : planFilter(resolution, profile)
  if (plan === undefined) return errors
  const subject = { plan, source, profile }
  return depth === 'hints' ? applyHints(subject) : findContradictions(subject)
}
