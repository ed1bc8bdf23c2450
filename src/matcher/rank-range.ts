import type { ValueVerdict } from '../evaluate/index.ts'
import type { Condition, OrderComparator } from '../plan/index.ts'
import { scalarTypes, type ScalarValues, type TypedValue } from '../types/index.ts'

/** A range of ranks, with what ranks a value. One form for all comparators leaves no function to call. */
export interface RankRange extends Range {
  readonly rankOfJson: (json: unknown) => number
}

interface Range {
  readonly first: number
  readonly last: number
}

/** The range of a comparison, were it not negated; undefined where there are no ranks. */
export function rangeOf({ test }: Condition): RankRange | undefined {
  if (test.op === 'order') return rangeOfScalar(test.scalar, test.comparator)
  return test.op === 'equals' ? rangeOfScalar(test.scalar, '=') : undefined
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

/** The ranks that two ranges of one field have in common. */
export const intersect = (a: RankRange, b: RankRange): RankRange => ({
  first: Math.max(a.first, b.first),
  last: Math.min(a.last, b.last),
  rankOfJson: a.rankOfJson,
})

/** @param thorough what judges values without a rank: NaN, for which every comparison is false */
export function compareRanks(
  { first, last, rankOfJson }: RankRange,
  thorough: ValueVerdict,
  isNegated = false,
): ValueVerdict {
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

/** The ranks, which are whole numbers, for which a comparison holds. */
// prettier-ignore
const ranges: { readonly [C in OrderComparator | '=']: (rank: number) => Range } = {
  '=':  (rank) => ({ first: rank,      last: rank     }),
  '<':  (rank) => ({ first: -Infinity, last: rank - 1 }),
  '<=': (rank) => ({ first: -Infinity, last: rank     }),
  '>':  (rank) => ({ first: rank + 1,  last: Infinity }),
  '>=': (rank) => ({ first: rank,      last: Infinity }),
}
