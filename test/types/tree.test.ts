import { expect, test } from 'vitest'
import type {
  ComparisonNode,
  ConjunctionNode,
  FilterLeafNode,
  MemberNode,
  NegationNode,
  ValueNode,
} from '../../src/ast.ts'
import type { FilterNode, Schema } from '../../src/index.ts'
import { print } from '../../src/index.ts'

// A tree that is not a filter does not type-check; each `@ts-expect-error` below fails when it does.

const span = { start: 0, end: 0 }
const name: MemberNode = { kind: 'member', names: [{ kind: 'name', text: 'name', span }], span }
const value: ValueNode = { kind: 'value', parts: ['a'], span }
const comparison: ComparisonNode = {
  kind: 'restriction',
  comparable: name,
  comparator: { kind: 'comparator', symbol: '=', span },
  arg: value,
  span,
}
const both: ConjunctionNode<FilterLeafNode> = { kind: 'conjunction', sequences: [comparison, comparison], span }

test('a tree that is a filter is printed', () => {
  const filter: FilterNode = { kind: 'filter', expression: both, span }
  expect(print(filter)).toBe('name = a AND name = a')
})

export const rejected = [
  {
    kind: 'conjunction',
    // @ts-expect-error a conjunction joins two or more
    sequences: [comparison],
    span,
  } satisfies ConjunctionNode<FilterLeafNode>,
  {
    kind: 'conjunction',
    // @ts-expect-error a conjunction inside a conjunction needs its parentheses
    sequences: [both, comparison],
    span,
  } satisfies ConjunctionNode<FilterLeafNode>,
  {
    kind: 'negation',
    // @ts-expect-error NOT binds to one restriction, or to parentheses
    operand: both,
    span,
  } satisfies NegationNode<FilterLeafNode>,
  {
    kind: 'filter',
    // @ts-expect-error an empty filter says so with null
    expression: undefined,
    span,
  } satisfies FilterNode,
  {
    kind: 'filter',
    // @ts-expect-error a value is no filter
    expression: value,
    span,
  } satisfies FilterNode,
  {
    ...comparison,
    // @ts-expect-error there is no such comparator
    comparator: { kind: 'comparator', symbol: '~', span },
  } satisfies ComparisonNode,
  {
    ...comparison,
    // @ts-expect-error a pattern stands behind eq and ne only
    arg: { kind: 'literal', text: 'a.*', span },
  } satisfies ComparisonNode,
  {
    kind: 'member',
    // @ts-expect-error a member has a name
    names: [],
    span,
  } satisfies MemberNode,
]

export const rejectedSchemas = [
  // @ts-expect-error there is no such type
  { resource: 'Disk', fields: { name: { type: 'text' } } } satisfies Schema,
  // @ts-expect-error a message says which fields it has
  { resource: 'Disk', fields: { params: { type: 'message' } } } satisfies Schema,
  // @ts-expect-error a map says what its values are
  { resource: 'Disk', fields: { labels: { type: 'map' } } } satisfies Schema,
]
