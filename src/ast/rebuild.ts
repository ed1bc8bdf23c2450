import { isRegexComparator } from './comparator.ts'
import type { ArgLeafNode, AstNode, FilterLeafNode, NodeKind, NodeOf } from './nodes.ts'
import { fit, fitArg, fitFactor, type Operand } from './parentheses.ts'
import { childrenOf } from './walk.ts'

const { freeze } = Object

type Children = readonly (AstNode | null)[]
type AnyOperand = Operand<FilterLeafNode | ArgLeafNode>

/**
 * A copy of a node with other children; a removed child is `null`. A list with one operand left becomes that operand. A
 * node that loses a part it needs is removed, too.
 *
 * @param children as many as `childrenOf` lists, each at the right place
 * @returns the node itself if no child has changed
 * @throws TypeError for a comparator and an argument of different dialects
 */
export function rebuild<K extends NodeKind>(node: NodeOf<K>, children: Children): AstNode | null {
  const before = childrenOf(node)
  if (children.every((child, index) => child === before[index])) return node
  return (rebuilders[node.kind] as unknown as Rebuild<K>)(node, children) as AstNode | null
}

type Rebuild<K extends NodeKind> = (node: NodeOf<K>, children: Children) => unknown

const rebuilders: { readonly [K in NodeKind]: Rebuild<K> } = {
  filter: (node, [expression]) =>
    freeze({ ...node, expression: expression && fit('expression', expression as AnyOperand) }),
  conjunction: rebuildList,
  juxtaposition: rebuildList,
  disjunction: rebuildList,
  negation: (node, [operand]) => operand && freeze({ ...node, operand: fit('simple', operand as AnyOperand) }),
  composite: (node, [expression]) =>
    expression && freeze({ ...node, expression: fit('expression', expression as AnyOperand) }),
  restriction: rebuildRestriction,
  'global-restriction': (node, [comparable]) => comparable && freeze({ ...node, comparable }),
  member: (node, children) => {
    const names = children.filter((name) => name !== null)
    return names.length === 0 ? null : freeze({ ...node, names: freeze(names) })
  },
  function: (node, children) => {
    const args = children.filter((arg) => arg !== null).map((arg) => fitArg(arg as Operand<ArgLeafNode>))
    return freeze({ ...node, args: freeze(args) })
  },
  name: (node) => node,
  comparator: (node) => node,
  value: (node) => node,
  literal: (node) => node,
}

type ListKind = 'conjunction' | 'juxtaposition' | 'disjunction'

const lists: { readonly [K in ListKind]: readonly [key: string, fitOperand: (operand: AnyOperand) => unknown] } = {
  conjunction: ['sequences', (operand) => fit('sequence', operand)],
  juxtaposition: ['factors', fitFactor],
  disjunction: ['terms', (operand) => fit('term', operand)],
}

/** Operands without changes stay as they are, even with fewer parentheses than the types demand. */
function rebuildList(node: NodeOf<ListKind>, children: Children): unknown {
  const left = children.filter((child) => child !== null)
  if (left.length < 2) return left[0] ?? null
  const [key, fitOperand] = lists[node.kind]
  const before: ReadonlySet<AstNode> = new Set(childrenOf(node))
  const operands = left.map((child) => (before.has(child) ? child : fitOperand(child as AnyOperand)))
  return freeze({ kind: node.kind, [key]: freeze(operands), span: node.span })
}

function rebuildRestriction(node: NodeOf<'restriction'>, [comparable, comparator, arg]: Children): unknown {
  if (!comparable || !comparator || !arg) return null
  const { symbol } = comparator as NodeOf<'comparator'>
  if (isRegexComparator(symbol) !== (arg.kind === 'literal')) {
    throw new TypeError(`\`${symbol}\` does not accept a ${arg.kind}: replace the whole restriction`)
  }
  return freeze({
    ...node,
    comparable,
    comparator,
    arg: arg.kind === 'literal' ? arg : fitArg(arg as Operand<ArgLeafNode>),
  })
}
