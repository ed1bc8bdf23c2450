import type { Path } from '../../schema/index.ts'
import { exactValueOf } from '../exact-value.ts'
import type { MatcherPlan } from '../matcher-plan.ts'

/** Equalities of one field. */
interface Group {
  readonly path: Path
  readonly values: unknown[]
  readonly first: MatcherPlan
}

/** `a = x OR a = y` becomes one question to a set: is the value one of these? */
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
    const { path } = part.condition
    const name = JSON.stringify(path.steps)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { path, values: [exact], first: part })
    else group.values.push(exact)
  }
  return { kind: 'any', plans: [...others, ...Array.from(groups.values(), mergeGroup)] }
}

const mergeGroup = ({ path, values, first }: Group): MatcherPlan =>
  values.length === 1 ? first : { kind: 'one of', path, values }
