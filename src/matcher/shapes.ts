import type { ResourceTest, ValueVerdict } from '../evaluate/index.ts'
import type { Step } from '../schema/index.ts'
import { accessorOf, isJsonObject, owns } from './accessors.ts'
import { arrayTest } from './array-shapes.ts'
import { exactFields } from './exact-fields.ts'
import { type Exact, exactOf } from './exact-value.ts'
import { type RankRange, rangeOfPlan, verdictOfPlan } from './fast-verdicts.ts'
import { type FieldPlan, pathOf, type Unset, unsetOf } from './matcher-plan.ts'
import { plainTestOf } from './plain-test.ts'

/*
 * From a verdict on a value to a test of a resource, in one shape for each depth of path.
 *
 * Whether a property is the resource's own is checked last, and only if the result differs from that for an unset value:
 * the check is the most expensive step. Where reading throws, as on null or by a getter, the plain evaluator judges. Each
 * shape catches that itself, since a function around it is one more call for each resource.
 */

export function fieldTest(plan: FieldPlan): ResourceTest {
  const { steps, repeated } = pathOf(plan)
  if (repeated) return arrayTest(plan)
  const [first, second, third] = steps
  const plain = plainTestOf(plan)
  if (first === undefined || third !== undefined) return plain
  const fieldOf: FieldOf = { plan, plain, unset: unsetOf(plan), leavesOwner: plan.leavesOwner === true }
  const exact = plan.kind === 'condition' ? exactOf(plan.condition) : undefined
  if (exact !== undefined) {
    return second === undefined ? exactField(first, exact, fieldOf) : exactFieldInside(first, second, exact, fieldOf)
  }
  const verdict = verdictOfPlan(plan)
  const range = second === undefined ? rangeOfPlan(plan) : undefined
  if (range !== undefined) return fieldInRange(first, range, verdict, fieldOf)
  return second === undefined ? field(first, verdict, fieldOf) : fieldInside(first, second, verdict, fieldOf)
}

interface FieldOf {
  readonly plan: FieldPlan
  readonly plain: ResourceTest
  readonly unset: Unset
  readonly leavesOwner: boolean
}

/** `status = READY` */
function exactField({ name }: Step, { value, isNegated }: Exact, { plain, leavesOwner }: FieldOf): ResourceTest {
  const known = isNegated || !Object.hasOwn(exactFields, name) ? undefined : exactFields[name]
  if (known !== undefined) return known(value, leavesOwner, plain)
  const get = accessorOf(name)
  return (resource) => {
    try {
      return (get(resource) === value && (leavesOwner || owns(resource, name))) !== isNegated
    } catch {
      return plain(resource)
    }
  }
}

/** `labels.env = prod` */
function exactFieldInside(
  outer: Step,
  inner: Step,
  { value, isNegated }: Exact,
  { plain, leavesOwner }: FieldOf,
): ResourceTest {
  const getOuter = accessorOf(outer.name)
  const getInner = accessorOf(inner.name)
  return (resource) => {
    try {
      const parent = getOuter(resource)
      if (parent === undefined || parent === null) return isNegated
      const isMet =
        getInner(parent) === value && owns(parent, inner.name) && (leavesOwner || owns(resource, outer.name))
      return isMet !== isNegated
    } catch {
      return plain(resource)
    }
  }
}

/** `name` */
function field({ name }: Step, verdict: ValueVerdict, { plain, unset, leavesOwner }: FieldOf): ResourceTest {
  const get = accessorOf(name)
  const { whenUnset } = unset
  return (resource) => {
    try {
      const value = get(resource)
      if (value === undefined) return whenUnset
      const answer = verdict(value)
      return answer === whenUnset || leavesOwner || owns(resource, name) ? answer : whenUnset
    } catch {
      return plain(resource)
    }
  }
}

/** `diskSizeGb > 50` */
function fieldInRange(
  { name }: Step,
  { first, last, rankOfJson }: RankRange,
  verdict: ValueVerdict,
  { plain, leavesOwner }: FieldOf,
): ResourceTest {
  const get = accessorOf(name)
  return (resource) => {
    try {
      const value = get(resource)
      const rank = rankOfJson(value)
      return (rank === rank ? rank >= first && rank <= last : verdict(value)) && (leavesOwner || owns(resource, name))
    } catch {
      return plain(resource)
    }
  }
}

/** `labels.env`, `deprecated.state` */
function fieldInside(
  outer: Step,
  inner: Step,
  verdict: ValueVerdict,
  { plain, unset, leavesOwner }: FieldOf,
): ResourceTest {
  const getOuter = accessorOf(outer.name)
  const getInner = accessorOf(inner.name)
  const { whenUnset, whenParentUnset } = unset
  const isIndifferent = whenParentUnset === whenUnset
  return (resource) => {
    try {
      const parent = getOuter(resource)
      if (parent === undefined || parent === null) return whenParentUnset
      const value = getInner(parent)
      const answer = value === undefined ? whenUnset : verdict(value)
      if (isIndifferent && answer === whenUnset) return answer
      if (!isJsonObject(parent) || !(leavesOwner || owns(resource, outer.name))) return whenParentUnset
      return answer === whenUnset || owns(parent, inner.name) ? answer : whenUnset
    } catch {
      return plain(resource)
    }
  }
}
