import { isClause, type AstNode, type NodeKind } from './nodes.ts'

/**
 * The places of a tree: the root, and those with a list of the kinds of nodes that may be there. `operand` is the place
 * below logic where the tree begins, so that the logic may join restrictions or values.
 */
export type NodePlace = 'root' | keyof typeof kindsAt

const logic = ['conjunction', 'juxtaposition', 'disjunction', 'negation', 'composite'] as const
const restrictions = ['restriction', 'global-restriction'] as const
const values = ['value', 'function'] as const

const kindsAt = {
  operand: [...logic, ...restrictions, ...values],
  restriction: [...logic, ...restrictions],
  value: [...logic, ...values],
  arg: ['composite', ...values],
  literal: ['literal'],
  comparable: ['member', 'function'],
  comparator: ['comparator'],
  name: ['name'],
} as const satisfies Readonly<Record<string, readonly NodeKind[]>>

/** Whether a place takes nodes of a kind. A tree may begin with any. */
export const mayBeAt = (place: NodePlace, kind: NodeKind): boolean =>
  place === 'root' || (kindsAt[place] as readonly NodeKind[]).includes(kind)

/** The place of a child of a node, which is itself at a place. Children are counted as `childrenOf` lists them. */
export function placeBelow(place: NodePlace, node: AstNode, index: number): NodePlace {
  switch (node.kind) {
    case 'filter':
      return 'restriction'
    case 'conjunction':
    case 'juxtaposition':
    case 'disjunction':
    case 'negation':
    case 'composite':
      return place === 'root' ? 'operand' : place === 'arg' ? 'value' : place
    case 'restriction':
      return index === 0 ? 'comparable' : index === 1 ? 'comparator' : isClause(node) ? 'literal' : 'arg'
    case 'global-restriction':
      return 'comparable'
    case 'member':
      return 'name'
    case 'function':
      return 'arg'
    case 'name':
    case 'comparator':
    case 'value':
    case 'literal':
      throw new RangeError(`a ${node.kind} has no children`)
  }
}
