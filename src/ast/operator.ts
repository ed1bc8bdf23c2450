import type { Span } from './span.ts'

/** The two spellings of a negation. */
export type NegationOperator = 'NOT' | '-'

export type LogicalOperator = 'AND' | 'OR' | NegationOperator

/**
 * An operator as the text writes it. It is part of its node, not a node of its own: two trees that differ only in spans
 * and operators are the same filter and have the same canonical text.
 */
export interface OperatorToken<S extends LogicalOperator = LogicalOperator> {
  readonly symbol: S
  readonly span: Span
}
