import type { Plan, PlannedTest } from './plan.ts'
import type { ValueTest } from './questions.ts'

/** Alternatives, where those that ask one field for one string each become a single question: is it one of them? */
export function mergeEqualities(plans: readonly Plan[]): readonly Plan[] {
  const groups = new Map<string, PlannedTest[]>()
  const merged: Plan[] = []
  for (const plan of plans) {
    if (plan.kind !== 'test' || plan.question.equals === undefined) {
      merged.push(plan)
      continue
    }
    const name = JSON.stringify(plan.path.steps)
    const group = groups.get(name) ?? []
    groups.set(name, group)
    group.push(plan)
  }
  return [...merged, ...[...groups.values()].flatMap((group) => mergeGroup(group))]
}

function mergeGroup(group: readonly PlannedTest[]): readonly PlannedTest[] {
  const [first, ...others] = group
  if (first === undefined || others.length === 0) return group
  const { path } = first.question
  const holds = isOneOf(group.flatMap(({ question }) => question.equals ?? []))
  return [{ ...first, question: { path, holds, underUnset: false } }]
}

function isOneOf(texts: readonly string[]): ValueTest {
  const [a, b, c, ...others] = texts
  if (others.length === 0)
    return c === undefined
      ? (value) => value === a || value === b
      : (value) => value === a || value === b || value === c
  const set = new Set<unknown>(texts)
  return (value) => set.has(value)
}
