import { printLiteral, printName, printValue, type Surroundings } from '../grammar/index.ts'
import { type Clause, exceeds, type Filter, isClause, type Kind, type Node } from './ast/index.ts'

/** What a tree may have to be printed. One that was parsed has far less; one that a program built may contain itself. */
const mostLevels = 1024
const mostNodes = 100_000

/**
 * The canonical text of a tree: with no parentheses and no quotes but those that it needs, one space where there may be
 * some. `parse(print(filter))` is the same tree, its spans aside.
 *
 * @throws RangeError for a tree of more than 1,024 levels or 100,000 nodes
 * @example print(parse('((name="debian-12")) AND -( labels.env:* )')) // name = debian-12 AND NOT labels.env:*
 */
export function print(filter: Filter): string {
  const excess = exceeds(filter, mostLevels, mostNodes)
  if (excess !== undefined) throw new RangeError(`the tree has too many ${excess} to be printed`)
  return printNode(filter, 'open')
}

/** What binds looser than its place asks for gets parentheses. In a tree that type-checks nothing does. */
const tightness: { readonly [K in Kind]?: number } = { conjunction: 0, juxtaposition: 1, disjunction: 2, negation: 3 }

function printNode(node: Node, surroundings: Surroundings, least = 0): string {
  if ((tightness[node.kind] ?? least) < least) return `(${printNode(node, 'enclosed')})`
  const printAll = (nodes: readonly Node[], separator: string, tighter: number): string =>
    nodes.map((inner) => printNode(inner, surroundings, tighter)).join(separator)
  switch (node.kind) {
    case 'filter':
      return node.expression === null ? '' : printNode(node.expression, surroundings)
    case 'conjunction':
      return printAll(node.sequences, ' AND ', 1)
    case 'juxtaposition':
      return printAll(node.factors, ' ', 2)
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
    case 'name':
      return printName(node.text, true) + (node.index ?? '')
    case 'comparator':
      return node.symbol
    case 'literal':
      return node.text
  }
}

function printClause(
  comparable: string,
  { comparator: { symbol }, arg: { text } }: Clause,
  surroundings: Surroundings,
) {
  const literal = printLiteral(text, surroundings)
  return literal === undefined ? `(${comparable} ${symbol} ${text})` : `${comparable} ${symbol} ${literal}`
}
