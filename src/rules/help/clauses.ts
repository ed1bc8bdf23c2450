import { type Clause, isClause, type Node } from '../../ast/index.ts'
import { proposal } from '../../diagnostics/index.ts'

/* Clauses of the regular-expression dialect as help writes them, from the text of the filter. */

/** `(a eq x) (b eq y)`; undefined unless all of them are clauses. */
export function sideBySide(nodes: readonly Node[], source: string): string | undefined {
  const clauses = nodes.map(clauseOf)
  return clauses.every((clause) => clause !== undefined)
    ? clauses.map((clause) => `(${textOf(clause, source)})`).join(' ')
    : undefined
}

/** `a eq "(x|y)"` for `(a eq x) OR (a eq y)`; undefined unless all of them match one field. */
export function inOnePattern(nodes: readonly Node[], source: string): string | undefined {
  const clauses = nodes.map(clauseOf)
  const fields = new Set(
    clauses.map((clause) => clause && source.slice(clause.span.start, clause.comparator.span.start).trim()),
  )
  const [field] = fields
  if (field === undefined || fields.size > 1 || clauses.some((clause) => clause?.comparator.symbol !== 'eq'))
    return undefined
  const patterns = clauses.map((clause) => clause?.arg.text ?? '').join('|')
  return /["\\]/.test(patterns) ? undefined : `${field} eq "(${patterns})"`
}

/** `a ne x` for `NOT a eq x`; undefined for what is not one clause. */
export function negated(node: Node, source: string): string | undefined {
  const clause = clauseOf(node)
  if (clause === undefined) return undefined
  const { start, end } = clause.comparator.span
  const opposite = clause.comparator.symbol === 'eq' ? 'ne' : 'eq'
  return source.slice(clause.span.start, start) + opposite + source.slice(end, clause.span.end)
}

/** `write …`; undefined where there is nothing to propose. */
export const writeInstead = (proposed: string | undefined): string | undefined =>
  proposed === undefined ? undefined : `write ${proposal(proposed)}`

const textOf = ({ span }: Clause, source: string): string => source.slice(span.start, span.end)

function clauseOf(node: Node): Clause | undefined {
  if (node.kind === 'composite') return clauseOf(node.expression)
  return node.kind === 'restriction' && isClause(node) ? node : undefined
}
