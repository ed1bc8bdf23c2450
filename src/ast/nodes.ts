import type { AipComparator, ComparatorSymbol, RegexComparator } from './comparator.ts'
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
export interface Filter extends Located<'filter'> {
  readonly expression: Expression<FilterLeaf> | null
}

// The levels, from loose to tight. Each lists what may stand there bare, then what needs parentheses there.

/** What a filter, or a pair of parentheses, holds. */
export type Expression<L> = Conjunction<L> | Juxtaposition<L> | Disjunction<L> | Negation<L> | L

/** What `AND` joins. */
export type Sequence<L> = Juxtaposition<L> | Disjunction<L> | Negation<L> | L | Composite<Conjunction<L>>

/** What stands side by side. A clause with `eq` or `ne` keeps its parentheses there: the dialect demands them. */
export type Factor<L> =
  Disjunction<L> | Negation<L> | L | Composite<Conjunction<L> | Juxtaposition<L>> | Composite<Extract<L, Clause>>

/** What `OR` joins. */
export type Term<L> = Negation<L> | L | Composite<Conjunction<L> | Juxtaposition<L> | Disjunction<L>>

/** What `NOT` or `-` negates. */
export type Simple<L> = L | Composite<Conjunction<L> | Juxtaposition<L> | Disjunction<L> | Negation<L>>

/** `a = 1 AND b = 2` */
export interface Conjunction<L> extends Located<'conjunction'> {
  readonly sequences: TwoOrMore<Sequence<L>>
}

/** `a = 1 b = 2`, which means AND; binds tighter than `AND`, looser than `OR`. */
export interface Juxtaposition<L> extends Located<'juxtaposition'> {
  readonly factors: TwoOrMore<Factor<L>>
}

/** `a = 1 OR b = 2` */
export interface Disjunction<L> extends Located<'disjunction'> {
  readonly terms: TwoOrMore<Term<L>>
}

/** `NOT a = 1` or `-a = 1`. */
export interface Negation<L> extends Located<'negation'> {
  readonly operand: Simple<L>
}

/** Parentheses that matter. */
export interface Composite<E> extends Located<'composite'> {
  readonly expression: E
}

export type FilterLeaf = Comparison | Clause | GlobalRestriction

/** A restriction of the AIP-160 dialect: `labels.env = prod`. */
export interface Comparison extends Located<'restriction'> {
  readonly comparable: Comparable
  readonly comparator: Comparator<AipComparator>
  readonly arg: Arg
}

/** A restriction of the regular-expression dialect: `name eq debian-.*`. */
export interface Clause extends Located<'restriction'> {
  readonly comparable: Comparable
  readonly comparator: Comparator<RegexComparator>
  readonly arg: Literal
}

/** Field, comparator and argument, in either dialect. */
export type Restriction = Comparison | Clause

/** A bare word or function, without comparator. Compute accepts none; AIP-160 calls it a global restriction. */
export interface GlobalRestriction extends Located<'global-restriction'> {
  readonly comparable: Comparable
}

export type Comparable = Member | FunctionCall

/** A field path: `labels.env`, `labels."a.b"`. */
export interface Member extends Located<'member'> {
  readonly names: OneOrMore<Name>
}

/** One step of a field path, unquoted and unescaped. */
export interface Name extends Located<'name'> {
  readonly text: string
  /** The brackets behind it, as they are written: `[0]` of `licenses[0]`. Compute has no indexes: the validator rejects it. */
  readonly index?: string
}

/** `name(arg, …)`; parsed so that the message can name it, since Compute defines no function. */
export interface FunctionCall extends Located<'function'> {
  readonly name: string
  readonly args: readonly Arg[]
}

export interface Comparator<C extends ComparatorSymbol = ComparatorSymbol> extends Located<'comparator'> {
  readonly symbol: C
}

/** What follows a comparator of the AIP-160 dialect. */
export type Arg = ArgLeaf | ArgComposite

export type ArgLeaf = Value | FunctionCall

/** `(a OR b)` after a comparator; distributes over the restriction. */
export type ArgComposite = Composite<
  Conjunction<ArgLeaf> | Juxtaposition<ArgLeaf> | Disjunction<ArgLeaf> | Negation<ArgLeaf>
>

/**
 * A value of the AIP-160 dialect, unquoted and unescaped, cut at its wildcards:
 * `deb*12` has the parts `deb` and `12`, `a\*b` the one part `a*b`.
 */
export interface Value extends Located<'value'> {
  readonly parts: OneOrMore<string>
}

/** The pattern, number or boolean after `eq` or `ne`, unquoted; backslashes are RE2's and stay. */
export interface Literal extends Located<'literal'> {
  readonly text: string
}

/** Every node there is. */
export type Node =
  Filter | Logic<FilterLeaf> | Logic<ArgLeaf> | FilterLeaf | ArgLeaf | Comparator | Member | Name | Literal

type Logic<L> = Conjunction<L> | Juxtaposition<L> | Disjunction<L> | Negation<L> | Composite<Expression<L>>

export type Kind = Node['kind']
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>

/** Whether a leaf belongs to the regular-expression dialect. */
export function isClause(leaf: { readonly kind: string; readonly comparator?: Comparator }): leaf is Clause {
  return leaf.comparator?.symbol === 'eq' || leaf.comparator?.symbol === 'ne'
}

/** Whether a value is `*` alone, which after `:` asks for presence. */
export const isAnything = ({ parts }: Value): boolean => parts.length > 1 && parts.every((part) => part === '')

/** The text of a value, with its wildcards as `*`. Most have none; joining the one part would take time. */
export const textOf = ({ parts }: Value): string => (parts.length === 1 ? parts[0] : parts.join('*'))
