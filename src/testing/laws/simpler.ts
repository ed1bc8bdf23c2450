import { type AstNode, walk } from '../../ast.ts'
import { type FilterNode, FilterError, parse, print, type Span, validate } from '../../index.ts'
import { unlimitedEngine } from '../oracle/engine.ts'
import { type LawOptions, verbOptions } from './options.ts'
import { shorterLists, simplerElements } from './simpler-resources.ts'

/* Smaller filters. Laws try one after the other and keep those that still violate the law. */

/** Longer filters test a limit, and making them smaller would take minutes. */
const maxFilterLength = 1000

/**
 * Each part of the filter alone, and the filter without each part, first as printed from the tree and then as slices of
 * the text: the error may be in the meaning or in the spelling. Shorter ones come first.
 */
export function* simplerFilters(filter: string, options: LawOptions): Iterable<string> {
  if (filter.length > maxFilterLength) return
  const { expression, span } = parse(filter)
  const trees = expression === null ? [] : [expression, ...simplerNodes(expression)]
  const printed = trees.map((node) => print({ kind: 'filter', expression: node as typeof expression, span }))
  const tried = new Set<string>()
  for (const texts of [printed, slicesOf(filter), plainerTexts(filter)])
    for (const text of texts.toSorted((a, b) => a.length - b.length)) {
      if (text.length >= filter.length || tried.has(text)) continue
      tried.add(text)
      // Not every part is a valid filter, for example among clauses side by side.
      if (validate(text, { ...verbOptions(options), regexEngine: unlimitedEngine }).length === 0) yield text
    }
}

/** The source of each part, and the filter without the source of each part. */
export function slicesOf(filter: string): readonly string[] {
  const spans = new Map<string, Span>()
  const tree = readable(filter)
  if (tree === undefined) return []
  const add = ({ span }: AstNode) => spans.set(`${String(span.start)}-${String(span.end)}`, span)
  walk(tree, {
    restriction: add,
    negation: add,
    disjunction: add,
    juxtaposition: add,
    conjunction: add,
    composite: add,
    value: add,
  })
  return [...spans.values()].flatMap(({ start, end }) => {
    const without = filter.slice(0, start) + filter.slice(end)
    return [filter.slice(start, end), without, withoutOperator(without, start)]
  })
}

function readable(filter: string): FilterNode | undefined {
  try {
    return parse(filter)
  } catch (error) {
    if (error instanceof FilterError) return undefined
    throw error
  }
}

/** Removes the operator before a part, or else the one after it. */
function withoutOperator(text: string, at: number): string {
  const before = text.slice(0, at)
  const shorter = before.replace(/(?:^|[\s(])(?:AND|OR|NOT)[ \t\r\n\f]*$/, (found) =>
    found.charAt(0).replace(/[AON]/, ''),
  )
  return shorter === before ? before + text.slice(at).replace(/^[ \t\r\n\f]*(?:AND|OR)/, '') : shorter + text.slice(at)
}

const escapes = /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U00(?:0[0-9a-f]|10)[0-9a-f]{4}|[0-7]{3})/gi

/** The filter without one run of white space, one pair of parentheses, one escape of a code point, or one character. */
export function plainerTexts(filter: string): readonly string[] {
  const spaces = [...filter.matchAll(/[ \t\r\n\f]+/g)].flatMap(({ index, 0: run }) =>
    ['', ' '].map((less) => filter.slice(0, index) + less + filter.slice(index + run.length)),
  )
  const pairs = [...filter.matchAll(/\(/g)].flatMap(({ index }) =>
    [...filter.matchAll(/\)/g)]
      .filter((close) => close.index > index)
      .map((close) => filter.slice(0, index) + filter.slice(index + 1, close.index) + filter.slice(close.index + 1)),
  )
  const plain = [...filter.matchAll(escapes)].map(({ index, 0: escape }) => {
    const hexadecimal = /^\\[xu]/i.test(escape)
    const code = parseInt(escape.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 8)
    return filter.slice(0, index) + String.fromCodePoint(code) + filter.slice(index + escape.length)
  })
  const characters =
    filter.length > 200 ? [] : Array.from(filter, (_, at) => filter.slice(0, at) + filter.slice(at + 1))
  return [...spaces, ...(pairs.length > 100 ? [] : pairs), ...plain, ...characters]
}

/** Smaller trees. A node may always be replaced by one of its parts, which binds tighter or has parentheses. */
function simplerNodes(node: AstNode): readonly AstNode[] {
  switch (node.kind) {
    case 'conjunction':
      return simplerParts(node.sequences, (sequences) => ({ ...node, sequences }) as AstNode)
    case 'juxtaposition':
      return simplerParts(node.factors, (factors) => ({ ...node, factors }) as AstNode)
    case 'disjunction':
      return simplerParts(node.terms, (terms) => ({ ...node, terms }) as AstNode)
    case 'negation':
      return [
        node.operand,
        ...twiceNegated(node.operand),
        ...simplerNodes(node.operand).map((operand) => ({ ...node, operand }) as AstNode),
      ]
    case 'composite':
      return [
        node.expression,
        ...simplerNodes(node.expression).map((expression) => ({ ...node, expression }) as AstNode),
      ]
    case 'restriction':
      return simplerArgs(node.arg).map((arg) => ({ ...node, arg }) as AstNode)
    case 'filter':
    case 'global-restriction':
    case 'member':
    case 'function':
    case 'name':
    case 'comparator':
    case 'value':
    case 'literal':
      return []
  }
}

/** `NOT (NOT x)` is `x`. */
const twiceNegated = (operand: AstNode): readonly AstNode[] =>
  operand.kind === 'composite' && operand.expression.kind === 'negation' ? [operand.expression.operand] : []

/** A single value needs no parentheses; everything else does. */
const simplerArgs = (arg: AstNode): readonly AstNode[] =>
  arg.kind !== 'composite'
    ? []
    : simplerNodes(arg.expression).map((expression) =>
        expression.kind === 'value' ? expression : ({ ...arg, expression } as AstNode),
      )

const simplerParts = (
  parts: readonly AstNode[],
  rebuild: (parts: readonly AstNode[]) => AstNode,
): readonly AstNode[] => [
  ...parts,
  ...(parts.length > 2 ? shorterLists(parts).map(rebuild) : []),
  ...simplerElements(parts, simplerNodes).map(rebuild),
]
