import { type AipComparator, type ComparatorSymbol, isRegexComparator, type RegexComparator } from './comparator.ts'
import type { NegationOperator, OperatorToken } from './operator.ts'
import type { Span } from './span.ts'

/*
 * The tree of a filter, for both dialects. Levels are type aliases, meanings are interfaces; the names are AIP-160's. `L` is
 * the type of the leaves: restrictions in a filter, values in a composite argument such as `(a OR b)`.
 *
 * Parentheses are kept only where they matter, as a `Composite`; the types below say where that is, so that every
 * tree that type-checks has exactly one canonical text and every text has exactly one tree.
 */

/** What every node has. */
interface Located<K extends string> {
  readonly kind: K
  readonly span: Span
}

export type TwoOrMore<T> = readonly [T, T, ...T[]]
export type OneOrMore<T> = readonly [T, ...T[]]

/** The whole filter. Without an expression (empty or blank text) it matches every resource. */
export interface FilterNode extends Located<'filter'> {
  readonly expression: ExpressionNode<FilterLeafNode> | null
}

// The levels, from loose to tight. Each lists the nodes without parentheses, then those that need them there.

/** What a filter, or a pair of parentheses, holds. */
export type ExpressionNode<L> = ConjunctionNode<L> | JuxtapositionNode<L> | DisjunctionNode<L> | NegationNode<L> | L

/** What `AND` joins. */
export type SequenceNode<L> =
  JuxtapositionNode<L> | DisjunctionNode<L> | NegationNode<L> | L | CompositeNode<ConjunctionNode<L>>

/** What is placed side by side. A clause keeps its parentheses there: the dialect demands them. */
export type FactorNode<L> =
  | DisjunctionNode<L>
  | NegationNode<L>
  | L
  | CompositeNode<ConjunctionNode<L> | JuxtapositionNode<L>>
  | CompositeNode<Extract<L, ClauseNode>>

/** What `OR` joins. */
export type TermNode<L> =
  NegationNode<L> | L | CompositeNode<ConjunctionNode<L> | JuxtapositionNode<L> | DisjunctionNode<L>>

/** What `NOT` or `-` negates. */
export type SimpleNode<L> =
  L | CompositeNode<ConjunctionNode<L> | JuxtapositionNode<L> | DisjunctionNode<L> | NegationNode<L>>

/** `a = 1 AND b = 2` */
export interface ConjunctionNode<L> extends Located<'conjunction'> {
  readonly sequences: TwoOrMore<SequenceNode<L>>
  /** The `AND` behind each sequence except the last. `parse` sets it; a tree that a program builds needs none. */
  readonly operators?: readonly OperatorToken<'AND'>[]
}

/** `a = 1 b = 2`, which means AND; binds tighter than `AND`, looser than `OR`. */
export interface JuxtapositionNode<L> extends Located<'juxtaposition'> {
  readonly factors: TwoOrMore<FactorNode<L>>
}

/** `a = 1 OR b = 2` */
export interface DisjunctionNode<L> extends Located<'disjunction'> {
  readonly terms: TwoOrMore<TermNode<L>>
  /** The `OR` behind each term except the last. `parse` sets it; a tree that a program builds needs none. */
  readonly operators?: readonly OperatorToken<'OR'>[]
}

/** `NOT a = 1` or `-a = 1`. */
export interface NegationNode<L> extends Located<'negation'> {
  readonly operand: SimpleNode<L>
  /** How the text writes it. `parse` sets it; a tree that a program builds needs none, and `print` always writes `NOT`. */
  readonly operator?: OperatorToken<NegationOperator>
}

/** Parentheses that matter. */
export interface CompositeNode<E> extends Located<'composite'> {
  readonly expression: E
}

export type FilterLeafNode = ComparisonNode | ClauseNode | GlobalRestrictionNode

/** A restriction of the AIP-160 dialect: `labels.env = prod`. */
export interface ComparisonNode extends Located<'restriction'> {
  readonly comparable: ComparableNode
  readonly comparator: ComparatorNode<AipComparator>
  readonly arg: ArgNode
}

/** A restriction of the regular-expression dialect: `name eq debian-.*`. */
export interface ClauseNode extends Located<'restriction'> {
  readonly comparable: ComparableNode
  readonly comparator: ComparatorNode<RegexComparator>
  readonly arg: LiteralNode
}

/** Field, comparator and argument, in either dialect. */
export type RestrictionNode = ComparisonNode | ClauseNode

/** A bare word or function, without comparator. Compute accepts none; AIP-160 calls it a global restriction. */
export interface GlobalRestrictionNode extends Located<'global-restriction'> {
  readonly comparable: ComparableNode
}

export type ComparableNode = MemberNode | FunctionNode

/** A field path: `labels.env`, `labels."a.b"`. */
export interface MemberNode extends Located<'member'> {
  readonly names: OneOrMore<NameNode>
}

/** One step of a field path, unquoted and unescaped. */
export interface NameNode extends Located<'name'> {
  readonly text: string
  /** The brackets behind it as written: `[0]` of `licenses[0]`. Compute has no indexes, so the validator rejects them. */
  readonly index?: string
}

/** `name(arg, …)`; parsed so that the message can name it, since Compute defines no function. */
export interface FunctionNode extends Located<'function'> {
  readonly name: string
  readonly args: readonly ArgNode[]
}

export interface ComparatorNode<C extends ComparatorSymbol = ComparatorSymbol> extends Located<'comparator'> {
  readonly symbol: C
}

/** What follows a comparator of the AIP-160 dialect. */
export type ArgNode = ArgLeafNode | ArgCompositeNode

export type ArgLeafNode = ValueNode | FunctionNode

/** `(a OR b)` after a comparator; distributes over the restriction. */
export type ArgCompositeNode = CompositeNode<
  | ConjunctionNode<ArgLeafNode>
  | JuxtapositionNode<ArgLeafNode>
  | DisjunctionNode<ArgLeafNode>
  | NegationNode<ArgLeafNode>
>

/**
 * A value of the AIP-160 dialect, unquoted and unescaped, cut at its wildcards:
 * `deb*12` has the parts `deb` and `12`, `a\*b` the one part `a*b`.
 */
export interface ValueNode extends Located<'value'> {
  readonly parts: OneOrMore<string>
}

/** The pattern, number or boolean after `eq` or `ne`, unquoted; backslashes are RE2's and stay. */
export interface LiteralNode extends Located<'literal'> {
  readonly text: string
}

/** Any node of a tree. */
export type AstNode =
  | FilterNode
  | Logic<FilterLeafNode>
  | Logic<ArgLeafNode>
  | FilterLeafNode
  | ArgLeafNode
  | ComparatorNode
  | MemberNode
  | NameNode
  | LiteralNode

type Logic<L> =
  ConjunctionNode<L> | JuxtapositionNode<L> | DisjunctionNode<L> | NegationNode<L> | CompositeNode<ExpressionNode<L>>

export type NodeKind = AstNode['kind']
export type NodeOf<K extends NodeKind> = Extract<AstNode, { readonly kind: K }>

/** Whether a leaf belongs to the regular-expression dialect. */
export function isClause(leaf: { readonly kind: string; readonly comparator?: ComparatorNode }): leaf is ClauseNode {
  return isRegexComparator(leaf.comparator?.symbol)
}
