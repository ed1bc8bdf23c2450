import type { NodeKind, AstNode, NodeOf } from './nodes.ts'

/**
 * What to do at each kind of node. A method that returns `false` passes over what lies below its node.
 * `ancestors` are the nodes above, the filter first.
 */
export type Visitor = {
  readonly [K in NodeKind]?: (node: NodeOf<K>, ancestors: readonly AstNode[]) => unknown
}

/** The nodes directly below, in the order of the text. */
export const childrenOf = (node: AstNode): readonly AstNode[] => {
  switch (node.kind) {
    case 'filter':
      return node.expression === null ? [] : [node.expression]
    case 'conjunction':
      return node.sequences
    case 'juxtaposition':
      return node.factors
    case 'disjunction':
      return node.terms
    case 'negation':
      return [node.operand]
    case 'composite':
      return [node.expression]
    case 'restriction':
      return [node.comparable, node.comparator, node.arg]
    case 'global-restriction':
      return [node.comparable]
    case 'member':
      return node.names
    case 'function':
      return node.args
    case 'name':
    case 'comparator':
    case 'value':
    case 'literal':
      return []
  }
}

/**
 * Visits a node and all below it, parents before children, in the order of the text. Takes no stack, so trees built by
 * a program may be as deep as they like.
 *
 * @throws TypeError for a tree that contains itself
 * @example walk(parse('labels.env = prod'), { name: ({ text }) => { console.log(text) } }) // labels, env
 */
export function walk(root: AstNode, visitor: Visitor): void {
  const ancestors: AstNode[] = []
  const pending: { readonly node: AstNode; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next
    while (ancestors.length > depth) ancestors.pop()
    if (visit(visitor, node, ancestors) === false) continue
    ancestors.push(node)
    if (ancestors.length % checkedLevels === 0) checkAncestors(ancestors)
    const children = childrenOf(node)
    // Copies of frozen lists, as `toReversed` makes them, take ten times as long.
    for (let at = children.length - 1; at >= 0; at--) {
      pending.push({ node: children[at] as AstNode, depth: depth + 1 })
    }
  }
}

/** A tree that contains itself has endless levels. It is detected at a multiple of this number, which few trees reach. */
const checkedLevels = 1024

function checkAncestors(ancestors: readonly AstNode[]): void {
  if (new Set(ancestors).size < ancestors.length) throw new TypeError('the tree contains itself')
}

function visit<K extends NodeKind>(visitor: Visitor, node: NodeOf<K>, ancestors: readonly AstNode[]): unknown {
  const method = visitor[node.kind] as ((node: NodeOf<K>, ancestors: readonly AstNode[]) => unknown) | undefined
  return method?.(node, ancestors)
}
