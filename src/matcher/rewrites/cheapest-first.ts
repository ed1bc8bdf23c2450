import type { Path } from '../../schema/index.ts'
import type { MatcherPlan } from '../matcher-plan.ts'

/** Puts the cheaper parts first. Tests have no effects and always answer, so their order changes nothing but the time. */
export const cheapestFirst = (plan: MatcherPlan): MatcherPlan =>
  plan.kind === 'all' || plan.kind === 'any'
    ? { kind: plan.kind, plans: plan.plans.toSorted((a, b) => costOf(a) - costOf(b)) }
    : plan

/** Roughly, in the price of comparing a field with a string. */
function costOf(plan: MatcherPlan): number {
  switch (plan.kind) {
    case 'condition': {
      const { path, test } = plan.condition
      const isInstant = test.op !== 'pattern' && path.field.type === 'timestamp'
      return costOfPath(path) + (test.op === 'pattern' ? 3 : isInstant ? 2 : 1)
    }
    case 'one of':
      return costOfPath(plan.path) + 1
    case 'not':
      return costOf(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.reduce((sum, part) => sum + costOf(part), 0)
  }
}

const costOfPath = ({ steps, repeated }: Path): number => steps.length + (repeated ? 3 : 0)
