import type { Plan, PlannedCondition } from '../plan/index.ts'

/** Every condition of a plan, in the order of the text. */
export function conditionsIn(plan: Plan): readonly PlannedCondition[] {
  switch (plan.kind) {
    case 'condition':
      return [plan]
    case 'not':
      return conditionsIn(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.flatMap(conditionsIn)
  }
}
