import { isAipComparator, isRegexComparator } from './comparator.ts'
import type { NodeKind, AstNode, NodeOf } from './nodes.ts'
import { mayBeAt, type NodePlace, placeBelow } from './places.ts'
import { childrenOf } from './walk.ts'

/**
 * What is wrong with a tree: too many levels, too many nodes, or a part that is not a node or is in the wrong place.
 */
export type TreeFault = 'levels' | 'nodes' | 'malformed'

/**
 * Looks at every node of a tree that a program may have built. A tree that contains itself has too many levels. Takes
 * no stack.
 */
export function examine(root: unknown, levels: number, nodes: number): TreeFault | undefined {
  const pending: { readonly node: unknown; readonly depth: number; readonly place: NodePlace }[] = [
    { node: root, depth: 1, place: 'root' },
  ]
  let count = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth, place } = next
    if (!isNode(node) || !mayBeAt(place, node.kind)) return 'malformed'
    if (depth > levels) return 'levels'
    if (++count > nodes) return 'nodes'
    for (const [index, child] of childrenOf(node).entries()) {
      pending.push({ node: child, depth: depth + 1, place: placeBelow(place, node, index) })
    }
  }
  return undefined
}

/** Whether a value has the kind of a node and that kind's own properties. Its children may be anything. */
export function isNode(value: unknown): value is AstNode {
  if (typeof value !== 'object' || value === null) return false
  const { kind } = value as { readonly kind?: unknown }
  return typeof kind === 'string' && Object.hasOwn(shapes, kind) && hasShape(value as AstNode)
}

const hasShape = <K extends NodeKind>(node: NodeOf<K>): boolean =>
  (shapes[node.kind] as (node: NodeOf<K>) => boolean)(node)

const isText = (value: unknown): boolean => typeof value === 'string'
const isList = (value: unknown): boolean => Array.isArray(value)
const areOperators = (value: unknown): boolean => Array.isArray(value) && value.every(isOperator)
const isOperator = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'symbol' in value && isText(value.symbol) && 'span' in value
const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0

const shapes: { readonly [K in NodeKind]: (node: NodeOf<K>) => boolean } = {
  filter: () => true,
  conjunction: ({ sequences, operators = [] }) => isFilled(sequences) && areOperators(operators),
  juxtaposition: ({ factors }) => isFilled(factors),
  disjunction: ({ terms, operators = [] }) => isFilled(terms) && areOperators(operators),
  negation: ({ operator }) => operator === undefined || isOperator(operator),
  composite: () => true,
  restriction: isWellJoined,
  'global-restriction': () => true,
  member: ({ names }) => isFilled(names),
  name: ({ text }) => isText(text),
  function: ({ name, args }) => isText(name) && isList(args),
  comparator: ({ symbol }) => isAipComparator(symbol) || isRegexComparator(symbol),
  value: ({ parts }) => isFilled(parts) && parts.every(isText),
  literal: ({ text }) => isText(text),
}

/** A comparator of the regular-expression dialect is followed by a literal, the others by anything else. */
export function isWellJoined({ comparator, arg }: Joined): boolean {
  return isRegexComparator(comparator?.symbol) === (arg?.kind === 'literal')
}

/** A restriction before its parts are known to be nodes. */
export interface Joined {
  readonly comparator?: { readonly symbol?: unknown } | null
  readonly arg?: { readonly kind?: unknown } | null
}
