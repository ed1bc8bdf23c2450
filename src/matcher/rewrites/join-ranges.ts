import { type Condition, keyOfPath } from '../../plan/index.ts'
import { join, type MatcherPlan } from '../matcher-plan.ts'
import { intersect, type RankRange, rangeOf } from '../rank-range.ts'

/** Comparisons of one field. */
interface Group {
  range: RankRange
  readonly conditions: [Condition, ...Condition[]]
}

/** `a >= x AND a < y` becomes one range: the field is read once, and its rank is found once. */
export function joinRanges(plan: MatcherPlan): MatcherPlan {
  if (plan.kind !== 'all') return plan
  const groups = new Map<string, Group>()
  const others: MatcherPlan[] = []
  for (const part of plan.plans) {
    const comparison = comparisonOf(part)
    if (comparison === undefined) {
      others.push(part)
      continue
    }
    const { condition, range } = comparison
    const key = keyOfPath(condition.path)
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, { range, conditions: [condition] })
      continue
    }
    group.range = intersect(group.range, range)
    group.conditions.push(condition)
  }
  if (others.length + groups.size === plan.plans.length) return plan
  return join('all', [...others, ...Array.from(groups.values(), joinGroup)])
}

function comparisonOf(plan: MatcherPlan): { readonly condition: Condition; readonly range: RankRange } | undefined {
  if (plan.kind !== 'condition') return undefined
  const { condition } = plan
  const range = condition.test.op === 'order' && !condition.isNegated ? rangeOf(condition) : undefined
  return range && { condition, range }
}

function joinGroup({ range, conditions }: Group): MatcherPlan {
  const [condition, another] = conditions
  return another === undefined
    ? { kind: 'condition', condition }
    : { kind: 'range', path: condition.path, range, conditions }
}
