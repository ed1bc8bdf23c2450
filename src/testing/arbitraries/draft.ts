import type { AipComparator, RegexComparator } from '../../ast.ts'

/** A filter before it is text, so that one meaning can be spelled in many ways. */
export type Draft =
  | { readonly kind: 'empty' }
  | { readonly kind: 'logic'; readonly logic: Logic<Restriction> }
  | { readonly kind: 'clauses'; readonly clauses: Clauses }

/** Of restrictions, or of the values of a composite value. */
export type Logic<L> =
  | { readonly kind: 'AND' | 'OR' | 'side by side'; readonly parts: readonly Logic<L>[] }
  | { readonly kind: 'NOT'; readonly part: Logic<L> }
  | { readonly kind: 'leaf'; readonly leaf: L }

/** Clauses of the regular-expression dialect, grouped by parentheses. */
export type Clauses =
  | { readonly kind: 'side by side'; readonly parts: readonly Clauses[] }
  | { readonly kind: 'leaf'; readonly leaf: Clause }

export interface Restriction {
  readonly names: readonly string[]
  readonly comparator: AipComparator
  /** More than one value makes a composite: `(a OR NOT b)`. */
  readonly value: Logic<Value>
}

/** Its parts, with a wildcard between each two. */
export type Value = readonly string[]

export interface Clause {
  readonly names: readonly string[]
  readonly comparator: RegexComparator
  readonly literal: string
  /** Where resources are to have texts near the pattern. */
  readonly near?: Near
}

/** Texts for a field, by the JSON names that lead to it. */
export interface Near {
  readonly path: readonly string[]
  readonly texts: readonly string[]
}

/** The same logic over other leaves. */
export function mapLogic<L, M>(node: Logic<L>, mapLeaf: (leaf: L) => M): Logic<M> {
  switch (node.kind) {
    case 'AND':
    case 'OR':
    case 'side by side':
      return { kind: node.kind, parts: node.parts.map((part) => mapLogic(part, mapLeaf)) }
    case 'NOT':
      return { kind: 'NOT', part: mapLogic(node.part, mapLeaf) }
    case 'leaf':
      return { kind: 'leaf', leaf: mapLeaf(node.leaf) }
  }
}
