import type { Span } from '../ast/index.ts'
import { isMixed, type Rule } from './context.ts'

/** Reports `operator-in-regex-dialect` for `AND`, `OR`, `NOT` and `-` among clauses: SEMANTICS.md section 1. */
export const operators: Rule = (context) => {
  const { clauses, conjunctions, disjunctions, negations, source, report } = context
  if (clauses.length === 0 || isMixed(context)) return
  const reportAt = (operator: string, start: number): void => {
    report('operator-in-regex-dialect', { start, end: start + operator.length }, { operator })
  }
  const reportBetween = (operator: string, operands: readonly Located[]): void => {
    for (const [index, second] of operands.entries()) {
      const first = operands[index - 1]
      if (first !== undefined) reportAt(operator, startOf(operator, first, second, source))
    }
  }
  for (const { sequences } of conjunctions) reportBetween('AND', sequences)
  for (const { terms } of disjunctions) reportBetween('OR', terms)
  for (const { span } of negations) reportAt(source.startsWith('-', span.start) ? '-' : 'NOT', span.start)
}

interface Located {
  readonly span: Span
}

/** Where the operator between two operands stands: their spans leave out some parentheses. */
const startOf = (operator: string, first: Located, second: Located, source: string): number =>
  source.indexOf(operator, Math.min(first.span.end, source.lastIndexOf(operator, second.span.start)))
