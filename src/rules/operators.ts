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
  const reportBetween = (operator: string, [first, second]: readonly [Located, Located, ...Located[]]): void => {
    report(operator, context.source.indexOf(operator, between(first, second, context.source, operator)))
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

/** Where the operator between two operands can first stand: parentheses may be left out of the operands' spans. */
const between = (first: Located, second: Located, source: string, operator: string): number =>
  Math.min(first.span.end, source.lastIndexOf(operator, second.span.start))
