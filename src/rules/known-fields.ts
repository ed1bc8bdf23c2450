import type { Rule } from './context.ts'
import { reportMissing } from './missing-field.ts'

/** SEMANTICS.md section 4: every field of the schema may be filtered, and nothing else. */
export const knownFields: Rule = ({ comparisons, clauses, report }) => {
  for (const { missing } of comparisons) if (missing !== undefined) reportMissing(missing, report)
  for (const { missing } of clauses) if (missing !== undefined) reportMissing(missing, report)
}
