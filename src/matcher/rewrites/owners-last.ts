import { type FieldPlan, type MatcherPlan, pathOf, verdictWithout } from '../matcher-plan.ts'

/**
 * In an AND, asks whose the properties are after all values have been compared, and once for each property: the check is
 * the most expensive step, and a value that differs makes it needless.
 */
export function ownersLast(plan: MatcherPlan): MatcherPlan {
  if (plan.kind !== 'all') return plan
  const names = new Set<string>()
  const plans = plan.plans.map((part): MatcherPlan => {
    if (part.kind !== 'condition' && part.kind !== 'one of' && part.kind !== 'range') return part
    const name = deferrableOwner(part)
    if (name === undefined) return part
    names.add(name)
    return { ...part, leavesOwner: true }
  })
  return names.size === 0 ? plan : { kind: 'all', plans: [...plans, { kind: 'owner', names: [...names] }] }
}

/** The property of a resource without which a plan does not hold; undefined when it may hold. */
const deferrableOwner = (plan: FieldPlan): string | undefined =>
  verdictWithout(plan) ? undefined : pathOf(plan).steps[0]?.name
