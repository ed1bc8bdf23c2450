import { AIP_COMPARATORS, REGEX_COMPARATORS } from './comparator.ts'
import type { NodeKind, AstNode, NodeOf } from './nodes.ts'
import { childrenOf } from './walk.ts'

/** What is wrong with a tree: too many levels, too many nodes, or a part that is not a node. */
export type TreeFault = 'levels' | 'nodes' | 'malformed'

/**
 * Looks at every node of a tree that a program may have built. A tree that contains itself has too many levels. Takes
 * no stack.
 */
export function examine(root: unknown, levels: number, nodes: number): TreeFault | undefined {
  const pending: { readonly node: unknown; readonly depth: number }[] = [{ node: root, depth: 1 }]
  let count = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next
    if (!isNode(node)) return 'malformed'
    if (depth > levels) return 'levels'
    if (++count > nodes) return 'nodes'
    for (const child of childrenOf(node)) pending.push({ node: child, depth: depth + 1 })
  }
  return undefined
}

/** Whether a value has the kind of a node and that kind's own properties. Its children may be anything. */
function isNode(value: unknown): value is AstNode {
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
  comparator: ({ symbol }) => isOneOf(AIP_COMPARATORS, symbol) || isOneOf(REGEX_COMPARATORS, symbol),
  value: ({ parts }) => isFilled(parts) && parts.every(isText),
  literal: ({ text }) => isText(text),
}

/** `eq` and `ne` are followed by a literal, the other comparators by anything else. */
function isWellJoined({ comparator, arg }: Joined): boolean {
  return isOneOf(REGEX_COMPARATORS, comparator?.symbol) === (arg?.kind === 'literal')
}

/** A restriction before its parts are known to be nodes. */
interface Joined {
  readonly comparator?: { readonly symbol?: unknown } | null
  readonly arg?: { readonly kind?: unknown } | null
}

const isOneOf = (known: readonly unknown[], value: unknown): boolean => known.includes(value)
