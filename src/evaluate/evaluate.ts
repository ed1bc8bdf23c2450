import type { Condition, Plan } from '../plan/index.ts'
import { isObject, ownValue } from '../values/index.ts'
import { verdictOf } from './test-value.ts'
import { someValueAt } from './values-at.ts'

export type ResourceTest = (resource: unknown) => boolean

/**
 * What a plan means, plainly: SEMANTICS.md section 6. Reads own properties only and never throws, whatever the resource.
 * The matcher gives the same verdicts faster.
 */
export function evaluatorOf(plan: Plan): ResourceTest {
  switch (plan.kind) {
    case 'condition':
      return evaluatorOfCondition(plan.condition)
    case 'not': {
      const test = evaluatorOf(plan.plan)
      return (resource) => !test(resource)
    }
    case 'all': {
      const tests = plan.plans.map(evaluatorOf)
      return (resource) => tests.every((test) => test(resource))
    }
    case 'any': {
      const tests = plan.plans.map(evaluatorOf)
      return (resource) => tests.some((test) => test(resource))
    }
  }
}

/** What one condition means. */
export function evaluatorOfCondition(condition: Condition): ResourceTest {
  const { path, isNegated, whenParentUnset } = condition
  const { steps } = path
  const verdict = verdictOf(condition)
  if (path.repeated) return (resource) => someValueAt(resource, steps, verdict) !== isNegated
  const parents = steps.slice(0, -1)
  const last = steps.at(-1)?.name ?? ''
  return (resource) => {
    let parent = resource
    for (const { name } of parents) {
      parent = ownValue(parent, name)
      if (!isObject(parent)) return whenParentUnset
    }
    return verdict(ownValue(parent, last))
  }
}
