import type { FilterOperand, ValueOperand } from './join.ts'
import type {
  AstNode,
  ComparableNode,
  ComparatorNode,
  FilterNode,
  LiteralNode,
  MemberNode,
  NameNode,
  NodeKind,
  NodeOf,
} from './nodes.ts'

/** What may take the place of each kind of node. The parentheses that it needs there are added. */
export interface Replacements {
  readonly filter: FilterNode
  readonly conjunction: FilterOperand | ValueOperand
  readonly juxtaposition: FilterOperand | ValueOperand
  readonly disjunction: FilterOperand | ValueOperand
  readonly negation: FilterOperand | ValueOperand
  readonly composite: FilterOperand | ValueOperand
  readonly restriction: FilterOperand
  readonly 'global-restriction': FilterOperand
  readonly value: ValueOperand
  readonly function: ValueOperand | MemberNode
  readonly member: ComparableNode
  readonly name: NameNode
  readonly comparator: ComparatorNode
  readonly literal: LiteralNode
}

/**
 * The result of a method of `Edits`: another node replaces the node, `null` removes it, nothing keeps it. A whole filter
 * cannot be removed.
 */
export type NodeEdit<K extends NodeKind> = Replacements[K] | (K extends 'filter' ? never : null) | undefined | void

/** Changes for each kind of node. `ancestors` are the nodes above, as they were before the changes, the filter first. */
export interface Edits {
  /**
   * Called before the nodes below. `false` keeps the node and passes over all below it. So does a replacement: neither it
   * nor anything below it is visited.
   */
  readonly enter?: {
    readonly [K in NodeKind]?: (node: NodeOf<K>, ancestors: readonly AstNode[]) => NodeEdit<K> | false
  }
  /** Called after the nodes below, with what has become of the node. */
  readonly leave?: {
    readonly [K in NodeKind]?: (node: NodeOf<K>, ancestors: readonly AstNode[]) => NodeEdit<K>
  }
}
