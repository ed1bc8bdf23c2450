import { isClause, type Span } from '../ast/index.ts'
import type { Rule } from './context.ts'
import { helpForIndexed } from './help/indexes.ts'
import { helpForSigns } from './help/signs.ts'
import { reportMissing } from './missing-field.ts'

/** Reports `unknown-field`, `indexing` or `not-traversable` for a field that the schema lacks: SEMANTICS.md section 4. */
export const knownFields: Rule = (context) => {
  const { comparisons, clauses, source } = context
  const written = new Map<string, Span[]>()
  for (const { member, missing } of clauses) {
    if (missing?.reason !== 'unknown') continue
    const key = source.slice(member.span.start, missing.name.span.end)
    written.set(key, [...(written.get(key) ?? []), missing.name.span])
  }
  for (const { missing, restriction, member } of [...comparisons, ...clauses]) {
    if (missing === undefined) continue
    const help =
      missing.reason === 'index'
        ? helpForIndexed(missing, restriction, member, source)
        : helpForSigns(missing, restriction, source)
    // Clauses on one misspelt field keep to one field only when it is spelt right in all of them.
    const places = isClause(restriction)
      ? written.get(source.slice(member.span.start, missing.name.span.end))
      : undefined
    reportMissing(missing, context, { help, places, member: member.span })
  }
}
