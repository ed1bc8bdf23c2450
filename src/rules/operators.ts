import type { Span } from '../ast/index.ts'
import { advise, type Help, proposal, propose, replace } from '../diagnostics/index.ts'
import { isMixed, type Rule } from './context.ts'
import { inOnePattern, negated, sideBySide } from './help/clauses.ts'

/** Reports `operator-in-regex-dialect` for `AND`, `OR`, `NOT` and `-` among clauses: SEMANTICS.md section 1. */
export const operators: Rule = (context) => {
  const { clauses, conjunctions, disjunctions, negations, source, report } = context
  if (clauses.length === 0 || isMixed(context)) return
  const reportAt = (operator: string, start: number, help: Help | undefined): void => {
    report('operator-in-regex-dialect', { start, end: start + operator.length }, { operator, help })
  }
  const reportBetween = (operator: string, operands: readonly Located[], help: Help | undefined): void => {
    for (const [index, second] of operands.entries()) {
      const first = operands[index - 1]
      if (first !== undefined) reportAt(operator, startOf(operator, first, second, source), help)
    }
  }
  const write = (text: string | undefined, span: Span): Help | undefined => text && propose({ span, text })
  for (const { sequences, span } of conjunctions)
    reportBetween('AND', sequences, write(sideBySide(sequences, source), span))
  for (const { terms, span } of disjunctions) reportBetween('OR', terms, write(inOnePattern(terms, source), span))
  for (const { span, operand } of negations) {
    const operator = source.startsWith('-', span.start) ? '-' : 'NOT'
    const text = negated(operand, source)
    const isWhole = source.trim().length === span.end - span.start
    const inserted = isWhole ? text : `(${String(text)})`
    const help = text && advise(`write ${proposal(text)}`, [replace(span, inserted ?? '')])
    reportAt(operator, span.start, help)
  }
}

interface Located {
  readonly span: Span
}

/** Where the operator between two operands stands: their spans leave out some parentheses. */
const startOf = (operator: string, first: Located, second: Located, source: string): number =>
  source.indexOf(operator, Math.min(first.span.end, source.lastIndexOf(operator, second.span.start)))
