import type {
  ArgLeafNode,
  ConjunctionNode,
  DisjunctionNode,
  ExpressionNode,
  FilterLeafNode,
  FilterNode,
  JuxtapositionNode,
  NegationNode,
  TwoOrMore,
} from './nodes.ts'
import { fit, fitFactor, type Operand } from './parentheses.ts'
import { noSpan } from './span.ts'
import { checkOperands } from './wrong-use.ts'

/*
 * Builders of logic. They put parentheses where the types of nodes.ts demand them, and take superfluous ones away. What they
 * return is frozen and has `noSpan`.
 */

/** A part of a filter, such as a restriction or a conjunction, in parentheses or not. */
export type FilterOperand = Operand<FilterLeafNode>

/** A part of a composite value: `a` or `NOT b` of `name = (a OR NOT b)`. */
export type ValueOperand = Operand<ArgLeafNode>

/** Joins parts of a filter, or values. One operand alone is returned as it is, except for parentheses around it. */
interface Join<Filter, Value> {
  (...operands: TwoOrMore<FilterOperand>): Filter
  (...operands: TwoOrMore<ValueOperand>): Value
  (...operands: readonly FilterOperand[]): ExpressionNode<FilterLeafNode>
  (...operands: readonly ValueOperand[]): ExpressionNode<ArgLeafNode>
}

type AnyOperand = Operand<FilterLeafNode | ArgLeafNode>

/** What all the builders of lists do: only how they fit the operands differs. */
function join(
  name: string,
  operands: readonly AnyOperand[],
  combine: (operands: TwoOrMore<AnyOperand>) => unknown,
): unknown {
  checkOperands(name, operands)
  const [first, second, ...others] = operands
  if (first === undefined) throw new TypeError(`\`${name}\` needs an operand`)
  return second === undefined ? fit('expression', first) : combine([first, second, ...others])
}

const { freeze } = Object

const mapAll = <T, U>([first, second, ...others]: TwoOrMore<T>, change: (element: T) => U): TwoOrMore<U> =>
  freeze([change(first), change(second), ...others.map(change)] as const)

/**
 * Joins with `AND`.
 *
 * @throws TypeError for anything but operands, and without any
 * @example print(filter(conjunction(restriction('name', '=', 'a'), restriction('id', '>', 5)))) // name = a AND id > 5
 */
export const conjunction = ((...operands: readonly AnyOperand[]) =>
  join('conjunction', operands, (operands) =>
    freeze({
      kind: 'conjunction',
      sequences: mapAll(operands, (operand) => fit('sequence', operand)),
      span: noSpan,
    }),
  )) as Join<ConjunctionNode<FilterLeafNode>, ConjunctionNode<ArgLeafNode>>

/**
 * Places side by side, which means AND. Clauses of the regular-expression dialect can be joined in no other way; each gets
 * its own parentheses.
 *
 * @throws TypeError for anything but operands, and without any
 * @example juxtaposition(restriction('name', 'eq', 'a.*'), restriction('name', 'ne', 'ab')) // (name eq a.*) (name ne ab)
 */
export const juxtaposition = ((...operands: readonly AnyOperand[]) =>
  join('juxtaposition', operands, (operands) =>
    freeze({ kind: 'juxtaposition', factors: mapAll(operands, fitFactor), span: noSpan }),
  )) as Join<JuxtapositionNode<FilterLeafNode>, JuxtapositionNode<ArgLeafNode>>

/**
 * Joins with `OR`.
 *
 * @throws TypeError for anything but operands, and without any
 * @example disjunction(...['a', 'b'].map((name) => restriction('name', '=', name))) // name = a OR name = b
 */
export const disjunction = ((...operands: readonly AnyOperand[]) =>
  join('disjunction', operands, (operands) =>
    freeze({ kind: 'disjunction', terms: mapAll(operands, (operand) => fit('term', operand)), span: noSpan }),
  )) as Join<DisjunctionNode<FilterLeafNode>, DisjunctionNode<ArgLeafNode>>

/**
 * Negates with `NOT`.
 *
 * @throws TypeError for anything but an operand
 */
export function negation(operand: FilterOperand): NegationNode<FilterLeafNode>
export function negation(operand: ValueOperand): NegationNode<ArgLeafNode>
export function negation(operand: AnyOperand): unknown {
  checkOperands('negation', [operand])
  return freeze({ kind: 'negation', operand: fit('simple', operand), span: noSpan })
}

/**
 * A whole filter. Without an expression it matches every resource.
 *
 * @throws TypeError for anything but a part of a filter
 */
export function filter(expression: FilterOperand | null = null): FilterNode {
  if (expression !== null) checkOperands('filter', [expression], ['restriction'])
  return freeze({
    kind: 'filter',
    expression: expression === null ? null : fit('expression', expression),
    span: noSpan,
  })
}
