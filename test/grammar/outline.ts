import type { AstNode } from '../../src/ast.ts'

/**
 * A tree in one line, without spans: `(AND (= a ["1"]) (eq b /x.*\/))`. Values are lists of their parts, literals stand
 * between slashes, names in quotes where they are no plain words.
 */
export function outline(node: AstNode): string {
  const list = (head: string, nodes: readonly AstNode[]): string => `(${[head, ...nodes.map(outline)].join(' ')})`
  switch (node.kind) {
    case 'filter':
      return node.expression === null ? '' : outline(node.expression)
    case 'conjunction':
      return list('AND', node.sequences)
    case 'juxtaposition':
      return list('SIDE', node.factors)
    case 'disjunction':
      return list('OR', node.terms)
    case 'negation':
      return list('NOT', [node.operand])
    case 'composite':
      return list('IN', [node.expression])
    case 'restriction':
      return list(node.comparator.symbol, [node.comparable, node.arg])
    case 'global-restriction':
      return list('ALONE', [node.comparable])
    case 'member':
      return node.names.map(outline).join('.')
    case 'name':
      return (/^[\w-]+$/.test(node.text) ? node.text : JSON.stringify(node.text)) + (node.index ?? '')
    case 'function':
      return list(`CALL ${node.name}`, node.args)
    case 'comparator':
      return node.symbol
    case 'value':
      return JSON.stringify(node.parts)
    case 'literal':
      return `/${node.text}/`
  }
}
