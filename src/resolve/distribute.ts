import type {
  ArgLeafNode,
  CompositeNode,
  ConjunctionNode,
  DisjunctionNode,
  ExpressionNode,
  FilterLeafNode,
  JuxtapositionNode,
  NegationNode,
} from '../ast/index.ts'
import type { ResolvedExpression } from './resolution.ts'

type LogicNode<L> =
  ConjunctionNode<L> | JuxtapositionNode<L> | DisjunctionNode<L> | NegationNode<L> | CompositeNode<ExpressionNode<L>>

/**
 * The logic of a tree, the same for restrictions and for the values of a composite argument (SEMANTICS.md section 3). Leaves
 * are resolved in the order of the text.
 */
export function distribute<L extends FilterLeafNode | ArgLeafNode>(
  node: LogicNode<L> | L,
  resolveLeaf: (leaf: L) => ResolvedExpression,
): ResolvedExpression {
  const inner = (part: LogicNode<L> | L): ResolvedExpression => distribute(part, resolveLeaf)
  if (!isLogic(node)) return resolveLeaf(node)
  switch (node.kind) {
    case 'conjunction':
      return { kind: 'all', parts: node.sequences.map(inner) }
    case 'juxtaposition':
      return { kind: 'all', parts: node.factors.map(inner) }
    case 'disjunction':
      return { kind: 'any', parts: node.terms.map(inner) }
    case 'negation':
      return { kind: 'not', part: inner(node.operand) }
    case 'composite':
      return inner(node.expression)
  }
}

const logic: { readonly [K in LogicNode<never>['kind']]: true } = {
  conjunction: true,
  juxtaposition: true,
  disjunction: true,
  negation: true,
  composite: true,
}

const isLogic = <L extends { readonly kind: string }>(node: LogicNode<L> | L): node is LogicNode<L> =>
  Object.hasOwn(logic, node.kind)
