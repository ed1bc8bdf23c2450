import { cover, fit, fitArg } from '../src/ast/index.ts'
import type {
  AipComparator,
  ArgNode,
  ArgCompositeNode,
  ArgLeafNode,
  ClauseNode,
  ComparableNode,
  ComparatorNode,
  ComparisonNode,
  CompositeNode,
  ConjunctionNode,
  DisjunctionNode,
  ExpressionNode,
  FilterLeafNode,
  GlobalRestrictionNode,
  JuxtapositionNode,
  LiteralNode,
  NegationNode,
  NegationOperator,
  OperatorToken,
  RegexComparator,
  Span,
} from '../src/ast/index.ts'

/*
 * Building the logic of a tree. A pair of parentheses is first drafted as a Composite; the level on which it lands
 * keeps it or, where it does not matter, takes its content. A list of one is its element.
 *
 * All parts are frozen, since the verbs recognize a parsed tree by its identity.
 */

const { freeze } = Object

export type LeafNode = FilterLeafNode | ArgLeafNode
export type Parentheses = CompositeNode<ExpressionNode<LeafNode>>

/** What the parser's rules return, one type for each level. */
export type SimpleDraft = LeafNode | Parentheses
export type TermDraft = NegationNode<LeafNode> | SimpleDraft
export type FactorDraft = DisjunctionNode<LeafNode> | TermDraft
export type SequenceDraft = JuxtapositionNode<LeafNode> | FactorDraft
export type ExpressionDraft = ConjunctionNode<LeafNode> | SequenceDraft

export function conjunction(
  first: SequenceDraft,
  operators: readonly OperatorToken<'AND'>[],
  rest: readonly SequenceDraft[],
): ExpressionDraft {
  const [second, ...others] = rest
  if (second === undefined) return first
  const fitting = others.map((draft) => fit('sequence', draft))
  const sequences = freeze([fit('sequence', first), fit('sequence', second), ...fitting] as const)
  return freeze({
    kind: 'conjunction',
    sequences,
    operators: freeze(operators),
    span: cover(first.span, (others.at(-1) ?? second).span),
  })
}

export function juxtaposition(first: FactorDraft, rest: readonly FactorDraft[]): SequenceDraft {
  const [second, ...others] = rest
  if (second === undefined) return first
  const fitting = others.map((draft) => fit('factor', draft))
  const factors = freeze([fit('factor', first), fit('factor', second), ...fitting] as const)
  return freeze({ kind: 'juxtaposition', factors, span: cover(first.span, (others.at(-1) ?? second).span) })
}

export function disjunction(
  first: TermDraft,
  operators: readonly OperatorToken<'OR'>[],
  rest: readonly TermDraft[],
): FactorDraft {
  const [second, ...others] = rest
  if (second === undefined) return first
  const fitting = others.map((draft) => fit('term', draft))
  const terms = freeze([fit('term', first), fit('term', second), ...fitting] as const)
  return freeze({
    kind: 'disjunction',
    terms,
    operators: freeze(operators),
    span: cover(first.span, (others.at(-1) ?? second).span),
  })
}

export function negation(operator: OperatorToken<NegationOperator>, operand: SimpleDraft): TermDraft {
  return freeze({
    kind: 'negation',
    operand: fit('simple', operand),
    operator,
    span: cover(operator.span, operand.span),
  })
}

export function parentheses(content: ExpressionDraft, span: Span): Parentheses {
  return freeze({ kind: 'composite', expression: fit('expression', content), span })
}

/** The expression of a whole filter: outside arguments the lexer produces no values, hence the cast. */
export function filterExpression(content: ExpressionDraft): ExpressionNode<FilterLeafNode> {
  return fit('expression', content) as ExpressionNode<FilterLeafNode>
}

/** An argument in parentheses: inside arguments the lexer produces values and calls only, hence the cast. */
export function argument(composite: Parentheses): ArgLeafNode | ArgCompositeNode {
  return fitArg(composite as CompositeNode<ExpressionNode<ArgLeafNode>>)
}

/** `end` includes the closing parenthesis of an argument whose parentheses the tree drops. */
export function comparison(
  comparable: ComparableNode,
  comparator: ComparatorNode<AipComparator>,
  arg: ArgNode,
  end: number,
): ComparisonNode {
  return freeze({
    kind: 'restriction',
    comparable,
    comparator,
    arg,
    span: freeze({ start: comparable.span.start, end }),
  })
}

export function clause(
  comparable: ComparableNode,
  comparator: ComparatorNode<RegexComparator>,
  arg: LiteralNode,
): ClauseNode {
  return freeze({ kind: 'restriction', comparable, comparator, arg, span: cover(comparable.span, arg.span) })
}

export function globalRestriction(comparable: ComparableNode): GlobalRestrictionNode {
  return freeze({ kind: 'global-restriction', comparable, span: comparable.span })
}
