import {
  type ArgCompositeNode,
  type ArgLeafNode,
  type CompositeNode,
  type ExpressionNode,
  type FactorNode,
  type FilterLeafNode,
  isClause,
  type NodeKind,
  type SequenceNode,
  type SimpleNode,
  type TermNode,
} from './nodes.ts'
import { noSpan } from './span.ts'

type Leaf = FilterLeafNode | ArgLeafNode

/** What may become an operand of logic: any expression, in parentheses or not. */
export type Operand<L extends Leaf> = ExpressionNode<L> | CompositeNode<ExpressionNode<L>>

/** The levels of nodes.ts, from loose to tight. */
export interface Levels<L extends Leaf> {
  readonly expression: ExpressionNode<L>
  readonly sequence: SequenceNode<L>
  readonly factor: FactorNode<L>
  readonly term: TermNode<L>
  readonly simple: SimpleNode<L>
}

/** The kinds that need parentheses on each level: those that bind looser. */
const loose: { readonly [K in keyof Levels<Leaf>]: readonly NodeKind[] } = {
  expression: [],
  sequence: ['conjunction'],
  factor: ['conjunction', 'juxtaposition'],
  term: ['conjunction', 'juxtaposition', 'disjunction'],
  simple: ['conjunction', 'juxtaposition', 'disjunction', 'negation'],
}

/** Fits an operand to a level: adds the parentheses that it needs there, and takes away those that it does not need. */
export function fit<L extends Leaf, K extends keyof Levels<L>>(level: K, operand: Operand<L>): Levels<L>[K] {
  const inner = operand.kind === 'composite' ? operand.expression : operand
  // Bare clauses side by side are refused by a rule, so these parentheses stay.
  const isGroupedClause = level === 'factor' && operand.kind === 'composite' && isClause(inner)
  const needsParentheses = isGroupedClause || loose[level].includes(inner.kind)
  const fitted = !needsParentheses ? inner : operand.kind === 'composite' ? operand : enclose(inner)
  return fitted as Levels<L>[K]
}

/** Fits an operand into a juxtaposition, where the dialect demands parentheses around clauses. */
export const fitFactor = <L extends Leaf>(operand: Operand<L>): FactorNode<L> =>
  fit('factor', operand.kind !== 'composite' && isClause(operand) ? enclose(operand) : operand)

/** Fits an operand to the place behind a comparator, where all logic is in parentheses. */
export function fitArg(operand: Operand<ArgLeafNode>): ArgLeafNode | ArgCompositeNode {
  const inner = operand.kind === 'composite' ? operand.expression : operand
  if (inner.kind === 'value' || inner.kind === 'function') return inner
  return (operand.kind === 'composite' ? operand : enclose(inner)) as ArgCompositeNode
}

const enclose = <L extends Leaf>(expression: ExpressionNode<L>): CompositeNode<ExpressionNode<L>> =>
  Object.freeze({ kind: 'composite', expression, span: noSpan })
