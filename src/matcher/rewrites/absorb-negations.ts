import { complementOf } from '../../plan/index.ts'
import type { MatcherPlan } from '../matcher-plan.ts'

/** `NOT a = x` becomes a condition, so that no function is called only to negate. */
export function absorbNegations(plan: MatcherPlan): MatcherPlan {
  if (plan.kind !== 'not' || plan.plan.kind !== 'condition' || plan.plan.condition.isNegated) return plan
  return { kind: 'condition', condition: complementOf(plan.plan.condition) }
}
