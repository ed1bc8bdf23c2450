import type { LiteralNode, RestrictionNode, ValueNode } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import type { ResolvedExpression, Resolution } from '../resolve/index.ts'
import { planClause } from './clauses.ts'
import { planComparison } from './comparisons.ts'
import type { Condition } from './condition.ts'

/** The logic of a filter over conditions: all that an evaluator needs, and nothing that can fail. */
export type Plan =
  | { readonly kind: 'all'; readonly plans: readonly Plan[] }
  | { readonly kind: 'any'; readonly plans: readonly Plan[] }
  | { readonly kind: 'not'; readonly plan: Plan }
  | PlannedCondition

/** The condition of one restriction with one value, and their places in the tree. */
export interface PlannedCondition {
  readonly kind: 'condition'
  readonly condition: Condition
  readonly restriction: RestrictionNode
  readonly value: ValueNode | LiteralNode
}

/** Plans a resolved filter. Undefined when a restriction has no meaning; then the rules have reported it. */
export const planFilter = ({ expression }: Resolution, profile: Profile): Plan | undefined =>
  planExpression(expression, profile)

function planExpression(expression: ResolvedExpression, profile: Profile): Plan | undefined {
  switch (expression.kind) {
    case 'all':
    case 'any': {
      const plans: Plan[] = []
      for (const part of expression.parts) {
        const plan = planExpression(part, profile)
        if (plan === undefined) return undefined
        plans.push(plan)
      }
      return { kind: expression.kind, plans }
    }
    case 'not': {
      const plan = planExpression(expression.part, profile)
      return plan && { kind: 'not', plan }
    }
    case 'comparison': {
      const { restriction, path, value, meaning } = expression
      const condition = planComparison(path, restriction.comparator.symbol, meaning, profile)
      return condition && { kind: 'condition', condition, restriction, value }
    }
    case 'clause': {
      const { restriction, path, value, meaning } = expression
      const condition = planClause(path, restriction.comparator.symbol, meaning)
      return { kind: 'condition', condition, restriction, value }
    }
    case 'unsupported':
      return undefined
  }
}

/** Whether a verdict takes so little time that a loop need not look at the clock after each. */
export function isCheap(plan: Plan): boolean {
  switch (plan.kind) {
    case 'condition':
      return plan.condition.test.op !== 'pattern' || plan.condition.test.pattern.isCheap
    case 'not':
      return isCheap(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.every(isCheap)
  }
}

/** Every condition of a plan, in the order of the text. */
export function conditionsOf(plan: Plan): readonly PlannedCondition[] {
  switch (plan.kind) {
    case 'condition':
      return [plan]
    case 'not':
      return conditionsOf(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.flatMap(conditionsOf)
  }
}
