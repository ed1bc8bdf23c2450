import { evaluatorOfCondition, type ResourceTest } from '../evaluate/index.ts'
import type { FieldPlan } from './matcher-plan.ts'

/** What the plain evaluator says, where reading a property throws. It is seldom needed, and built then. */
export function plainTestOf(plan: FieldPlan): ResourceTest {
  // Joined conditions have no arrays on their path, and none holds without a value.
  if (plan.kind !== 'condition') return () => false
  let test: ResourceTest | undefined
  return (resource) => {
    test ??= evaluatorOfCondition(plan.condition)
    return test(resource)
  }
}
