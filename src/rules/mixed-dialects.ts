import { useAipComparators } from './help/aip-clauses.ts'
import type { Rule } from './context.ts'

/** Reports `mixed-dialects`: `eq` or `ne` with a comparator of AIP-160 in one filter. SEMANTICS.md section 1. */
export const mixedDialects: Rule = (context) => {
  const [comparison] = context.comparisons
  const [clause] = context.clauses
  if (comparison === undefined || clause === undefined) return
  const isClauseFirst = clause.restriction.span.start < comparison.restriction.span.start
  const [other, comparator] = isClauseFirst
    ? [clause.restriction.comparator, comparison.restriction.comparator]
    : [comparison.restriction.comparator, clause.restriction.comparator]
  const facts = { comparator: comparator.symbol, other: other.symbol }
  context.report('mixed-dialects', comparator.span, { ...facts, fixes: useAipComparators(context) }, [
    { message: `\`${other.symbol}\` belongs to the other dialect`, span: other.span },
  ])
}
