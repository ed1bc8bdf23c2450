import fc from 'fast-check'
import { type FilterNode, type Options, parse } from '../../index.ts'
import { checkDialect, type Dialect } from './check-options.ts'
import { choosing, plainly } from './choose.ts'
import type { Draft } from './draft.ts'
import { draftFrom, placesOf } from './drafts.ts'
import { invalidTexts, readableCodes, codes } from './invalid.ts'
import { filterSeeds, spellingNumbers } from './seeds.ts'
import { spell } from './spelling.ts'

export interface FilterOptions extends Pick<Options, 'schema' | 'profile'> {
  /** Default: both */
  readonly dialect?: Dialect | undefined
  /** Resources whose own values the filter asks for, half of the time. */
  readonly near?: readonly unknown[] | undefined
  /** Whether the schema and the profile accept the filters, or reject them, each for one reason. Default: true */
  readonly valid?: boolean | undefined
}

/** Filters as trees. */
export const filterArbitrary = (options: FilterOptions = {}): fc.Arbitrary<FilterNode> =>
  options.valid === false
    ? invalidTexts(readableCodes, options).map((text) => parse(text))
    : draftArbitrary(options).map((draft) => parse(spell(draft, plainly)))

/**
 * Filters as text, in all the spellings that mean the same: white space, quotes, escapes, snake_case, `NOT` or `-`,
 * parentheses where they are needed and where they are not.
 */
export const filterTextArbitrary = (options: FilterOptions = {}): fc.Arbitrary<string> =>
  options.valid === false
    ? invalidTexts(codes, options)
    : fc.tuple(draftArbitrary(options), spellingNumbers).map(([draft, numbers]) => spell(draft, choosing(numbers)))

export function draftArbitrary(options: FilterOptions): fc.Arbitrary<Draft> {
  checkDialect(options.dialect)
  const places = placesOf(options)
  const { near = [], dialect = 'both' } = options
  return filterSeeds[dialect].map((seed) => draftFrom(seed, places, near))
}
