import { type AccessTo, fastAccess, safeAccess } from './accessors.ts'
import { compileQuestion } from './asking.ts'
import { mergeEqualities } from './equalities.ts'
import type { Plan } from './plan.ts'
import type { ResourceTest } from './questions.ts'

/**
 * The predicate of a plan. A resource is read by fast access; if that throws (it is not an object, or a getter throws), it is
 * read again by safe access. So the predicate never throws.
 */
export function compilePlan(plan: Plan): ResourceTest {
  const fast = compileWith(plan, fastAccess)
  let safe: ResourceTest | undefined
  return (resource) => {
    try {
      return fast(resource)
    } catch {
      safe ??= compileWith(plan, safeAccess)
      return safe(resource)
    }
  }
}

/** Two-valued logic: `not` is the complement (SEMANTICS.md section 6, rule 1). */
function compileWith(plan: Plan, accessTo: AccessTo): ResourceTest {
  switch (plan.kind) {
    case 'test':
      return compileQuestion(plan.question, accessTo)
    case 'not': {
      const test = compileWith(plan.plan, accessTo)
      return (resource) => !test(resource)
    }
    case 'all':
      return allOf(cheapestFirst(plan.plans).map((part) => compileWith(part, accessTo)))
    case 'any':
      return anyOf(cheapestFirst(mergeEqualities(plan.plans)).map((part) => compileWith(part, accessTo)))
  }
}

/** Tests have no effects and always answer, so their order changes nothing but the time. */
const cheapestFirst = (plans: readonly Plan[]): readonly Plan[] => plans.toSorted((a, b) => costOf(a) - costOf(b))

/** Roughly, in the price of comparing a field with a string. */
function costOf(plan: Plan): number {
  switch (plan.kind) {
    case 'test': {
      const { field, steps, repeated } = plan.path
      const comparison = plan.longestText !== undefined ? 3 : field.type === 'timestamp' ? 2 : 1
      return comparison + steps.length + (repeated ? 3 : 0)
    }
    case 'not':
      return costOf(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.reduce((sum, part) => sum + costOf(part), 0)
  }
}

function allOf(tests: readonly ResourceTest[]): ResourceTest {
  const [first, second, third, ...others] = tests
  if (first === undefined) return () => true
  if (second === undefined) return first
  if (third === undefined) return (resource) => first(resource) && second(resource)
  if (tests.length > 8) return (resource) => tests.every((test) => test(resource))
  const rest = allOf([third, ...others])
  return (resource) => first(resource) && second(resource) && rest(resource)
}

function anyOf(tests: readonly ResourceTest[]): ResourceTest {
  const [first, second, third, ...others] = tests
  if (first === undefined) return () => false
  if (second === undefined) return first
  if (third === undefined) return (resource) => first(resource) || second(resource)
  if (tests.length > 8) return (resource) => tests.some((test) => test(resource))
  const rest = anyOf([third, ...others])
  return (resource) => first(resource) || second(resource) || rest(resource)
}
