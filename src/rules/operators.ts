import { type Span, walk } from '../ast/index.ts'
import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import { isMixed, type Rule } from './context.ts'

/** SEMANTICS.md section 1: the regular-expression dialect knows no `AND`, `OR`, `NOT` and `-`. */
export const operators: Rule = (context) => {
  if (context.clauses.length === 0 || isMixed(context)) return []
  const found: Diagnostic[] = []
  const report = (operator: string, start: number): void => {
    const span = { start, end: start + operator.length }
    found.push(diagnose('operator-in-regex-dialect', span, { operator }))
  }
  const reportBetween = (operator: string, operands: readonly Located[]): void => {
    for (const [index, second] of operands.entries()) {
      const first = operands[index - 1]
      if (first !== undefined) report(operator, startOf(operator, first, second, context.source))
    }
  }
  walk(context.filter, {
    conjunction: ({ sequences }) => {
      reportBetween('AND', sequences)
    },
    disjunction: ({ terms }) => {
      reportBetween('OR', terms)
    },
    negation: ({ span }) => {
      report(context.source.startsWith('-', span.start) ? '-' : 'NOT', span.start)
    },
  })
  return found
}

interface Located {
  readonly span: Span
}

/** Where the operator between two operands stands: their spans leave out some parentheses. */
const startOf = (operator: string, first: Located, second: Located, source: string): number =>
  source.indexOf(operator, Math.min(first.span.end, source.lastIndexOf(operator, second.span.start)))
