import type { Span } from '../ast/index.ts'
import { isMixed, type Rule } from './context.ts'
import { inOnePattern, negated, sideBySide, writeInstead } from './help/clauses.ts'

/** Reports `operator-in-regex-dialect` for `AND`, `OR`, `NOT` and `-` among clauses: SEMANTICS.md section 1. */
export const operators: Rule = (context) => {
  const { clauses, conjunctions, disjunctions, negations, source, report } = context
  if (clauses.length === 0 || isMixed(context)) return
  const reportAt = (operator: string, start: number, help: string | undefined): void => {
    report('operator-in-regex-dialect', { start, end: start + operator.length }, { operator, help })
  }
  const reportBetween = (operator: string, operands: readonly Located[], help: string | undefined): void => {
    for (const [index, second] of operands.entries()) {
      const first = operands[index - 1]
      if (first !== undefined) reportAt(operator, startOf(operator, first, second, source), help)
    }
  }
  for (const { sequences } of conjunctions) reportBetween('AND', sequences, writeInstead(sideBySide(sequences, source)))
  for (const { terms } of disjunctions) reportBetween('OR', terms, writeInstead(inOnePattern(terms, source)))
  for (const { span, operand } of negations) {
    const operator = source.startsWith('-', span.start) ? '-' : 'NOT'
    reportAt(operator, span.start, writeInstead(negated(operand, source)))
  }
}

interface Located {
  readonly span: Span
}

/** The place of the operator between two operands, whose spans leave out some parentheses. */
const startOf = (operator: string, first: Located, second: Located, source: string): number =>
  source.indexOf(operator, Math.min(first.span.end, source.lastIndexOf(operator, second.span.start)))
