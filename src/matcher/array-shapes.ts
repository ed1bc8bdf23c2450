import type { ResourceTest, ValueVerdict } from '../evaluate/index.ts'
import type { Step } from '../schema/index.ts'
import { accessorOf, owns } from './accessors.ts'
import { verdictOfPlan } from './fast-verdicts.ts'
import { type FieldPlan, pathOf } from './matcher-plan.ts'
import { plainTestOf } from './plain-test.ts'

/*
 * Whether some value at a path through arrays passes, in one shape for each kind of step. Elements that are null or absent
 * are passed over; whose a property is, is checked where a value passes. Where reading throws, the plain evaluator judges.
 */

export function arrayTest(plan: FieldPlan): ResourceTest {
  if (plan.kind === 'condition' && plan.condition.isNegated) {
    const test = arrayTest({ kind: 'condition', condition: { ...plan.condition, isNegated: false } })
    return (resource) => !test(resource)
  }
  return someTest(pathOf(plan).steps, {
    verdict: verdictOfPlan(plan),
    leavesOwner: plan.leavesOwner === true,
    plain: plainTestOf(plan),
  })
}

interface Search {
  readonly verdict: ValueVerdict
  readonly leavesOwner: boolean
  /** What judges where reading throws. */
  readonly plain: ResourceTest
}

/** In an element: what throws there is left to the search around it. */
const throwAgain: ResourceTest = () => {
  throw new TypeError('an element cannot be read')
}

function someTest(steps: readonly Step[], search: Search): ResourceTest {
  const [first, second, third] = steps
  if (first === undefined) return search.verdict
  if (second !== undefined && third === undefined) {
    if (first.repeated && !second.repeated) return messages(first, second, search)
    if (!first.repeated && second.repeated) return elementsInside(first, second, search)
  }
  const passes = someTest(steps.slice(1), { ...search, leavesOwner: false, plain: throwAgain })
  return first.repeated ? elements(first, passes, search) : message(first, passes, search)
}

/** `licenses`; `networkInterfaces`, on the way to `networkInterfaces.accessConfigs` */
function elements({ name }: Step, passes: ValueVerdict, { plain, leavesOwner }: Search): ResourceTest {
  const get = accessorOf(name)
  return (resource) => {
    try {
      const elements = get(resource)
      if (!Array.isArray(elements)) return false
      const { length } = elements
      for (let at = 0; at < length; at++) {
        const element: unknown = elements[at]
        if (element !== null && element !== undefined && passes(element)) return leavesOwner || owns(resource, name)
      }
      return false
    } catch {
      return plain(resource)
    }
  }
}

/** `tags.items` */
function elementsInside(outer: Step, inner: Step, { verdict, plain, leavesOwner }: Search): ResourceTest {
  const getOuter = accessorOf(outer.name)
  const getInner = accessorOf(inner.name)
  return (resource) => {
    try {
      const parent = getOuter(resource)
      if (parent === undefined || parent === null) return false
      const elements = getInner(parent)
      if (!Array.isArray(elements)) return false
      const { length } = elements
      for (let at = 0; at < length; at++) {
        if (verdict(elements[at])) return owns(parent, inner.name) && (leavesOwner || owns(resource, outer.name))
      }
      return false
    } catch {
      return plain(resource)
    }
  }
}

/** `guestOsFeatures.type` */
function messages(outer: Step, inner: Step, { verdict, plain, leavesOwner }: Search): ResourceTest {
  const getOuter = accessorOf(outer.name)
  const getInner = accessorOf(inner.name)
  return (resource) => {
    try {
      const elements = getOuter(resource)
      if (!Array.isArray(elements)) return false
      const { length } = elements
      for (let at = 0; at < length; at++) {
        const element: unknown = elements[at]
        if (element === null || element === undefined) continue
        if (verdict(getInner(element)) && owns(element, inner.name)) return leavesOwner || owns(resource, outer.name)
      }
      return false
    } catch {
      return plain(resource)
    }
  }
}

/** A message on the way to an array: `shieldedInstanceInitialState.dbs.content` */
function message({ name }: Step, passes: ValueVerdict, { plain, leavesOwner }: Search): ResourceTest {
  const get = accessorOf(name)
  return (resource) => {
    try {
      const value = get(resource)
      return value !== undefined && value !== null && passes(value) && (leavesOwner || owns(resource, name))
    } catch {
      return plain(resource)
    }
  }
}
