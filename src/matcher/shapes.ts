import type { ResourceTest, ValueVerdict } from '../evaluate/index.ts'
import { someValueAt } from '../evaluate/index.ts'
import type { Condition } from '../plan/index.ts'
import type { Path, Step } from '../schema/index.ts'
import { isObject, ownValue } from '../values/index.ts'
import { access } from './accessors.ts'
import { exactValueOf } from './exact-value.ts'
import { fastVerdictOf } from './fast-verdicts.ts'

/*
 * From a verdict on a value to a test of a resource, in one shape for each depth of path.
 *
 * Whether a property is the resource's own is checked last, and only if the result differs from that for an unset value:
 * the check is the most expensive step. A test may throw: on null, and where a getter throws.
 */

export function conditionTest(condition: Condition): ResourceTest {
  const { path, isNegated } = condition
  const exact = path.repeated ? undefined : exactValueOf(condition)
  if (exact !== undefined) {
    const [first, second, third] = path.steps
    if (first !== undefined && third === undefined) {
      return second === undefined ? exactField(first, exact) : exactFieldInside(first, second, exact)
    }
  }
  return valueTest(path, condition, fastVerdictOf(condition), isNegated)
}

/** Whether the value at a path is met by a verdict. On a path through arrays: whether some value is, or with `isNegated` none. */
export function valueTest(path: Path, unset: Unset, verdict: ValueVerdict, isNegated = false): ResourceTest {
  if (!path.repeated) return singleTest(path.steps, unset, verdict)
  const test = someTest(path.steps, verdict)
  return isNegated ? (resource) => !test(resource) : test
}

/** The verdicts where there is no value. */
export type Unset = Pick<Condition, 'whenUnset' | 'whenParentUnset'>

function singleTest(steps: readonly Step[], unset: Unset, verdict: ValueVerdict): ResourceTest {
  const [first, second, third] = steps
  if (first === undefined || third !== undefined) return deepField(steps, unset, verdict)
  return second === undefined ? field(first, unset, verdict) : fieldInside(first, second, unset, verdict)
}

function someTest(steps: readonly Step[], verdict: ValueVerdict): ResourceTest {
  const [first, second, third] = steps
  if (first?.repeated && second === undefined) return elements(first, verdict)
  if (first?.repeated && second?.repeated === false && third === undefined) return messages(first, second, verdict)
  // Any depth, with arrays on the way.
  return (resource) => someValueAt(resource, steps, verdict)
}

/** `status = READY` */
function exactField({ name }: Step, value: unknown): ResourceTest {
  const { get, isOwn } = access(name)
  return (resource) => get(resource) === value && isOwn(resource)
}

/** `labels.env = prod` */
function exactFieldInside(outer: Step, inner: Step, value: unknown): ResourceTest {
  const { get: getOuter, isOwn: ownsOuter } = access(outer.name)
  const { get: getInner, isOwn: ownsInner } = access(inner.name)
  return (resource) => {
    const parent = getOuter(resource)
    if (parent === undefined || parent === null) return false
    return getInner(parent) === value && isObject(parent) && ownsInner(parent) && ownsOuter(resource)
  }
}

/** `name` */
function field({ name }: Step, { whenUnset }: Unset, verdict: ValueVerdict): ResourceTest {
  const { get, isOwn } = access(name)
  return (resource) => {
    const answer = verdict(get(resource))
    return answer === whenUnset || isOwn(resource) ? answer : whenUnset
  }
}

/** `labels.env`, `deprecated.state` */
function fieldInside(
  outer: Step,
  inner: Step,
  { whenUnset, whenParentUnset }: Unset,
  verdict: ValueVerdict,
): ResourceTest {
  const { get: getOuter, isOwn: ownsOuter } = access(outer.name)
  const { get: getInner, isOwn: ownsInner } = access(inner.name)
  const isIndifferent = whenParentUnset === whenUnset
  return (resource) => {
    const parent = getOuter(resource)
    if (parent === undefined || parent === null) return whenParentUnset
    const answer = verdict(getInner(parent))
    if (isIndifferent && answer === whenUnset) return answer
    if (!isObject(parent) || !ownsOuter(resource)) return whenParentUnset
    return answer === whenUnset || ownsInner(parent) ? answer : whenUnset
  }
}

/** Any depth, no arrays: `shieldedInstanceInitialState.pk.content` */
function deepField(steps: readonly Step[], { whenParentUnset }: Unset, verdict: ValueVerdict): ResourceTest {
  const parents = steps.slice(0, -1)
  const last = steps.at(-1)?.name ?? ''
  return (resource) => {
    let parent = resource
    for (const { name } of parents) {
      parent = ownValue(parent, name)
      if (!isObject(parent)) return whenParentUnset
    }
    return verdict(ownValue(parent, last))
  }
}

/** `licenses` */
function elements({ name }: Step, verdict: ValueVerdict): ResourceTest {
  const { get, isOwn } = access(name)
  return (resource) => {
    const elements = get(resource)
    if (!Array.isArray(elements)) return false
    const { length } = elements
    for (let at = 0; at < length; at++) {
      if (verdict(elements[at])) return isOwn(resource)
    }
    return false
  }
}

/** `guestOsFeatures.type` */
function messages(outer: Step, inner: Step, verdict: ValueVerdict): ResourceTest {
  const { get: getOuter, isOwn: ownsOuter } = access(outer.name)
  const { get: getInner, isOwn: ownsInner } = access(inner.name)
  return (resource) => {
    const elements = getOuter(resource)
    if (!Array.isArray(elements)) return false
    const { length } = elements
    for (let at = 0; at < length; at++) {
      const element: unknown = elements[at]
      if (element === null || element === undefined) continue
      if (verdict(getInner(element)) && ownsInner(element)) return ownsOuter(resource)
    }
    return false
  }
}
