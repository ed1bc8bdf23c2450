/*
 * `compute-filter/ast`: the tree of a filter, for programs that read it, build it or change it.
 */
export type { AipComparator, ComparatorSymbol, RegexComparator } from './ast/comparator.ts'
export type { Edit, Edits, Replacements } from './ast/edits.ts'
export type { FieldPath } from './ast/field-path.ts'
export {
  conjunction,
  disjunction,
  filter,
  type FilterOperand,
  juxtaposition,
  negation,
  type ValueOperand,
} from './ast/join.ts'
export type * from './ast/nodes.ts'
export { isClause } from './ast/nodes.ts'
export type { LogicalOperator, NegationOperator, OperatorToken } from './ast/operator.ts'
export { operatorsOf } from './ast/operators-of.ts'
export { presence, restriction, type ScalarLiteral, value, wildcard } from './ast/restrict.ts'
export { noSpan, type Span } from './ast/span.ts'
export { transform } from './ast/transform.ts'
export { walk, type Visitor } from './ast/walk.ts'
