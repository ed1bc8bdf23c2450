import type { Rule } from './context.ts'
import { describeMissing } from './missing-field.ts'

/** SEMANTICS.md section 4: every field of the schema may be filtered, and nothing else. */
export const knownFields: Rule = ({ comparisons, clauses }) =>
  [...comparisons, ...clauses].flatMap(({ lookup }) => ('missing' in lookup ? [describeMissing(lookup.missing)] : []))
