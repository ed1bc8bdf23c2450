import type { Condition } from '../../plan/index.ts'
import type { Path } from '../../schema/index.ts'
import { type MatcherPlan, pathOf } from '../matcher-plan.ts'

/**
 * Puts first what costs least for each resource that it decides about. Tests have no effects and always answer, so their
 * order changes nothing but the time.
 */
export function cheapestFirst(plan: MatcherPlan): MatcherPlan {
  if (plan.kind !== 'all' && plan.kind !== 'any') return plan
  const isAll = plan.kind === 'all'
  const weight = (part: MatcherPlan): number => {
    const share = shareOf(part)
    return costOf(part) / (isAll ? 1 - share : share)
  }
  return { kind: plan.kind, plans: plan.plans.toSorted((a, b) => weight(a) - weight(b)) }
}

/** Roughly, in the price of comparing a field with a string. */
function costOf(plan: MatcherPlan): number {
  switch (plan.kind) {
    case 'condition':
      return costOfPath(plan.condition.path) + costOfTest(plan.condition)
    case 'one of':
    case 'range':
      return costOfPath(pathOf(plan)) + 1
    case 'owner':
      return 1
    case 'not':
      return costOf(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.reduce((sum, part) => sum + costOf(part), 0)
  }
}

const costOfPath = ({ steps, repeated }: Path): number => steps.length + (repeated ? 3 : 0)

const costOfTest = ({ path, test }: Condition): number =>
  test.op === 'pattern' ? 3 : path.field.type === 'timestamp' ? 2 : 1

/** Roughly, the share of the resources for which it holds. */
function shareOf(plan: MatcherPlan): number {
  switch (plan.kind) {
    case 'condition': {
      const { test, isNegated } = plan.condition
      const share = test.op === 'order' || test.op === 'present' ? 0.5 : 0.25
      return isNegated ? 1 - share : share
    }
    case 'one of':
    case 'range':
    case 'owner':
      return 0.25
    case 'not':
      return 1 - shareOf(plan.plan)
    case 'all':
      return plan.plans.reduce((share, part) => share * shareOf(part), 1)
    case 'any':
      return 1 - plan.plans.reduce((share, part) => share * (1 - shareOf(part)), 1)
  }
}
