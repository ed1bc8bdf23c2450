import { type Condition, keyOfPath } from '../../plan/index.ts'
import { exactValueOf } from '../exact-value.ts'
import { join, type MatcherPlan } from '../matcher-plan.ts'

/** Equalities of one field. */
interface Group {
  /** The first of them. */
  readonly condition: Condition
  readonly values: [unknown, ...unknown[]]
}

/** `a = x OR a = y` becomes one condition: the value is one of these. */
export function mergeEqualities(plan: MatcherPlan): MatcherPlan {
  if (plan.kind !== 'any') return plan
  const groups = new Map<string, Group>()
  const others: MatcherPlan[] = []
  for (const part of plan.plans) {
    const equality = equalityOf(part)
    if (equality === undefined) {
      others.push(part)
      continue
    }
    const { condition, value } = equality
    const key = keyOfPath(condition.path)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { condition, values: [value] })
    else group.values.push(value)
  }
  return join('any', [...others, ...Array.from(groups.values(), mergeGroup)])
}

function equalityOf(plan: MatcherPlan): { readonly condition: Condition; readonly value: unknown } | undefined {
  if (plan.kind !== 'condition' || plan.condition.path.repeated) return undefined
  const { condition } = plan
  const value = exactValueOf(condition)
  return value === undefined ? undefined : { condition, value }
}

const mergeGroup = ({ condition, values }: Group): MatcherPlan =>
  values.length === 1 ? { kind: 'condition', condition } : { kind: 'one of', path: condition.path, values }
