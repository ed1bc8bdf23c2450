import type { Rule } from './context.ts'
import { reportMissing } from './missing-field.ts'

/** Reports `unknown-field`, `indexing` or `not-traversable` for a field that the schema lacks: SEMANTICS.md section 4. */
export const knownFields: Rule = (context) => {
  const { comparisons, clauses } = context
  for (const { missing } of comparisons) if (missing !== undefined) reportMissing(missing, context)
  for (const { missing } of clauses) if (missing !== undefined) reportMissing(missing, context)
}
