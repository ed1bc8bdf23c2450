import {
  type ArgNode,
  type ArgLeafNode,
  type CompositeNode,
  type ConjunctionNode,
  type DisjunctionNode,
  type ExpressionNode,
  type FilterNode,
  type FilterLeafNode,
  isClause,
  type JuxtapositionNode,
  type LiteralNode,
  type NegationNode,
  type RestrictionNode,
  type ValueNode,
} from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import type { Patterns } from '../regex/index.ts'
import { lookUp, type Path, type Schema } from '../schema/index.ts'
import type { Question } from './questions.ts'
import { askClause, askComparison } from './restrictions.ts'

/** A filter made ready: composites of values distributed, fields found, values converted, patterns compiled. */
export type Plan =
  | { readonly kind: 'all'; readonly plans: readonly Plan[] }
  | { readonly kind: 'any'; readonly plans: readonly Plan[] }
  | { readonly kind: 'not'; readonly plan: Plan }
  | PlannedTest

/** One restriction with one value. */
export interface PlannedTest {
  readonly kind: 'test'
  readonly restriction: RestrictionNode
  readonly value: ValueNode | LiteralNode
  readonly path: Path
  readonly question: Question
  /** For a pattern: the longest text that it is asked about. */
  readonly longestText?: number
  /** Whether it is answered so fast that a loop need not look at the clock after each value. */
  readonly isCheap: boolean
}

export interface Means {
  readonly schema: Schema
  readonly profile: Profile
  readonly patterns: Patterns
}

const nothing: Plan = { kind: 'any', plans: [] }

/** Plans a validated filter; anything that the rules would reject matches nothing. */
export function planFilter({ expression }: FilterNode, means: Means): Plan {
  if (expression === null) return { kind: 'all', plans: [] }
  return planExpression<FilterLeafNode>(expression, (leaf) => planLeaf(leaf, means))
}

/** Whether a loop need not look at the clock after each resource: all tests are cheap. */
export function isCheap(plan: Plan): boolean {
  switch (plan.kind) {
    case 'test':
      return plan.isCheap
    case 'not':
      return isCheap(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.every(isCheap)
  }
}

type Operator<L> =
  ConjunctionNode<L> | JuxtapositionNode<L> | DisjunctionNode<L> | NegationNode<L> | CompositeNode<ExpressionNode<L>>

/** The logic, the same for restrictions and for the values of a composite argument. */
function planExpression<L extends FilterLeafNode | ArgLeafNode>(
  node: Operator<L> | L,
  planOne: (leaf: L) => Plan,
): Plan {
  const plan = (inner: Operator<L> | L): Plan => planExpression(inner, planOne)
  if (!isOperator(node)) return planOne(node)
  switch (node.kind) {
    case 'conjunction':
      return { kind: 'all', plans: node.sequences.map(plan) }
    case 'juxtaposition':
      return { kind: 'all', plans: node.factors.map(plan) }
    case 'disjunction':
      return { kind: 'any', plans: node.terms.map(plan) }
    case 'negation':
      return { kind: 'not', plan: plan(node.operand) }
    case 'composite':
      return plan(node.expression)
  }
}

const operators: ReadonlySet<string> = new Set(['conjunction', 'juxtaposition', 'disjunction', 'negation', 'composite'])
const isOperator = <L extends { readonly kind: string }>(node: Operator<L> | L): node is Operator<L> =>
  operators.has(node.kind)

function planLeaf(leaf: FilterLeafNode, means: Means): Plan {
  if (leaf.kind === 'global-restriction' || leaf.comparable.kind === 'function') return nothing
  const lookup = lookUp(means.schema, leaf.comparable)
  if ('missing' in lookup) return nothing
  const { path } = lookup
  if (isClause(leaf)) {
    const clause = askClause(path, leaf.comparator.symbol, leaf.arg.text, means.patterns)
    return { kind: 'test', restriction: leaf, value: leaf.arg, path, ...clause }
  }
  const { symbol } = leaf.comparator
  return planArg(leaf.arg, (value) => {
    const question = askComparison(path, symbol, value, means.profile)
    return { kind: 'test', restriction: leaf, value, path, question, isCheap: true }
  })
}

/** `name = (a OR b)` is `name = a OR name = b`. */
function planArg(arg: ArgNode, planValue: (value: ValueNode) => Plan): Plan {
  return planExpression<ArgLeafNode>(arg, (leaf) => (leaf.kind === 'value' ? planValue(leaf) : nothing))
}
