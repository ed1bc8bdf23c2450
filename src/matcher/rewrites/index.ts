import type { Rewrite } from '../matcher-plan.ts'
import { absorbNegations } from './absorb-negations.ts'
import { cheapestFirst } from './cheapest-first.ts'
import { mergeEqualities } from './merge-equalities.ts'
import { ownersLast } from './owners-last.ts'
import { joinRanges } from './join-ranges.ts'

/** The rewrites by name, in the order in which they are applied. `bench/mixed` has the gain of each. */
export const rewrites = {
  absorbNegations,
  mergeEqualities,
  joinRanges,
  cheapestFirst,
  ownersLast,
} satisfies Readonly<Record<string, Rewrite>>
