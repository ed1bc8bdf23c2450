import type { ConjunctionNode, DisjunctionNode, NegationNode } from './nodes.ts'
import type { LogicalOperator, OperatorToken } from './operator.ts'
import { noSpan } from './span.ts'

/** The operators of a node in the order of the text. Those of a node that a program built have `noSpan`. */
export function operatorsOf(
  node: ConjunctionNode<unknown> | DisjunctionNode<unknown> | NegationNode<unknown>,
): readonly OperatorToken[] {
  switch (node.kind) {
    case 'conjunction':
      return node.operators ?? between(node.sequences, 'AND')
    case 'disjunction':
      return node.operators ?? between(node.terms, 'OR')
    case 'negation':
      return [node.operator ?? { symbol: 'NOT', span: noSpan }]
  }
}

const between = (operands: readonly unknown[], symbol: LogicalOperator): readonly OperatorToken[] =>
  operands.slice(1).map(() => ({ symbol, span: noSpan }))
