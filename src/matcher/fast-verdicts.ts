import { isSetBeyondDefault, presenceOf, type ValueVerdict, verdictOf } from '../evaluate/index.ts'
import type { Condition, TestOf } from '../plan/index.ts'
import { isSingle } from '../schema/index.ts'
import { scalarTypes } from '../types/index.ts'
import { compileWildcard, createSearch } from '../values/index.ts'
import { identicalTo } from './exact-value.ts'
import type { FieldPlan } from './matcher-plan.ts'
import { compareRanks, rangeOf } from './rank-range.ts'

/** Whether the verdict on the value of a field differs from that on an unset one. */
export function differenceOfPlan(plan: FieldPlan): ValueVerdict {
  switch (plan.kind) {
    case 'condition':
      return differenceOf(plan.condition)
    case 'one of':
      return isOneOf(plan.values)
    case 'range':
      return isInAll(plan)
  }
}

/** Few texts are compared one by one; a set would compute the hash of each value. */
function isOneOf(values: readonly unknown[]): ValueVerdict {
  const [first, second] = values
  if (values.length === 2) return (json) => json === first || json === second
  if (values.length <= 8) return (json) => values.includes(json)
  const set = new Set(values)
  return (json) => set.has(json)
}

/** A value that is in the range that several comparisons have in common. */
function isInAll({ range, conditions }: FieldPlan & { readonly kind: 'range' }): ValueVerdict {
  const verdicts = conditions.map(verdictOf)
  return compareRanks(range, (json) => verdicts.every((verdict) => verdict(json)))
}

/**
 * Whether the verdict of a condition on a value differs from that on an unset one. The same as by `verdictOf`, for the forms
 * of values that the API sends, without allocating.
 */
export function differenceOf(condition: Condition): ValueVerdict {
  const { isNegated, whenUnset } = condition
  if (isNegated === whenUnset) return passOf({ ...condition, isNegated: false, whenUnset: false })
  if (isNegated) return negationOf(condition)
  const passes = passOf(condition)
  return (json) => !passes(json)
}

/** The verdict of a condition that is not negated. */
function passOf(condition: Condition): ValueVerdict {
  const { test } = condition
  switch (test.op) {
    case 'equals':
    case 'order':
      return judgeByRank(condition)
    case 'contains': {
      const find = createSearch(test.text)
      return (json) => typeof json === 'string' && find(json, 0) >= 0
    }
    case 'wildcard':
      return compileWildcard(test.parts)
    case 'pattern': {
      const { patternText } = scalarTypes[test.type]
      const { test: matches } = test.pattern
      return (json) => {
        const text = patternText?.(json)
        return text !== undefined && matches(text)
      }
    }
    case 'present':
      return judgePresence(test)
  }
}

/** The verdict of a condition that is negated, and false on an unset value. */
function negationOf(condition: Condition): ValueVerdict {
  const { test } = condition
  const identical = test.op === 'equals' ? identicalTo(test) : undefined
  if (identical === undefined) return judgeByRank(condition)
  const type = typeof identical
  return (json) => json !== identical && typeof json === type
}

function judgeByRank(condition: Condition): ValueVerdict {
  const range = rangeOf(condition)
  const thorough = verdictOf(condition)
  return range === undefined ? thorough : compareRanks(range, thorough, condition.isNegated)
}

function judgePresence({ field, countsDefault }: TestOf<'present'>): ValueVerdict {
  if (field.type === 'string') {
    return countsDefault ? (json) => typeof json === 'string' : (json) => typeof json === 'string' && json !== ''
  }
  return countsDefault || !isSingle(field) ? presenceOf(field) : isSetBeyondDefault(field.type)
}
