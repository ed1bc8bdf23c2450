import { type AstNode, walk } from '../../ast.ts'
import { type FilterNode, FilterError, parse, print, type Span, validate } from '../../index.ts'
import { unlimitedEngine } from '../oracle/engine.ts'
import { type LawOptions, verbOptions } from './options.ts'
import { shorterLists, simplerElements } from './simpler-resources.ts'

/*
 * What a case could be made smaller to. Laws try one after the other for as long as the case stays wrong.
 */

/** What is longer is at a limit, or near one, and would be tried for minutes. */
const longest = 1000

/**
 * Each part of the filter alone, and the filter without one of its parts, as the tree prints them and as the text has
 * them: what is wrong may be the meaning or the spelling. What is printed comes first, and the shortest of each.
 */
export function* simplerFilters(filter: string, options: LawOptions): Iterable<string> {
  if (filter.length > longest) return
  const { expression, span } = parse(filter)
  const trees = expression === null ? [] : [expression, ...simplerNodes(expression)]
  const printed = trees.map((node) => print({ kind: 'filter', expression: node as typeof expression, span }))
  const tried = new Set<string>()
  for (const texts of [printed, slicesOf(filter), plainerTexts(filter)])
    for (const text of texts.toSorted((a, b) => a.length - b.length)) {
      if (text.length >= filter.length || tried.has(text)) continue
      tried.add(text)
      // Of clauses side by side, for one, not every part can stand there.
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

/** Without the operator that a part had before it, or else the one behind. */
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

/** A part may always be replaced by a part of its own: that binds tighter, or has parentheses. */
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

/** A value alone needs no parentheses, and nothing else is without. */
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
