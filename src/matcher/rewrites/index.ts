import type { Rewrite } from '../matcher-plan.ts'
import { cheapestFirst } from './cheapest-first.ts'
import { mergeEqualities } from './merge-equalities.ts'

/** The rewrites by name, in the order in which they are applied. `bench/match` has the gain of each. */
export const rewrites = { mergeEqualities, cheapestFirst } satisfies Readonly<Record<string, Rewrite>>
