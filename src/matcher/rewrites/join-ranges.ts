import { type Condition, keyOfPath } from '../../plan/index.ts'
import { hasRange } from '../fast-verdicts.ts'
import type { MatcherPlan } from '../matcher-plan.ts'

type Group = [Condition, ...Condition[]]

/** `a >= x AND a < y` becomes one range: the field is read once, and its rank is found once. */
export function joinRanges(plan: MatcherPlan): MatcherPlan {
  if (plan.kind !== 'all' || plan.plans.filter(isRange).length < 2) return plan
  const groups = new Map<string, Group>()
  const others: MatcherPlan[] = []
  for (const part of plan.plans) {
    if (!isRange(part)) {
      others.push(part)
      continue
    }
    const { condition } = part
    const key = keyOfPath(condition.path)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [condition])
    else group.push(condition)
  }
  const plans = [...others, ...Array.from(groups.values(), joinGroup)]
  const [first, second] = plans
  return first !== undefined && second === undefined ? first : { kind: 'all', plans }
}

const isRange = (plan: MatcherPlan): plan is MatcherPlan & { readonly kind: 'condition' } =>
  plan.kind === 'condition' && hasRange(plan.condition)

const joinGroup = (conditions: Group): MatcherPlan => {
  const [condition, another] = conditions
  return another === undefined ? { kind: 'condition', condition } : { kind: 'range', path: condition.path, conditions }
}
