import { printLiteral, printName, printValue, type WordPosition } from '../grammar/index.ts'
import { type AstNode, type ClauseNode, type FilterNode, isClause, type NodeKind, type Span } from './ast/index.ts'
import { quoted } from './diagnostics/index.ts'

/** The canonical text of a tree, and where its nodes are in it. */
export interface WrittenTree {
  readonly text: string
  /** One for each node, in the order of `walk`. */
  readonly places: readonly WrittenPlace[]
}

export interface WrittenPlace {
  readonly node: AstNode
  readonly span: Span
  /** The operators of the node itself: `AND`, `OR`, `NOT`. */
  readonly operators: readonly Span[]
  /** The number of parentheses and calls around the node. */
  readonly depth: number
}

/** The nodes whose text may depend on their position; the others are part of a member or a restriction. */
type PositionedNode = Exclude<AstNode, { readonly kind: 'name' | 'comparator' | 'literal' }>

/** A pattern that no text can hold where it is. */
export class PatternWithoutTextError extends Error {}

/** What binds looser than its place asks for gets parentheses. In a tree that type-checks nothing does. */
const tightness: { readonly [K in NodeKind]?: number } = {
  conjunction: 0,
  juxtaposition: 1,
  disjunction: 2,
  negation: 3,
}

/**
 * Writes a tree. Recurses as deep as the tree is.
 *
 * @throws PatternWithoutTextError
 */
export function writeTree(root: FilterNode): WrittenTree {
  let text = ''
  let depth = 0
  const places: (WrittenPlace & { span: Span; operators: Span[] })[] = []

  const put = (part: string): Span => {
    const start = text.length
    text += part
    return Object.freeze({ start, end: text.length })
  }

  function inParentheses(write: () => void): void {
    put('(')
    depth++
    write()
    depth--
    put(')')
  }

  /** Opens the place of a node, which its own writing fills. */
  function at(node: AstNode, write: (operators: Span[]) => void): void {
    const start = text.length
    const operators: Span[] = []
    const place = { node, span: { start, end: start }, operators, depth }
    places.push(place)
    write(operators)
    place.span = Object.freeze({ start, end: text.length })
  }

  const leaf = (node: AstNode, written: string): void => {
    at(node, () => put(written))
  }

  function list<N>(nodes: readonly N[], separator: string, write: (node: N, index: number) => void): Span[] {
    return nodes.flatMap((node, index) => {
      const found = index === 0 ? [] : [put(separator)]
      write(node, index)
      return found
    })
  }

  function node(given: PositionedNode, position: WordPosition, min = 0): void {
    if ((tightness[given.kind] ?? min) < min) {
      inParentheses(() => {
        node(given, 'enclosed')
      })
    } else if (isClause(given)) clause(given, position)
    else {
      at(given, (operators) => {
        inside(given, position, operators)
      })
    }
  }

  function inside(given: Exclude<PositionedNode, ClauseNode>, position: WordPosition, operators: Span[]): void {
    switch (given.kind) {
      case 'filter':
        if (given.expression !== null) node(given.expression, position)
        return
      case 'conjunction':
        operators.push(
          ...list<PositionedNode>(given.sequences, ' AND ', (part) => {
            node(part, position, 1)
          }).map(withoutSpace),
        )
        return
      case 'juxtaposition':
        list<PositionedNode>(given.factors, ' ', (factor, index) => {
          // A clause that ends its parentheses needs none of its own, which would be another tree.
          const isLast = index === given.factors.length - 1 && position === 'enclosed' && factor.kind === 'restriction'
          node(factor, isLast ? 'last' : position, 2)
        })
        return
      case 'disjunction':
        operators.push(
          ...list<PositionedNode>(given.terms, ' OR ', (part) => {
            node(part, position, 3)
          }).map(withoutSpace),
        )
        return
      case 'negation':
        operators.push(put('NOT'))
        put(' ')
        node(given.operand, position, 4)
        return
      case 'composite': {
        const { expression } = given
        inParentheses(() => {
          node(expression, expression.kind === 'restriction' ? 'alone' : 'enclosed')
        })
        return
      }
      case 'restriction': {
        const { comparable, comparator, arg } = given
        node(comparable, position)
        if (comparator.symbol === ':') leaf(comparator, ':')
        else {
          put(' ')
          leaf(comparator, comparator.symbol)
          put(' ')
        }
        if (arg.kind === 'value') leaf(arg, printValue(arg.parts, 'outer'))
        else node(arg, 'enclosed')
        return
      }
      case 'global-restriction':
        node(given.comparable, position)
        return
      case 'member':
        list(given.names, '.', (name, index) => {
          leaf(name, printName(name.text, index === 0) + (name.index ?? ''))
        })
        return
      case 'function':
        put(given.name)
        inParentheses(() => {
          list<PositionedNode>(given.args, ', ', (arg) => {
            node(arg, 'enclosed')
          })
        })
        return
      case 'value':
        put(printValue(given.parts, position))
        return
    }
  }

  function clause(given: ClauseNode, position: WordPosition): void {
    const { comparable, comparator, arg } = given
    const literal = printLiteral(arg.text, position)
    const alone = literal ?? printLiteral(arg.text, 'alone')
    if (alone === undefined) {
      throw new PatternWithoutTextError(`the pattern ${quoted(arg.text)} cannot be written beside other clauses`)
    }
    const write = (): void => {
      at(given, () => {
        node(comparable, position)
        put(' ')
        leaf(comparator, comparator.symbol)
        put(' ')
        leaf(arg, alone)
      })
    }
    if (literal === undefined) inParentheses(write)
    else write()
  }

  node(root, 'outer')
  return { text, places }
}

const withoutSpace = ({ start, end }: Span): Span => Object.freeze({ start: start + 1, end: end - 1 })
