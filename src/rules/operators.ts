import { type AstNode, operatorsOf, type Span } from '../ast/index.ts'
import { advise, type Help, proposal, propose, replace } from '../diagnostics/index.ts'
import { isMixed, type Rule } from './context.ts'
import { inOnePattern, negated, sideBySide } from './help/clauses.ts'

/** Reports `operator-in-regex-dialect` for `AND`, `OR`, `NOT` and `-` among clauses: SEMANTICS.md section 1. */
export const operators: Rule = (context) => {
  const { clauses, conjunctions, disjunctions, negations, source, report } = context
  if (clauses.length === 0 || isMixed(context)) return
  const reportAll = (node: Parameters<typeof operatorsOf>[0], help: Help | undefined): void => {
    for (const { symbol, span } of operatorsOf(node)) {
      report('operator-in-regex-dialect', span, { operator: symbol, help })
    }
  }
  const write = (text: string | undefined, span: Span): Help | undefined => text && propose({ span, text })
  for (const node of conjunctions) reportAll(node, write(sideBySide(node.sequences, source), node.span))
  // A number or boolean is compared with a value, and takes no alternatives.
  const arePatterns = clauses.every(({ literal }) => literal?.kind === 'pattern')
  const alternatives = (nodes: readonly AstNode[]) => (arePatterns ? inOnePattern(nodes, source) : undefined)
  for (const node of disjunctions) reportAll(node, write(alternatives(node.terms), node.span))
  for (const { span, ...node } of negations) {
    const text = negated(node.operand, source)
    const isWhole = source.trim().length === span.end - span.start
    const edits = [replace(span, isWhole ? String(text) : `(${String(text)})`)]
    reportAll({ span, ...node }, text && advise(`write ${proposal(text)}`, edits))
  }
}
