import type { Condition, Plan } from '../plan/index.ts'
import type { Path } from '../schema/index.ts'

/** A plan as the rewrites leave it: besides conditions there are forms that several conditions together have. */
export type MatcherPlan =
  | { readonly kind: 'all'; readonly plans: readonly MatcherPlan[] }
  | { readonly kind: 'any'; readonly plans: readonly MatcherPlan[] }
  | { readonly kind: 'not'; readonly plan: MatcherPlan }
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** One value at the path is identical to one of these. */
  | { readonly kind: 'one of'; readonly path: Path; readonly values: readonly unknown[] }

/** A change of a plan that keeps every verdict. It is applied to each node, from the leaves upwards. */
export type Rewrite = (plan: MatcherPlan) => MatcherPlan

/** Applies rewrites, one after the other, to every node of a plan. */
export function rewritePlan(plan: Plan, rewrites: readonly Rewrite[]): MatcherPlan {
  return rewrites.reduce<MatcherPlan>(applyTo, plan)
}

function applyTo(plan: MatcherPlan, rewrite: Rewrite): MatcherPlan {
  switch (plan.kind) {
    case 'all':
    case 'any':
      return rewrite({ kind: plan.kind, plans: plan.plans.map((part) => applyTo(part, rewrite)) })
    case 'not':
      return rewrite({ kind: 'not', plan: applyTo(plan.plan, rewrite) })
    case 'condition':
    case 'one of':
      return rewrite(plan)
  }
}
