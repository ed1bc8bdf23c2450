import { type ValueVerdict, verdictOf } from '../evaluate/index.ts'
import type { Condition, OrderComparator } from '../plan/index.ts'
import { scalarTypes, type ScalarValues, type TypedValue } from '../types/index.ts'
import { compileWildcard, createSearch } from '../values/index.ts'
import { identicalTo } from './exact-value.ts'

/**
 * The same verdicts as `verdictOf`, for the forms of values that the API sends, without allocating. Other forms are left to
 * `verdictOf`.
 */
export function fastVerdictOf(condition: Condition): ValueVerdict {
  const { path, test, whenUnset } = condition
  // On a path through arrays the condition is negated as a whole, not for each value.
  const isNegated = condition.isNegated && !path.repeated
  const thorough = verdictOf(condition)
  switch (test.op) {
    case 'equals': {
      const identical = identicalTo(test)
      if (identical !== undefined) return compareIdentity(identical, isNegated, whenUnset)
      return test.ignoresCase ? thorough : compareRanks(test.scalar, '=', isNegated, thorough)
    }
    case 'order':
      return compareRanks(test.scalar, test.comparator, isNegated, thorough)
    case 'contains': {
      const find = createSearch(test.text)
      return (json) => typeof json === 'string' && find(json, 0) >= 0
    }
    case 'wildcard': {
      const matches = compileWildcard(test.parts)
      if (!isNegated) return (json) => typeof json === 'string' && matches(json)
      return whenUnset ? (json) => typeof json !== 'string' || !matches(json) : thorough
    }
    case 'pattern': {
      if (test.type === 'timestamp') return thorough
      const { pattern } = test
      return isNegated
        ? (json) => typeof json !== 'string' || !pattern.test(json)
        : (json) => typeof json === 'string' && pattern.test(json)
    }
    case 'present':
      return thorough
  }
}

function compareIdentity(identical: string | boolean, isNegated: boolean, whenUnset: boolean): ValueVerdict {
  if (!isNegated) return (json) => json === identical
  if (whenUnset) return (json) => json !== identical
  const type = typeof identical
  return (json) => json !== identical && typeof json === type
}

/** A rank against that of a literal: whether it is in a range. One shape for all comparators leaves no function to call. */
function compareRanks<T extends keyof ScalarValues>(
  { type, value }: TypedValue<T>,
  comparator: OrderComparator | '=',
  isNegated: boolean,
  thorough: ValueVerdict,
): ValueVerdict {
  const { fast } = scalarTypes[type]
  if (fast?.by !== 'rank') return thorough
  const { rankOfJson } = fast
  const rank = fast.rankOf(value)
  if (Number.isNaN(rank)) return thorough
  const { first, last } = ranges[comparator](rank)
  const whenInside = !isNegated
  return (json) => {
    const found = rankOfJson(json)
    // NaN, for which every comparison is false.
    return found !== found ? thorough(json) : (found >= first && found <= last) === whenInside
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
