import { EmbeddedActionsParser, type IToken } from 'chevrotain'
import type * as Ast from '../src/ast/index.ts'
import * as build from './build.ts'
import { readLiteral, readName, readValue, splitIndex } from './literals.ts'
import { vocabulary } from './lexer.ts'
import { endOf, spanOf } from './spans.ts'
import * as tokens from './tokens.ts'

/**
 * One parser for both dialects. Each rule carries its production of filter.ebnf and builds nodes, nothing else. The
 * validator rejects what may not be combined; syntax-errors.ts has the words for texts that are not filters.
 */
export class FilterParser extends EmbeddedActionsParser {
  constructor(options: { readonly skipValidations: boolean }) {
    super(vocabulary, { maxLookahead: 1, ...options })
    this.performSelfAnalysis()
  }

  /** filter = [ expression ] */
  readonly filter = this.RULE('filter', (): Ast.FilterNode['expression'] => {
    const content = this.OPTION(() => this.SUBRULE(this.expression))
    return this.ACTION(() => (content === undefined ? null : build.filterExpression(content)))
  })

  /** expression = sequence { AND sequence } */
  readonly expression = this.RULE('expression', (): build.ExpressionDraft => {
    const first = this.SUBRULE(this.sequence)
    const operators: Ast.OperatorToken<'AND'>[] = []
    const rest: build.SequenceDraft[] = []
    this.MANY(() => {
      const operator = this.CONSUME(tokens.And)
      this.ACTION(() => operators.push(operatorOf(operator)))
      rest.push(this.SUBRULE2(this.sequence))
    })
    return this.ACTION(() => build.conjunction(first, operators, rest))
  })

  /** sequence = factor { factor } */
  readonly sequence = this.RULE('sequence', (): build.SequenceDraft => {
    const first = this.SUBRULE(this.factor)
    const rest: build.FactorDraft[] = []
    this.MANY(() => rest.push(this.SUBRULE2(this.factor)))
    return this.ACTION(() => build.juxtaposition(first, rest))
  })

  /** factor = term { OR term } */
  readonly factor = this.RULE('factor', (): build.FactorDraft => {
    const first = this.SUBRULE(this.term)
    const operators: Ast.OperatorToken<'OR'>[] = []
    const rest: build.TermDraft[] = []
    this.MANY(() => {
      const operator = this.CONSUME(tokens.Or)
      this.ACTION(() => operators.push(operatorOf(operator)))
      rest.push(this.SUBRULE2(this.term))
    })
    return this.ACTION(() => build.disjunction(first, operators, rest))
  })

  /** term = [ NOT | "-" ] simple */
  readonly term = this.RULE('term', (): build.TermDraft => {
    const sign = this.OPTION(() =>
      this.OR([{ ALT: () => this.CONSUME(tokens.Not) }, { ALT: () => this.CONSUME(tokens.Minus) }]),
    )
    const operand = this.SUBRULE(this.simple)
    return this.ACTION(() => (sign === undefined ? operand : build.negation(operatorOf(sign), operand)))
  })

  /** simple = restriction | argLeaf | composite */
  readonly simple = this.RULE('simple', (): build.SimpleDraft =>
    this.OR([
      { ALT: () => this.SUBRULE(this.restriction) },
      { ALT: () => this.SUBRULE(this.argLeaf) },
      { ALT: () => this.SUBRULE(this.composite) },
    ]),
  )

  /** composite = "(" expression ")" */
  readonly composite = this.RULE('composite', (): build.Parentheses => {
    const open = this.CONSUME(tokens.Open)
    const content = this.SUBRULE(this.expression)
    const close = this.CONSUME(tokens.Close)
    return this.ACTION(() => build.parentheses(content, spanOf(open, close)))
  })

  /** restriction = comparable [ comparator arg | regexComparator literal ] */
  readonly restriction = this.RULE('restriction', (): Ast.FilterLeafNode => {
    const comparable = this.SUBRULE(this.comparable)
    const restriction = this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            const comparator = this.CONSUME(tokens.Comparator)
            const arg = this.SUBRULE(this.arg)
            return this.ACTION(() => build.comparison(comparable, comparatorOf(comparator), arg, endOf(this.LA(0))))
          },
        },
        {
          ALT: () => {
            const comparator = this.CONSUME(tokens.RegexComparator)
            const literal = this.CONSUME(tokens.Literal)
            return this.ACTION(() => build.clause(comparable, comparatorOf(comparator), literalOf(literal)))
          },
        },
      ]),
    )
    return this.ACTION(() => restriction ?? build.globalRestriction(comparable))
  })

  /** comparable = member | function */
  readonly comparable = this.RULE('comparable', (): Ast.ComparableNode =>
    this.OR([{ ALT: () => this.SUBRULE(this.member) }, { ALT: () => this.SUBRULE(this.function) }]),
  )

  /** member = name { "." name } */
  readonly member = this.RULE('member', (): Ast.MemberNode => {
    const first = this.CONSUME(tokens.Name)
    const rest: IToken[] = []
    this.MANY(() => {
      this.CONSUME(tokens.Dot)
      rest.push(this.CONSUME2(tokens.Name))
    })
    return this.ACTION(() => memberOf(first, rest))
  })

  /** function = call arguments */
  readonly function = this.RULE('function', (): Ast.FunctionNode => {
    const call = this.CONSUME(tokens.Call)
    const { args, close } = this.SUBRULE(this.arguments)
    return this.ACTION(() => functionOf(call, args, close))
  })

  /** arguments = [ arg { "," arg } ] ")" */
  readonly arguments = this.RULE('arguments', () => {
    const args: Ast.ArgNode[] = []
    this.MANY_SEP({ SEP: tokens.Comma, DEF: () => args.push(this.SUBRULE(this.arg)) })
    const close = this.CONSUME(tokens.Close)
    return { args, close }
  })

  /** arg = argLeaf | composite */
  readonly arg = this.RULE('arg', (): Ast.ArgNode =>
    this.OR([
      { ALT: () => this.SUBRULE(this.argLeaf) },
      {
        ALT: () => {
          const composite = this.SUBRULE(this.composite)
          return this.ACTION(() => build.argument(composite))
        },
      },
    ]),
  )

  /** argLeaf = value | argCall arguments */
  readonly argLeaf = this.RULE('argLeaf', (): Ast.ArgLeafNode =>
    this.OR([
      {
        ALT: () => {
          const value = this.CONSUME(tokens.Value)
          return this.ACTION(() => valueOf(value))
        },
      },
      {
        ALT: () => {
          const call = this.CONSUME(tokens.ArgCall)
          const { args, close } = this.SUBRULE(this.arguments)
          return this.ACTION(() => functionOf(call, args, close))
        },
      },
    ]),
  )
}

const { freeze } = Object

const memberOf = (first: IToken, rest: readonly IToken[]): Ast.MemberNode =>
  freeze({
    kind: 'member',
    names: freeze([nameOf(first), ...rest.map(nameOf)] as const),
    span: spanOf(first, rest.at(-1) ?? first),
  })

function nameOf(token: IToken): Ast.NameNode {
  const { text, index } = splitIndex(token.image)
  const span = spanOf(token)
  return freeze(
    index === '' ? { kind: 'name', text: readName(text), span } : { kind: 'name', text: readName(text), index, span },
  )
}

const valueOf = (token: IToken): Ast.ValueNode =>
  freeze({ kind: 'value', parts: freeze(readValue(token.image)), span: spanOf(token) })

const literalOf = (token: IToken): Ast.LiteralNode =>
  freeze({ kind: 'literal', text: readLiteral(token.image), span: spanOf(token) })

/** The lexer's patterns are made from the lists of comparators, so the image of such a token is one of them. */
const comparatorOf = <C extends Ast.ComparatorSymbol>(token: IToken): Ast.ComparatorNode<C> =>
  freeze({ kind: 'comparator', symbol: token.image as C, span: spanOf(token) })

/** The image of a token of logic is its operator. */
const operatorOf = <S extends Ast.LogicalOperator>(token: IToken): Ast.OperatorToken<S> =>
  freeze({ symbol: token.image as S, span: spanOf(token) })

const functionOf = (call: IToken, args: readonly Ast.ArgNode[], close: IToken): Ast.FunctionNode =>
  freeze({ kind: 'function', name: call.image.slice(0, -1), args: freeze(args), span: spanOf(call, close) })
