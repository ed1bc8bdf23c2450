import { evaluatorOf, type ResourceTest } from '../evaluate/index.ts'
import type { Plan } from '../plan/index.ts'
import { type MatcherPlan, type Rewrite, rewritePlan } from './matcher-plan.ts'
import { rewrites } from './rewrites/index.ts'
import { conditionTest, valueTest } from './shapes.ts'

const allRewrites: readonly Rewrite[] = Object.values(rewrites)

/**
 * The predicate of a plan. If reading a resource throws (it is not an object, or a getter throws), the plain evaluator
 * judges it. So the predicate never throws.
 *
 * @param applied the rewrites to apply; all by default
 */
export function createMatcher(plan: Plan, applied: readonly Rewrite[] = allRewrites): ResourceTest {
  const fast = testOf(rewritePlan(plan, applied))
  let plain: ResourceTest | undefined
  return (resource) => {
    try {
      return fast(resource)
    } catch {
      plain ??= evaluatorOf(plan)
      return plain(resource)
    }
  }
}

/** Two-valued logic: `not` is the complement (SEMANTICS.md section 6, rule 1). */
function testOf(plan: MatcherPlan): ResourceTest {
  switch (plan.kind) {
    case 'condition':
      return conditionTest(plan.condition)
    case 'one of': {
      const values = new Set(plan.values)
      return valueTest(plan.path, neverUnset, (json) => values.has(json))
    }
    case 'not': {
      const test = testOf(plan.plan)
      return (resource) => !test(resource)
    }
    case 'all':
      return allOf(plan.plans.map(testOf))
    case 'any':
      return anyOf(plan.plans.map(testOf))
  }
}

const neverUnset = { whenUnset: false, whenParentUnset: false }

/* Two and three tests are called without a loop. */

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
