import fc from 'fast-check'
import { clauseComparators } from './comparators.ts'
import type { Logic } from './draft.ts'
import { lightPatternArbitrary, type PatternCase } from './pattern.ts'

/*
 * Filters before it is known what they ask for: the shape of the logic, and numbers by which drafts.ts picks fields,
 * comparators and values. They are drawn apart from the resources, so that both shrink; smaller numbers pick what is
 * simpler.
 */

export interface ValueSeed {
  /** Whether it is the value of a resource, any other, or one beside them. */
  readonly source: number
  readonly index: number
  /** Which of the texts that mean the same. */
  readonly form: number
  /** Where wildcards begin and end, in turns. */
  readonly cuts: readonly number[]
}

export interface RestrictionSeed {
  /** Whether it is a field that some resource has, or any. */
  readonly place: number
  readonly sort: number
  readonly leaf: number
  readonly comparator: number
  /** How each of the names is written. */
  readonly names: number
  readonly value: Logic<ValueSeed>
}

export interface PatternSeed {
  readonly field: number
  /** How each of the names is written. */
  readonly names: number
  readonly comparator: number
  readonly source: number
  readonly index: number
  readonly form: number
  readonly cut: number
}

export interface ClausesSeed {
  readonly kind: 'clauses'
  readonly place: number
  readonly sort: number
  readonly leaf: number
  /** Instead of the pattern of the first clause. One in a filter is enough, since all share the limits. */
  readonly drawn: PatternCase | undefined
  readonly first: PatternSeed
  /** Groups side by side, with the first clause before them. */
  readonly groups: readonly (readonly PatternSeed[])[]
}

export type FilterSeed =
  { readonly kind: 'empty' } | { readonly kind: 'logic'; readonly logic: Logic<RestrictionSeed> } | ClausesSeed

const number = fc.nat(0xffff)

const valueSeed: fc.Arbitrary<ValueSeed> = fc.record({
  source: fc.nat(7),
  index: number,
  form: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(7) }),
  cuts: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    // One: whatever begins with the text before it, or `*` alone.
    { weight: 1, arbitrary: fc.constant([0]) },
    { weight: 4, arbitrary: fc.nat(100).map((place) => [place + 1]) },
    { weight: 2, arbitrary: fc.array(fc.nat(100), { minLength: 1, maxLength: 6 }) },
  ),
})

/** Any logic over some leaves; the leaf alone `alone` times as often as the rest together. */
function logicOf<L>(leaf: fc.Arbitrary<L>, alone: number, maxDepth: number): fc.Arbitrary<Logic<L>> {
  return fc.letrec<{ readonly logic: Logic<L> }>((tie) => ({
    logic: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth },
      { weight: alone * 3, arbitrary: leaf.map((leaf) => ({ kind: 'leaf' as const, leaf })) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('NOT' as const), part: tie('logic') }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('AND' as const, 'OR' as const, 'side by side' as const),
          parts: fc.array(tie('logic'), { minLength: 2, maxLength: 3 }),
        }),
      },
    ),
  })).logic
}

const spellingOfNames = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(7) })

const restrictionSeed: fc.Arbitrary<RestrictionSeed> = fc.record({
  place: fc.nat(2),
  sort: number,
  leaf: number,
  comparator: number,
  names: spellingOfNames,
  value: logicOf(valueSeed, 5, 2),
})

const patternSeed: fc.Arbitrary<PatternSeed> = fc.record({
  field: fc.nat(3),
  names: spellingOfNames,
  comparator: fc.nat(clauseComparators.length - 1),
  source: fc.nat(7),
  index: number,
  form: fc.nat(7),
  cut: fc.nat(100),
})

const clausesSeed: fc.Arbitrary<ClausesSeed> = fc.record({
  kind: fc.constant('clauses'),
  place: fc.nat(2),
  sort: number,
  leaf: number,
  drawn: fc.oneof(fc.constant(undefined), lightPatternArbitrary),
  first: patternSeed,
  groups: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 2,
      arbitrary: fc.array(fc.array(patternSeed, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    },
  ),
})

/** Filters of the AIP-160 dialect, not empty. */
export const logicSeed: fc.Arbitrary<FilterSeed> = logicOf(restrictionSeed, 1, 3).map((logic) => ({
  kind: 'logic' as const,
  logic,
}))
const empty = fc.constant({ kind: 'empty' as const })

export const filterSeeds: { readonly [D in 'AIP-160' | 'regular expressions' | 'both']: fc.Arbitrary<FilterSeed> } = {
  'AIP-160': fc.oneof({ weight: 100, arbitrary: logicSeed }, { weight: 1, arbitrary: empty }),
  'regular expressions': clausesSeed,
  both: fc.oneof(
    { withCrossShrink: true },
    { weight: 80, arbitrary: logicSeed },
    { weight: 1, arbitrary: empty },
    { weight: 36, arbitrary: clausesSeed },
  ),
}

/** What chooses among the spellings. The plainest is half of them, so that a counter-example is often plain. */
export const spellingNumbers: fc.Arbitrary<readonly number[]> = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(1023) }),
  { maxLength: 24 },
)
