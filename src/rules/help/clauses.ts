import { type AstNode, type ClauseNode, isClause, isNegative, type RegexComparator } from '../../ast/index.ts'

/* Clauses of the regular-expression dialect as help writes them, from the text of the filter. */

/** `(a eq x) (b eq y)`; undefined unless all of them are clauses. */
export const sideBySide = (nodes: readonly AstNode[], source: string): string | undefined =>
  clausesOf(nodes)
    ?.map(({ span }) => `(${source.slice(span.start, span.end)})`)
    .join(' ')

/** `a eq "(x|y)"` for `(a eq x) OR (a eq y)`; undefined unless all of them match one field, need no escape, and have no flags. */
export function inOnePattern(nodes: readonly AstNode[], source: string): string | undefined {
  const clauses = clausesOf(nodes)
  if (clauses === undefined) return undefined
  const beginnings = new Set(clauses.map(({ span, comparator }) => source.slice(span.start, comparator.span.end)))
  const canJoin = clauses.every(({ comparator, arg }) => !isNegative(comparator.symbol) && !/["\\]|\(\?/.test(arg.text))
  if (beginnings.size > 1 || !canJoin) return undefined
  return `${[...beginnings].join('')} "(${clauses.map(({ arg }) => arg.text).join('|')})"`
}

const opposites: { readonly [C in RegexComparator]: RegexComparator } = { eq: 'ne', ne: 'eq' }

/** `a ne x` for `NOT a eq x`; undefined for what is not one clause. */
export function negated(node: AstNode, source: string): string | undefined {
  const clause = clauseOf(node)
  if (clause === undefined) return undefined
  const { start, end } = clause.comparator.span
  const opposite = opposites[clause.comparator.symbol]
  return source.slice(clause.span.start, start) + opposite + source.slice(end, clause.span.end)
}

function clausesOf(nodes: readonly AstNode[]): readonly ClauseNode[] | undefined {
  const clauses = nodes.flatMap((node) => clauseOf(node) ?? [])
  // A parenthesis that the pattern does not close would be that of the clause.
  const isClosed = ({ arg: { text } }: ClauseNode) => text.split('(').length === text.split(')').length
  return clauses.length === nodes.length && clauses.every(isClosed) ? clauses : undefined
}

function clauseOf(node: AstNode): ClauseNode | undefined {
  if (node.kind === 'composite') return clauseOf(node.expression)
  return isClause(node) ? node : undefined
}
