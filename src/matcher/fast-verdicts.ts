import { isSetBeyondDefault, type ValueVerdict, verdictOf } from '../evaluate/index.ts'
import type { Condition, OrderComparator } from '../plan/index.ts'
import { isSingle } from '../schema/index.ts'
import { scalarTypes, type ScalarValues, type TypedValue } from '../types/index.ts'
import { compileWildcard, createSearch } from '../values/index.ts'
import { identicalTo } from './exact-value.ts'
import type { FieldPlan } from './matcher-plan.ts'

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
function isInAll(plan: FieldPlan & { readonly kind: 'range' }): ValueVerdict {
  const verdicts = plan.conditions.map(verdictOf)
  return compareRanks(plan.conditions.map(rangeOf).reduce(joinTwo), (json) =>
    verdicts.every((verdict) => verdict(json)),
  )
}

const joinTwo = (a: RankRange | undefined, b: RankRange | undefined): RankRange | undefined =>
  a && b && { ...a, first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) }

/** Whether a condition is a comparison of ranks. */
export const hasRange = (condition: Condition): boolean =>
  condition.test.op === 'order' && !condition.isNegated && rangeOf(condition) !== undefined

/**
 * Whether the verdict of a condition on a value differs from that on an unset one. The same as by `verdictOf`, for the forms
 * of values that the API sends, without allocating.
 */
export function differenceOf(condition: Condition): ValueVerdict {
  const { path, isNegated, whenUnset } = condition
  // On a path through arrays the condition is negated as a whole, not for each value.
  if (path.repeated || isNegated === whenUnset) {
    return passOf({ ...condition, isNegated: false, whenUnset: false })
  }
  if (isNegated) return negationOf(condition)
  const passes = passOf(condition)
  return (json) => !passes(json)
}

/** The verdict of a condition that is not negated. */
function passOf(condition: Condition): ValueVerdict {
  const { test } = condition
  switch (test.op) {
    case 'equals': {
      const identical = identicalTo(test)
      return identical === undefined
        ? compareRanks(rangeOf(condition), verdictOf(condition))
        : (json) => json === identical
    }
    case 'order':
      return compareRanks(rangeOf(condition), verdictOf(condition))
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
      return isSingle(test.field) ? judgePresence(test.field.type, test.countsDefault) : verdictOf(condition)
  }
}

/** The verdict of a condition that is negated, and false on an unset value. */
function negationOf(condition: Condition): ValueVerdict {
  const { test } = condition
  const identical = test.op === 'equals' ? identicalTo(test) : undefined
  if (identical === undefined) return compareRanks(rangeOf(condition), verdictOf(condition), true)
  const type = typeof identical
  return (json) => json !== identical && typeof json === type
}

function judgePresence<T extends keyof ScalarValues>(type: T, countsDefault: boolean): ValueVerdict {
  if (type === 'string') {
    return countsDefault ? (json) => typeof json === 'string' : (json) => typeof json === 'string' && json !== ''
  }
  if (!countsDefault) return isSetBeyondDefault(type)
  const { read } = scalarTypes[type]
  return (json) => read(json) !== undefined
}

/** A range of ranks. One form for all comparators leaves no function to call. */
interface RankRange extends Range {
  readonly rankOfJson: (json: unknown) => number
}

/** The range of a comparison that is not negated; undefined where there are no ranks. */
function rangeOf({ test }: Condition): RankRange | undefined {
  if (test.op === 'order') return rangeOfScalar(test.scalar, test.comparator)
  return test.op === 'equals' && !test.ignoresCase ? rangeOfScalar(test.scalar, '=') : undefined
}

function rangeOfScalar<T extends keyof ScalarValues>(
  { type, value }: TypedValue<T>,
  comparator: OrderComparator | '=',
): RankRange | undefined {
  const { fast } = scalarTypes[type]
  if (fast?.by !== 'rank') return undefined
  const rank = fast.rankOf(value)
  return Number.isNaN(rank) ? undefined : { ...ranges[comparator](rank), rankOfJson: fast.rankOfJson }
}

/** @param thorough what judges values without a rank: NaN, for which every comparison is false */
function compareRanks(range: RankRange | undefined, thorough: ValueVerdict, isNegated = false): ValueVerdict {
  if (range === undefined) return thorough
  const { first, last, rankOfJson } = range
  if (isNegated) {
    return (json) => {
      const rank = rankOfJson(json)
      return rank === rank ? rank < first || rank > last : thorough(json)
    }
  }
  return (json) => {
    const rank = rankOfJson(json)
    return rank === rank ? rank >= first && rank <= last : thorough(json)
  }
}

interface Range {
  readonly first: number
  readonly last: number
}

/** The ranks, which are whole numbers, for which a comparison holds. */
// prettier-ignore
const ranges: { readonly [C in OrderComparator | '=']: (rank: number) => Range } = {
  '=':  (rank) => ({ first: rank,      last: rank     }),
  '<':  (rank) => ({ first: -Infinity, last: rank - 1 }),
  '<=': (rank) => ({ first: -Infinity, last: rank     }),
  '>':  (rank) => ({ first: rank + 1,  last: Infinity }),
  '>=': (rank) => ({ first: rank,      last: Infinity }),
}
