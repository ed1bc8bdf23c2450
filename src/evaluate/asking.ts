import type { Step } from '../schema/index.ts'
import { copyArray, isObject, ownValue } from '../values/index.ts'
import type { AccessTo } from './accessors.ts'
import type { Question, ResourceTest, ValueTest } from './questions.ts'

/*
 * From a question about a value to a test of a resource, in one shape for each depth of path.
 *
 * Whether a property is the resource's own is checked last, and only if the result differs from that for an unset value:
 * the check is the most expensive step.
 */

export function compileQuestion(question: Question, accessTo: AccessTo): ResourceTest {
  const test = compileTest(question, accessTo)
  return question.ofNone ? (resource) => !test(resource) : test
}

function compileTest(question: Question, accessTo: AccessTo): ResourceTest {
  const { path, holds, underUnset, equals } = question
  const [first, second, ...others] = path.steps
  if (first === undefined) return () => false
  if (equals !== undefined && others.length === 0 && !path.repeated) {
    return second === undefined ? askText(first, equals, accessTo) : askTextInside(first, second, equals, accessTo)
  }
  if (second === undefined)
    return first.repeated ? askElements(first, holds, accessTo) : askField(first, holds, accessTo)
  if (others.length > 0) return path.repeated ? askAnywhere(path.steps, holds) : askDeep(path.steps, holds, underUnset)
  if (first.repeated && !second.repeated) return askMessages(first, second, holds, accessTo)
  return path.repeated ? askAnywhere(path.steps, holds) : askInside(first, second, { holds, underUnset }, accessTo)
}

/** `status = READY` */
function askText({ name }: Step, text: string, accessTo: AccessTo): ResourceTest {
  const { get, isOwn } = accessTo(name)
  return (resource) => get(resource) === text && isOwn(resource)
}

/** `labels.env = prod` */
function askTextInside(outer: Step, inner: Step, text: string, accessTo: AccessTo): ResourceTest {
  const { get: getOuter, isOwn: ownsOuter } = accessTo(outer.name)
  const { get: getInner, isOwn: ownsInner } = accessTo(inner.name)
  return (resource) => {
    const parent = getOuter(resource)
    if (parent === undefined || parent === null) return false
    return getInner(parent) === text && isObject(parent) && ownsInner(parent) && ownsOuter(resource)
  }
}

/** `name` */
function askField({ name }: Step, holds: ValueTest, accessTo: AccessTo): ResourceTest {
  const { get, isOwn } = accessTo(name)
  const whenUnset = holds(undefined)
  return (resource) => {
    const answer = holds(get(resource))
    return answer === whenUnset || isOwn(resource) ? answer : whenUnset
  }
}

/** `labels.env`, `deprecated.state` */
function askInside(
  outer: Step,
  inner: Step,
  { holds, underUnset }: Pick<Question, 'holds' | 'underUnset'>,
  accessTo: AccessTo,
): ResourceTest {
  const { get: getOuter, isOwn: ownsOuter } = accessTo(outer.name)
  const { get: getInner, isOwn: ownsInner } = accessTo(inner.name)
  const whenUnset = holds(undefined)
  const isIndifferent = underUnset === whenUnset
  return (resource) => {
    const parent = getOuter(resource)
    if (parent === undefined || parent === null) return underUnset
    const answer = holds(getInner(parent))
    if (isIndifferent && answer === whenUnset) return answer
    if (!isObject(parent) || !ownsOuter(resource)) return underUnset
    return answer === whenUnset || ownsInner(parent) ? answer : whenUnset
  }
}

/** Any depth, no arrays: `shieldedInstanceInitialState.pk.content` */
function askDeep(steps: readonly Step[], holds: ValueTest, underUnset: boolean): ResourceTest {
  const parents = steps.slice(0, -1)
  const last = steps.at(-1)?.name ?? ''
  return (resource) => {
    let parent = resource
    for (const { name } of parents) {
      parent = ownValue(parent, name)
      if (!isObject(parent)) return underUnset
    }
    return holds(ownValue(parent, last))
  }
}

/** `licenses` */
function askElements({ name }: Step, holds: ValueTest, accessTo: AccessTo): ResourceTest {
  const { get, isOwn } = accessTo(name)
  return (resource) => {
    const elements = get(resource)
    if (!Array.isArray(elements)) return false
    const { length } = elements
    for (let at = 0; at < length; at++) {
      if (holds(elements[at])) return isOwn(resource)
    }
    return false
  }
}

/** `guestOsFeatures.type` */
function askMessages(outer: Step, inner: Step, holds: ValueTest, accessTo: AccessTo): ResourceTest {
  const { get: getOuter, isOwn: ownsOuter } = accessTo(outer.name)
  const { get: getInner, isOwn: ownsInner } = accessTo(inner.name)
  return (resource) => {
    const elements = getOuter(resource)
    if (!Array.isArray(elements)) return false
    const { length } = elements
    for (let at = 0; at < length; at++) {
      const element: unknown = elements[at]
      if (element === null || element === undefined) continue
      if (holds(getInner(element)) && ownsInner(element)) return ownsOuter(resource)
    }
    return false
  }
}

/** Any depth, with arrays on the way. */
function askAnywhere(steps: readonly Step[], holds: ValueTest): ResourceTest {
  return (resource) => reaches(resource, steps, 0, holds)
}

function reaches(value: unknown, steps: readonly Step[], at: number, holds: ValueTest): boolean {
  const step = steps[at]
  if (step === undefined) return holds(value)
  const next = ownValue(value, step.name)
  if (next === undefined) return false
  if (!step.repeated) return reaches(next, steps, at + 1, holds)
  return copyArray(next)?.some((element) => element != null && reaches(element, steps, at + 1, holds)) === true
}

/** All values at a path, for showing; none when it is unset. */
export function valuesAt(steps: readonly Step[], resource: unknown): readonly unknown[] {
  const values: unknown[] = []
  reaches(resource, steps, 0, (value) => {
    values.push(value)
    return false
  })
  return values
}
