import { diagnose } from '../diagnostics/index.ts'
import { isMixed, type Rule } from './context.ts'

/** SEMANTICS.md section 1: `eq`/`ne` and the comparators of AIP-160 do not stand in one filter. */
export const mixedDialects: Rule = (context) => {
  const [comparison] = context.comparisons
  const [clause] = context.clauses
  if (!isMixed(context) || comparison === undefined || clause === undefined) return []
  const [first, second] = [comparison.restriction, clause.restriction].sort((a, b) => a.span.start - b.span.start)
  if (first === undefined || second === undefined) return []
  const [other, comparator] = [first.comparator, second.comparator]
  return [
    diagnose('mixed-dialects', comparator.span, { comparator: comparator.symbol, other: other.symbol }, [
      { message: `\`${other.symbol}\` is of the other dialect`, span: other.span },
    ]),
  ]
}
