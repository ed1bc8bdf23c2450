import type { Condition, Plan } from '../plan/index.ts'
import type { Path } from '../schema/index.ts'
import type { RankRange } from './rank-range.ts'

/** A plan as the rewrites leave it: besides conditions there are forms that several conditions together have. */
export type MatcherPlan =
  | { readonly kind: 'all'; readonly plans: readonly MatcherPlan[] }
  | { readonly kind: 'any'; readonly plans: readonly MatcherPlan[] }
  | { readonly kind: 'not'; readonly plan: MatcherPlan }
  | FieldPlan
  /** The resource owns the properties of these names. */
  | { readonly kind: 'owner'; readonly names: readonly string[] }

/** What is asked of one field. */
export type FieldPlan = (
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** The value at a path without arrays is identical to one of these. */
  | { readonly kind: 'one of'; readonly path: Path; readonly values: readonly unknown[] }
  /** The value at a path without arrays meets these comparisons of order, which have this range in common. */
  | {
      readonly kind: 'range'
      readonly path: Path
      readonly range: RankRange
      readonly conditions: readonly Condition[]
    }
) & {
  /** Whether the resource owns the first property of the path is left to an `owner` beside it. */
  readonly leavesOwner?: boolean
}

/** A change of a plan that keeps every verdict. The parts of the plan have been rewritten before. */
export type Rewrite = (plan: MatcherPlan) => MatcherPlan

/** Applies rewrites, one after the other, to every node of a plan, from the leaves upwards. */
export function rewritePlan(plan: Plan, rewrites: readonly Rewrite[]): MatcherPlan {
  const rewrite = (node: MatcherPlan): MatcherPlan => rewrites.reduce((found, apply) => apply(found), node)
  switch (plan.kind) {
    case 'all':
    case 'any':
      return rewrite({ kind: plan.kind, plans: plan.plans.map((part) => rewritePlan(part, rewrites)) })
    case 'not':
      return rewrite({ kind: 'not', plan: rewritePlan(plan.plan, rewrites) })
    case 'condition':
      return rewrite(plan)
  }
}

/** Parts joined by a logic. One part needs none. */
export function join(kind: 'all' | 'any', plans: readonly MatcherPlan[]): MatcherPlan {
  const [only] = plans.length === 1 ? plans : []
  return only ?? { kind, plans }
}

export const pathOf = (plan: FieldPlan): Path => (plan.kind === 'condition' ? plan.condition.path : plan.path)

/** The verdicts where there is no value. */
export type Unset = Pick<Condition, 'whenUnset' | 'whenParentUnset'>

const neverUnset: Unset = { whenUnset: false, whenParentUnset: false }

export const unsetOf = (plan: FieldPlan): Unset => (plan.kind === 'condition' ? plan.condition : neverUnset)

/** The verdict on a resource without the first property of the path. */
export function verdictWithout(plan: FieldPlan): boolean {
  const { whenUnset, whenParentUnset } = unsetOf(plan)
  return pathOf(plan).steps.length === 1 ? whenUnset : whenParentUnset
}
