import type { Rule } from './context.ts'

/** SEMANTICS.md section 1: `eq`/`ne` and the comparators of AIP-160 do not stand in one filter. */
export const mixedDialects: Rule = (context) => {
  const [comparison] = context.comparisons
  const [clause] = context.clauses
  if (comparison === undefined || clause === undefined) return
  const isClauseFirst = clause.restriction.span.start < comparison.restriction.span.start
  const [other, comparator] = isClauseFirst
    ? [clause.restriction.comparator, comparison.restriction.comparator]
    : [comparison.restriction.comparator, clause.restriction.comparator]
  context.report('mixed-dialects', comparator.span, { comparator: comparator.symbol, other: other.symbol }, [
    { message: `\`${other.symbol}\` is of the other dialect`, span: other.span },
  ])
}
