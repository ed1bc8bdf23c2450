import { type AstNode, childrenOf, type FilterNode, type OperatorToken, rebuild, type Span } from './ast/index.ts'
import { diagnose, type Diagnostic } from './diagnostics/index.ts'
import type { Limits } from './limits.ts'
import { maxNodes, tryPrint } from './print.ts'
import type { WrittenPlace } from './write-tree.ts'

/** A tree that a program built, with the places of its nodes in its canonical text. */
export interface LocatedTree {
  /** What `print` makes of the tree. */
  readonly source: string
  /** A copy whose spans refer to that text. */
  readonly filter: FilterNode
  /** The innermost node of the given tree that covers a span. */
  readonly nodeAt: (span: Span) => AstNode
}

/**
 * Gives the nodes of a tree places in a text, so that diagnostics can show them. Nothing is parsed.
 *
 * @throws TypeError for anything but a tree
 */
export function locateTree(given: FilterNode, limits: Limits): LocatedTree | { readonly error: Diagnostic } {
  const printed = tryPrint(given)
  if ('fault' in printed) {
    const start = { start: 0, end: 0 }
    switch (printed.fault) {
      case 'levels':
        return { error: diagnose('too-deep', start, { limit: limits.nesting }) }
      case 'nodes':
        return { error: diagnose('too-many-terms', start, { limit: Math.min(limits.restrictions, maxNodes) }) }
      case 'pattern':
        return { error: { ...diagnose('invalid-pattern', start, { reason: printed.message }), node: given } }
    }
  }
  const { text, places } = printed
  const error = findExcess(text, places, limits)
  if (error !== undefined) return { error }
  let next = 0
  const copy = (): AstNode => {
    const { node, span, operators } = places[next++] as WrittenPlace
    const children = childrenOf(node).map(copy)
    return Object.freeze({ ...rebuild(node, children), span, ...operatorsAt(node, operators) }) as AstNode
  }
  return { source: text, filter: copy() as FilterNode, nodeAt: (span) => innermost(places, span) }
}

function operatorsAt(node: AstNode, [first, ...others]: readonly Span[]): object {
  if (first === undefined) return {}
  if (node.kind === 'negation') return { operator: { symbol: 'NOT', span: first } satisfies OperatorToken }
  const symbol = node.kind === 'conjunction' ? 'AND' : 'OR'
  return { operators: [first, ...others].map((span): OperatorToken => ({ symbol, span })) }
}

/** The same limits as for a text: on its length, on its parentheses, and on its restrictions. */
function findExcess(text: string, places: readonly WrittenPlace[], limits: Limits): Diagnostic | undefined {
  const whole = { start: 0, end: text.length }
  if (text.length > limits.textLength) {
    return diagnose('too-long', whole, { length: text.length, limit: limits.textLength })
  }
  let restrictions = 0
  for (const { node, span, depth } of places) {
    if (depth > limits.nesting) return { ...diagnose('too-deep', span, { limit: limits.nesting }), node }
    if (!counted.includes(node.kind)) continue
    if (++restrictions > limits.restrictions) {
      return { ...diagnose('too-many-terms', span, { limit: limits.restrictions }), node }
    }
  }
  return undefined
}

/** Every value counts as a restriction, and so does a field or function without comparator. */
const counted: readonly AstNode['kind'][] = ['value', 'literal', 'function', 'global-restriction']

function innermost(places: readonly WrittenPlace[], { start, end }: Span): AstNode {
  // Parents come before their children, and the root covers every span.
  const covering = places.filter(({ span }) => span.start <= start && end <= span.end)
  return (covering[covering.length - 1] as WrittenPlace).node
}
