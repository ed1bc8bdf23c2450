import { type Condition, keyOfPath } from '../../plan/index.ts'
import { exactValueOf } from '../exact-value.ts'
import type { MatcherPlan } from '../matcher-plan.ts'

/** Equalities of one field. */
interface Group {
  readonly values: unknown[]
  readonly conditions: [Condition, ...Condition[]]
}

/** `a = x OR a = y` becomes one condition: the value is one of these. */
export function mergeEqualities(plan: MatcherPlan): MatcherPlan {
  if (plan.kind !== 'any') return plan
  const groups = new Map<string, Group>()
  const others: MatcherPlan[] = []
  for (const part of plan.plans) {
    const exact = part.kind === 'condition' && !part.condition.path.repeated ? exactValueOf(part.condition) : undefined
    if (part.kind !== 'condition' || exact === undefined) {
      others.push(part)
      continue
    }
    const { condition } = part
    const key = keyOfPath(condition.path)
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, { values: [exact], conditions: [condition] })
      continue
    }
    group.values.push(exact)
    group.conditions.push(condition)
  }
  const plans = [...others, ...Array.from(groups.values(), mergeGroup)]
  const [first, second] = plans
  return first !== undefined && second === undefined ? first : { kind: 'any', plans }
}

function mergeGroup({ values, conditions }: Group): MatcherPlan {
  const [condition, another] = conditions
  if (another === undefined) return { kind: 'condition', condition }
  return { kind: 'one of', path: condition.path, values, conditions }
}
