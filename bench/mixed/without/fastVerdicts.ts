import { type ValueVerdict, verdictOf } from '../../../src/evaluate/index.ts'
import type { FieldPlan } from '../../../src/matcher/matcher-plan.ts'

/** Every value is judged by the plain evaluator. */
export function differenceOfPlan(plan: FieldPlan): ValueVerdict {
  switch (plan.kind) {
    case 'condition': {
      const { condition } = plan
      const verdict = verdictOf(condition)
      return condition.path.repeated || !condition.whenUnset ? verdict : (json) => !verdict(json)
    }
    case 'one of':
      return (json) => plan.values.includes(json)
    case 'range': {
      const verdicts = plan.conditions.map(verdictOf)
      return (json) => verdicts.every((verdict) => verdict(json))
    }
  }
}

export const hasRange = (): boolean => false
