import type { Rule } from './context.ts'
import { helpForIndexed } from './help/indexes.ts'
import { helpForSigns } from './help/signs.ts'
import { reportMissing } from './missing-field.ts'

/** Reports `unknown-field`, `indexing` or `not-traversable` for a field that the schema lacks: SEMANTICS.md section 4. */
export const knownFields: Rule = (context) => {
  const { comparisons, clauses, source } = context
  for (const { missing, restriction, member } of [...comparisons, ...clauses]) {
    if (missing === undefined) continue
    const help =
      missing.reason === 'index'
        ? helpForIndexed(missing, restriction, member, source)
        : helpForSigns(missing, restriction, source)
    reportMissing(missing, context, { help })
  }
}
