import { operatorsOf } from '../ast/index.ts'
import { isMixed, type Rule } from './context.ts'
import { inOnePattern, negated, sideBySide, writeInstead } from './help/clauses.ts'

/** Reports `operator-in-regex-dialect` for `AND`, `OR`, `NOT` and `-` among clauses: SEMANTICS.md section 1. */
export const operators: Rule = (context) => {
  const { clauses, conjunctions, disjunctions, negations, source, report } = context
  if (clauses.length === 0 || isMixed(context)) return
  const reportAll = (node: Parameters<typeof operatorsOf>[0], help: string | undefined): void => {
    for (const { symbol, span } of operatorsOf(node)) {
      report('operator-in-regex-dialect', span, { operator: symbol, help })
    }
  }
  for (const node of conjunctions) reportAll(node, writeInstead(sideBySide(node.sequences, source)))
  for (const node of disjunctions) reportAll(node, writeInstead(inOnePattern(node.terms, source)))
  for (const node of negations) reportAll(node, writeInstead(negated(node.operand, source)))
}
