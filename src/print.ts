import { printLiteral, printName, printValue, type WordPosition } from '../grammar/index.ts'
import { type ClauseNode, examine, type FilterNode, isClause, type NodeKind, type AstNode } from './ast/index.ts'
import { quoted } from './diagnostics/index.ts'

/** The most that a tree may have to be printed. One that was parsed has far less; one that a program built may contain itself. */
const maxLevels = 1024
const maxNodes = 100_000

/**
 * The canonical text of a tree: with only the parentheses and quotes that it needs, one space where white space
 * is allowed, and `NOT` for every negation. `parse(print(filter))` is the same tree except for spans and operators.
 *
 * @throws RangeError for a tree of more than 1,024 levels or 100,000 nodes, or with a pattern that cannot be written
 *   where it is, such as one with an odd backslash at its end beside other clauses; TypeError for anything but a tree
 * @example print(parse('((name="debian-12")) AND -( labels.env:* )')) // name = debian-12 AND NOT labels.env:*
 */
export function print(filter: FilterNode): string {
  const printed = tryPrint(filter)
  if ('text' in printed) return printed.text
  throw new RangeError(printed.message)
}

/** A text, or why no text means the tree: its size, or a pattern in it. */
export type Printed = { readonly text: string } | { readonly fault: 'size' | 'pattern'; readonly message: string }

/** What `print` does, with a tree that has no text as a result. @throws TypeError for anything but a tree */
export function tryPrint(filter: FilterNode): Printed {
  const fault = isFilter(filter) ? examine(filter, maxLevels, maxNodes) : 'malformed'
  if (fault === 'malformed') throw new TypeError('a filter is a string, or a tree as `parse` returns it')
  if (fault !== undefined) return { fault: 'size', message: `the tree has too many ${fault} to be printed` }
  try {
    return { text: printNode(filter, 'open') }
  } catch (error) {
    if (error instanceof PatternWithoutTextError) return { fault: 'pattern', message: error.message }
    throw error
  }
}

class PatternWithoutTextError extends Error {}

const isFilter = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'kind' in given && given.kind === 'filter'

/** What binds looser than its place asks for gets parentheses. In a tree that type-checks nothing does. */
const tightness: { readonly [K in NodeKind]?: number } = {
  conjunction: 0,
  juxtaposition: 1,
  disjunction: 2,
  negation: 3,
}

/** The nodes that are printed alike wherever they are; the others are part of a member or a restriction. */
type PrintedNode = Exclude<AstNode, { readonly kind: 'name' | 'comparator' | 'literal' }>

function printNode(node: PrintedNode, surroundings: WordPosition, least = 0): string {
  if ((tightness[node.kind] ?? least) < least) return `(${printNode(node, 'enclosed')})`
  const printAll = (nodes: readonly PrintedNode[], separator: string, tighter: number): string =>
    nodes.map((inner) => printNode(inner, surroundings, tighter)).join(separator)
  switch (node.kind) {
    case 'filter':
      return node.expression === null ? '' : printNode(node.expression, surroundings)
    case 'conjunction':
      return printAll(node.sequences, ' AND ', 1)
    case 'juxtaposition':
      return node.factors
        .map((factor, at) => printFactor(factor, at === node.factors.length - 1, surroundings))
        .join(' ')
    case 'disjunction':
      return printAll(node.terms, ' OR ', 3)
    case 'negation':
      return `NOT ${printNode(node.operand, surroundings, 4)}`
    case 'composite':
      return `(${printNode(node.expression, node.expression.kind === 'restriction' ? 'alone' : 'enclosed')})`
    case 'restriction': {
      const comparable = printNode(node.comparable, surroundings)
      if (isClause(node)) return printClause(comparable, node, surroundings)
      const { arg, comparator } = node
      const printed = arg.kind === 'value' ? printValue(arg.parts, 'open') : printNode(arg, 'enclosed')
      return comparator.symbol === ':' ? `${comparable}:${printed}` : `${comparable} ${comparator.symbol} ${printed}`
    }
    case 'global-restriction':
      return printNode(node.comparable, surroundings)
    case 'member':
      return node.names.map(({ text, index = '' }, at) => printName(text, at === 0) + index).join('.')
    case 'function':
      return `${node.name}(${node.args.map((arg) => printNode(arg, 'enclosed')).join(', ')})`
    case 'value':
      return printValue(node.parts, surroundings)
  }
}

/** A clause that ends its parentheses needs none of its own, which would be another tree. */
function printFactor(factor: PrintedNode, isLast: boolean, surroundings: WordPosition): string {
  const isAtEnd = isLast && surroundings === 'enclosed' && factor.kind === 'restriction'
  return printNode(factor, isAtEnd ? 'last' : surroundings, 2)
}

function printClause(
  comparable: string,
  { comparator: { symbol }, arg: { text } }: ClauseNode,
  surroundings: WordPosition,
) {
  const literal = printLiteral(text, surroundings)
  if (literal !== undefined) return `${comparable} ${symbol} ${literal}`
  const alone = printLiteral(text, 'alone')
  if (alone !== undefined) return `(${comparable} ${symbol} ${alone})`
  throw new PatternWithoutTextError(`no text has the pattern ${quoted(text)} beside other clauses`)
}
