import type { PatternNode } from './tree.ts'

/** A sequence. Repeated assertions are merged. */
export function joinSequence(nodes: readonly PatternNode[]): PatternNode {
  const kept = nodes.filter((node, at) => {
    const before = nodes[at - 1]
    const isAgain = node.kind === 'assertion' && before?.kind === 'assertion' && before.assertion === node.assertion
    return node.kind !== 'empty' && !isAgain
  })
  const [first = { kind: 'empty' }] = kept
  return kept.length < 2 ? first : { kind: 'sequence', nodes: kept }
}

export function joinAlternatives(nodes: readonly PatternNode[]): PatternNode {
  const [first = { kind: 'empty' }] = nodes
  return nodes.length < 2 ? first : { kind: 'alternatives', nodes }
}

/** A repetition, simplified: `\b*` is empty, `(?:a*)*` is `a*`. */
export function repeat(node: PatternNode, min: number, max: number): PatternNode {
  if (node.kind === 'empty' || max === 0) return { kind: 'empty' }
  if (max === 1 && min === 1) return node
  if (node.kind === 'assertion') return min === 0 ? { kind: 'empty' } : node
  if (node.kind === 'repetition' && isStarOfStar(node, min, max)) {
    return { kind: 'repetition', node: node.node, min: node.min * min, max: Infinity }
  }
  return { kind: 'repetition', node, min, max }
}

/** Whether both are `*`, `+` or `?`, and one of them is unlimited. */
const isStarOfStar = (inner: PatternNode & { readonly kind: 'repetition' }, min: number, max: number): boolean =>
  isOperator(inner.min, inner.max) && isOperator(min, max) && (inner.max === Infinity || max === Infinity)

const isOperator = (min: number, max: number): boolean => min <= 1 && (max === 1 || max === Infinity)
