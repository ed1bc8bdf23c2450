import { printLiteral, printName, printValue, type Surroundings } from '../grammar/index.ts'
import { type Clause, type Filter, isClause, type Node } from './ast/index.ts'

/**
 * The canonical text of a tree: with no parentheses and no quotes but those that it needs, one space where there may be
 * some. `parse(print(filter))` is the same tree, its spans aside.
 *
 * @example print(parse('((name="debian-12")) AND -( labels.env:* )')) // name = debian-12 AND NOT labels.env:*
 */
export function print(filter: Filter): string {
  return printNode(filter, 'open')
}

function printNode(node: Node, surroundings: Surroundings): string {
  const printAll = (nodes: readonly Node[], separator: string): string =>
    nodes.map((inner) => printNode(inner, surroundings)).join(separator)
  switch (node.kind) {
    case 'filter':
      return node.expression === null ? '' : printNode(node.expression, 'open')
    case 'conjunction':
      return printAll(node.sequences, ' AND ')
    case 'juxtaposition':
      return printAll(node.factors, ' ')
    case 'disjunction':
      return printAll(node.terms, ' OR ')
    case 'negation':
      return `NOT ${printNode(node.operand, surroundings)}`
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
      return node.names.map(({ text }, index) => printName(text, index === 0)).join('.')
    case 'function':
      return `${node.name}(${node.args.map((arg) => printNode(arg, 'enclosed')).join(', ')})`
    case 'value':
      return printValue(node.parts, surroundings)
    case 'name':
      return printName(node.text, true)
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
  return literal === undefined
    ? `(${comparable} ${symbol} ${printLiteral(text, 'alone') ?? text})`
    : `${comparable} ${symbol} ${literal}`
}
