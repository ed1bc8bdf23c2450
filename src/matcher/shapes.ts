import type { ResourceTest, ValueVerdict } from '../evaluate/index.ts'
import { identicalTo } from './exact-value.ts'
import { differenceOfPlan } from './fast-verdicts.ts'
import { knownProperties } from './known-properties.ts'
import { type FieldPlan, pathOf, unsetOf, verdictWithout } from './matcher-plan.ts'
import { plainTestOf } from './plain-test.ts'
import {
  type Answers,
  elementsTest,
  type ElementTest,
  equalTest,
  type TestsByName,
  valueTest,
} from './property-tests.ts'

/*
 * From a plan for one field to a test of a resource: one function for each step of the path, from the last to the first.
 *
 * A function inside tells whether the verdict differs from that on an unset value. Only then is it checked whose the
 * property is: the check is the most expensive step. Where reading throws, as on null or by a getter, the plain evaluator
 * judges. Each function catches that itself, since a function around it is one more call for each resource.
 */

export function fieldTest(plan: FieldPlan): ResourceTest {
  const { steps } = pathOf(plan)
  const last = steps.length - 1
  const plain = plainTestOf(plan)
  const no = verdictWithout(plan)
  return steps.reduceRight((differs, { name, repeated }, at) => {
    const isChecked = at > 0 || plan.leavesOwner !== true
    const own = isChecked ? name : undefined
    const answers = at === 0 ? { own, yes: !no, no, plain } : { own, yes: true, no: false, plain: throwAgain }
    if (at === last) return lastTest(plan, name, repeated, answers)
    if (repeated) return elementsAt(name, passing(differs), answers)
    return valueAt(name, at === last - 1 ? fromParent(plan, differs) : differs, answers)
  }, plain)
}

function lastTest(plan: FieldPlan, name: string, isArray: boolean, answers: Answers): ResourceTest {
  const value = valueSought(plan)
  if (value === undefined) {
    const differs = differenceOfPlan(plan)
    return isArray ? elementsAt(name, passing(differs), answers) : valueAt(name, differs, answers)
  }
  return isArray ? elementsAt(name, { value, passes: undefined }, answers) : equalAt(name, value, answers)
}

const passing = (passes: ValueVerdict): ElementTest => ({ value: undefined, passes })

/** For a function inside: the exception is left to the function around it. */
const throwAgain: ResourceTest = () => {
  throw new TypeError('a value inside cannot be read')
}

/** The one value for which the verdict differs from that on an unset one; undefined when it is not a single value. */
function valueSought(plan: FieldPlan): string | boolean | undefined {
  if (plan.kind !== 'condition' || plan.condition.test.op !== 'equals') return undefined
  const { test, isNegated, whenUnset } = plan.condition
  return isNegated === whenUnset ? identicalTo(test) : undefined
}

/** Whether the verdict differs from that under an unset parent. */
function fromParent(plan: FieldPlan, differs: ValueVerdict): ValueVerdict {
  const { whenUnset, whenParentUnset } = unsetOf(plan)
  if (whenUnset === whenParentUnset) return differs
  return (parent) => typeof parent === 'object' && !Array.isArray(parent) && !differs(parent)
}

/** What a table has for a name; undefined for any other. */
const rowOf = <Asked>(rows: TestsByName<Asked>, name: string) =>
  Object.hasOwn(rows, name) ? (rows[name] as ((asked: Asked, answers: Answers) => ResourceTest) | undefined) : undefined

const equalAt = (name: string, value: unknown, answers: Answers): ResourceTest =>
  rowOf(knownProperties.equal, name)?.(value, answers) ?? equalTest(name, value, answers)

const valueAt = (name: string, passes: ValueVerdict, answers: Answers): ResourceTest =>
  rowOf(knownProperties.value, name)?.(passes, answers) ?? valueTest(name, passes, answers)

const elementsAt = (name: string, element: ElementTest, answers: Answers): ResourceTest =>
  rowOf(knownProperties.elements, name)?.(element, answers) ?? elementsTest(name, element, answers)
