import { cover, isClause } from '../src/ast/index.ts'
import type {
  AipComparator,
  Arg,
  ArgComposite,
  ArgLeaf,
  Clause,
  Comparable,
  Comparator,
  Comparison,
  Composite,
  Conjunction,
  Disjunction,
  Expression,
  Factor,
  FilterLeaf,
  GlobalRestriction,
  Juxtaposition,
  Literal,
  Negation,
  RegexComparator,
  Sequence,
  Simple,
  Span,
  Term,
} from '../src/ast/index.ts'

/*
 * Building the logic of a tree. A pair of parentheses is first drafted as a Composite; the level on which it lands
 * keeps it or, where the tree says the same without, takes what it holds. A list of one is its element.
 *
 * All parts are frozen: the verbs take the identity of a parsed tree for its content.
 */

const { freeze } = Object

export type Leaf = FilterLeaf | ArgLeaf
export type Parentheses = Composite<Expression<Leaf>>

/** What the parser's rules return, one type for each level. */
export type SimpleDraft = Leaf | Parentheses
export type TermDraft = Negation<Leaf> | SimpleDraft
export type FactorDraft = Disjunction<Leaf> | TermDraft
export type SequenceDraft = Juxtaposition<Leaf> | FactorDraft
export type ExpressionDraft = Conjunction<Leaf> | SequenceDraft

export function conjunction(first: SequenceDraft, rest: readonly SequenceDraft[]): ExpressionDraft {
  const [second, ...others] = rest.map(asSequence)
  const last = rest.at(-1)
  if (second === undefined || last === undefined) return first
  const sequences = freeze([asSequence(first), second, ...others] as const)
  return freeze({ kind: 'conjunction', sequences, span: cover(first.span, last.span) })
}

export function juxtaposition(first: FactorDraft, rest: readonly FactorDraft[]): SequenceDraft {
  const [second, ...others] = rest.map(asFactor)
  const last = rest.at(-1)
  if (second === undefined || last === undefined) return first
  const factors = freeze([asFactor(first), second, ...others] as const)
  return freeze({ kind: 'juxtaposition', factors, span: cover(first.span, last.span) })
}

export function disjunction(first: TermDraft, rest: readonly TermDraft[]): FactorDraft {
  const [second, ...others] = rest.map(asTerm)
  const last = rest.at(-1)
  if (second === undefined || last === undefined) return first
  const terms = freeze([asTerm(first), second, ...others] as const)
  return freeze({ kind: 'disjunction', terms, span: cover(first.span, last.span) })
}

export function negation(operand: SimpleDraft, start: number): TermDraft {
  return freeze({ kind: 'negation', operand: asSimple(operand), span: freeze({ start, end: operand.span.end }) })
}

export function parentheses(content: ExpressionDraft, span: Span): Parentheses {
  return freeze({ kind: 'composite', expression: asExpression(content), span })
}

/** The expression of a whole filter: outside arguments the lexer produces no values, hence the cast. */
export function filterExpression(content: ExpressionDraft): Expression<FilterLeaf> {
  return asExpression(content) as Expression<FilterLeaf>
}

/** An argument in parentheses: inside arguments the lexer produces values and calls only, hence the cast. */
export function argument({ expression, span }: Parentheses): ArgLeaf | ArgComposite {
  const content = expression as Expression<ArgLeaf>
  return content.kind === 'value' || content.kind === 'function'
    ? content
    : freeze({ kind: 'composite', expression: content, span })
}

/** `end` includes the closing parenthesis of an argument whose parentheses the tree drops. */
export function comparison(
  comparable: Comparable,
  comparator: Comparator<AipComparator>,
  arg: Arg,
  end: number,
): Comparison {
  return freeze({
    kind: 'restriction',
    comparable,
    comparator,
    arg,
    span: freeze({ start: comparable.span.start, end }),
  })
}

export function clause(comparable: Comparable, comparator: Comparator<RegexComparator>, arg: Literal): Clause {
  return freeze({ kind: 'restriction', comparable, comparator, arg, span: cover(comparable.span, arg.span) })
}

export function globalRestriction(comparable: Comparable): GlobalRestriction {
  return freeze({ kind: 'global-restriction', comparable, span: comparable.span })
}

function asExpression(draft: ExpressionDraft): Expression<Leaf> {
  return draft.kind === 'composite' ? draft.expression : draft
}

function asSequence(draft: SequenceDraft): Sequence<Leaf> {
  if (draft.kind !== 'composite') return draft
  const { expression, span } = draft
  return expression.kind === 'conjunction' ? freeze({ kind: 'composite', expression, span }) : expression
}

function asFactor(draft: FactorDraft): Factor<Leaf> {
  if (draft.kind !== 'composite') return draft
  const { expression, span } = draft
  switch (expression.kind) {
    case 'conjunction':
    case 'juxtaposition':
      return freeze({ kind: 'composite', expression, span })
    case 'restriction':
      return isClause(expression) ? freeze({ kind: 'composite', expression, span }) : expression
    case 'disjunction':
    case 'negation':
    case 'global-restriction':
    case 'value':
    case 'function':
      return expression
  }
}

function asTerm(draft: TermDraft): Term<Leaf> {
  if (draft.kind !== 'composite') return draft
  const { expression, span } = draft
  switch (expression.kind) {
    case 'conjunction':
    case 'juxtaposition':
    case 'disjunction':
      return freeze({ kind: 'composite', expression, span })
    case 'negation':
    case 'restriction':
    case 'global-restriction':
    case 'value':
    case 'function':
      return expression
  }
}

function asSimple(draft: SimpleDraft): Simple<Leaf> {
  if (draft.kind !== 'composite') return draft
  const { expression, span } = draft
  switch (expression.kind) {
    case 'conjunction':
    case 'juxtaposition':
    case 'disjunction':
    case 'negation':
      return freeze({ kind: 'composite', expression, span })
    case 'restriction':
    case 'global-restriction':
    case 'value':
    case 'function':
      return expression
  }
}
