import { evaluatorOfCondition, type ResourceTest } from '../evaluate/index.ts'
import type { FieldPlan } from './matcher-plan.ts'

/** What the plain evaluator says, where reading a property throws. It is seldom needed, and built then. */
export function plainTestOf(plan: FieldPlan): ResourceTest {
  let test: ResourceTest | undefined
  return (resource) => {
    test ??= evaluatorOfPlan(plan)
    return test(resource)
  }
}

function evaluatorOfPlan(plan: FieldPlan): ResourceTest {
  switch (plan.kind) {
    case 'condition':
      return evaluatorOfCondition(plan.condition)
    case 'one of': {
      const tests = plan.conditions.map(evaluatorOfCondition)
      return (resource) => tests.some((test) => test(resource))
    }
    case 'range': {
      const tests = plan.conditions.map(evaluatorOfCondition)
      return (resource) => tests.every((test) => test(resource))
    }
  }
}
