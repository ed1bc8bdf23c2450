import { isSetBeyondDefault, type ValueVerdict, verdictOf } from '../evaluate/index.ts'
import type { Condition, OrderComparator } from '../plan/index.ts'
import { isSingle } from '../schema/index.ts'
import { scalarTypes, type ScalarValues, type TypedValue } from '../types/index.ts'
import { compileWildcard, createSearch } from '../values/index.ts'
import { identicalTo } from './exact-value.ts'
import type { FieldPlan } from './matcher-plan.ts'

/** The verdict on the value of a field. */
export function verdictOfPlan(plan: FieldPlan): ValueVerdict {
  switch (plan.kind) {
    case 'condition':
      return fastVerdictOf(plan.condition)
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
  return compareRanks(rangeOfPlan(plan), false, (json) => verdicts.every((verdict) => verdict(json)))
}

const joinTwo = (a: RankRange | undefined, b: RankRange | undefined): RankRange | undefined =>
  a && b && { ...a, first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) }

/** The range in which a value passes, where an unset one never does; undefined where there are no ranks. */
export function rangeOfPlan(plan: FieldPlan): RankRange | undefined {
  switch (plan.kind) {
    case 'condition':
      return isComparison(plan.condition) ? rangeOf(plan.condition) : undefined
    case 'range':
      return plan.conditions.map(rangeOf).reduce(joinTwo)
    case 'one of':
      return undefined
  }
}

/** Whether a condition is a comparison of ranks. */
export const hasRange = (condition: Condition): boolean => isComparison(condition) && rangeOf(condition) !== undefined

const isComparison = ({ test, isNegated }: Condition): boolean => test.op === 'order' && !isNegated

/**
 * The same verdicts as `verdictOf`, for the forms of values that the API sends, without allocating. Other forms are left to
 * `verdictOf`.
 */
export function fastVerdictOf(condition: Condition): ValueVerdict {
  const { path, test, whenUnset } = condition
  // On a path through arrays the condition is negated as a whole, not for each value.
  const isNegated = condition.isNegated && !path.repeated
  switch (test.op) {
    case 'equals': {
      const identical = identicalTo(test)
      return identical === undefined
        ? compareRanks(rangeOf(condition), isNegated, verdictOf(condition))
        : compareIdentity(identical, isNegated, whenUnset)
    }
    case 'order':
      return compareRanks(rangeOf(condition), isNegated, verdictOf(condition))
    case 'contains': {
      const find = createSearch(test.text)
      return isNegated ? verdictOf(condition) : (json) => typeof json === 'string' && find(json, 0) >= 0
    }
    case 'wildcard': {
      const matches = compileWildcard(test.parts)
      if (!isNegated) return matches
      return whenUnset ? (json) => !matches(json) : verdictOf(condition)
    }
    case 'pattern': {
      if (test.type === 'timestamp') return verdictOf(condition)
      const { test: matches } = test.pattern
      return isNegated
        ? (json) => typeof json !== 'string' || !matches(json)
        : (json) => typeof json === 'string' && matches(json)
    }
    case 'present': {
      const { field, countsDefault } = test
      if (isNegated || !isSingle(field)) return verdictOf(condition)
      return judgePresence(field.type, countsDefault)
    }
  }
}

function judgePresence<T extends keyof ScalarValues>(type: T, countsDefault: boolean): ValueVerdict {
  if (type === 'string') {
    return countsDefault ? (json) => typeof json === 'string' : (json) => typeof json === 'string' && json !== ''
  }
  if (!countsDefault) return isSetBeyondDefault(type)
  const { read } = scalarTypes[type]
  return (json) => read(json) !== undefined
}

function compareIdentity(identical: string | boolean, isNegated: boolean, whenUnset: boolean): ValueVerdict {
  if (!isNegated) return (json) => json === identical
  if (whenUnset) return (json) => json !== identical
  const type = typeof identical
  return (json) => json !== identical && typeof json === type
}

/** A range of ranks. One form for all comparators leaves no function to call. */
export interface RankRange extends Range {
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

function compareRanks(range: RankRange | undefined, isNegated: boolean, thorough: ValueVerdict): ValueVerdict {
  if (range === undefined) return thorough
  const { first, last, rankOfJson } = range
  return (json) => {
    const rank = rankOfJson(json)
    // NaN, for which every comparison is false.
    return rank !== rank ? thorough(json) : (rank >= first && rank <= last) !== isNegated
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
