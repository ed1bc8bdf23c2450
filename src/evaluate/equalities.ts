import type { Plan, PlannedTest } from './plan.ts'
import type { ValueTest } from './questions.ts'

/** Equalities with one field: the first of them, and the texts of all. */
interface Group {
  readonly test: PlannedTest
  readonly texts: string[]
}

/** Merges the alternatives that test one field for equality with a text into a single test: is it one of them? */
export function mergeEqualities(plans: readonly Plan[]): readonly Plan[] {
  const groups = new Map<string, Group>()
  const others: Plan[] = []
  for (const plan of plans) {
    const text = plan.kind === 'test' ? plan.question.equals : undefined
    if (plan.kind !== 'test' || text === undefined) {
      others.push(plan)
      continue
    }
    const name = JSON.stringify(plan.path.steps)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { test: plan, texts: [text] })
    else group.texts.push(text)
  }
  return [...others, ...Array.from(groups.values(), mergeGroup)]
}

function mergeGroup({ test, texts }: Group): PlannedTest {
  if (texts.length === 1) return test
  const { path } = test.question
  return { ...test, question: { path, holds: isOneOf(texts), underUnset: false } }
}

/** Up to three texts are compared one by one, which is faster than a set. */
function isOneOf(texts: readonly string[]): ValueTest {
  const [a, b, c] = texts
  if (texts.length === 2) return (value) => value === a || value === b
  if (texts.length === 3) return (value) => value === a || value === b || value === c
  const set = new Set<unknown>(texts)
  return (value) => set.has(value)
}
