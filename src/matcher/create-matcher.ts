import type { ResourceTest } from '../evaluate/index.ts'
import type { Plan } from '../plan/index.ts'
import { owns } from './accessors.ts'
import { allOf, anyOf } from './logic.ts'
import { type MatcherPlan, type Rewrite, rewritePlan } from './matcher-plan.ts'
import { rewrites } from './rewrites/index.ts'
import { fieldTest } from './shapes.ts'

/**
 * The predicate of a plan. If reading a property throws (the resource is not an object, or a getter throws), the plain
 * evaluator judges the condition. So the predicate never throws.
 *
 * @param applied the rewrites to apply; all by default
 */
export function createMatcher(plan: Plan, applied: readonly Rewrite[] = Object.values(rewrites)): ResourceTest {
  return testOf(rewritePlan(plan, applied))
}

/** Two-valued logic: `not` is the complement (SEMANTICS.md section 6, rule 1). */
function testOf(plan: MatcherPlan): ResourceTest {
  switch (plan.kind) {
    case 'condition':
    case 'one of':
    case 'range':
      return fieldTest(plan)
    case 'owner':
      return ownerTest(plan.names)
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

const ownerTest =
  (names: readonly string[]): ResourceTest =>
  (resource) => {
    try {
      for (const name of names) if (!owns(resource, name)) return false
      return true
    } catch {
      return false
    }
  }
