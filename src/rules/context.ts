import {
  type Arg,
  type Clause,
  type Comparison,
  type Filter,
  isClause,
  type Member,
  type Restriction,
  type Value,
  walk,
} from '../ast/index.ts'
import type { Diagnostic } from '../diagnostics/index.ts'
import type { Profile } from '../profiles.ts'
import type { Patterns } from '../regex/index.ts'
import { type Lookup, lookUp, type Path, type Schema } from '../schema/index.ts'

/** What a rule may look at. */
export interface Context {
  readonly filter: Filter
  /** The text of the filter, which its spans refer to. */
  readonly source: string
  readonly schema: Schema
  readonly profile: Profile
  readonly patterns: Patterns
  readonly comparisons: readonly Located<Comparison>[]
  readonly clauses: readonly Located<Clause>[]
}

/** A restriction on a field, found or not. */
export interface Located<R extends Restriction = Restriction> {
  readonly restriction: R
  readonly member: Member
  readonly lookup: Lookup
}

/** Finds what is wrong in one respect. Rules do not depend on each other's verdict. */
export type Rule = (context: Context) => readonly Diagnostic[]

export function createContext(given: Omit<Context, 'comparisons' | 'clauses'>): Context {
  const comparisons: Located<Comparison>[] = []
  const clauses: Located<Clause>[] = []
  walk(given.filter, {
    restriction: (restriction) => {
      if (restriction.comparable.kind === 'function') return
      const member = restriction.comparable
      const lookup = lookUp(given.schema, member)
      if (isClause(restriction)) clauses.push({ restriction, member, lookup })
      else comparisons.push({ restriction, member, lookup })
    },
  })
  return { ...given, comparisons, clauses }
}

/** The restrictions whose field exists, with its path. */
export function withPath<R extends Restriction>(
  located: readonly Located<R>[],
): readonly { readonly restriction: R; readonly path: Path }[] {
  return located.flatMap(({ restriction, lookup }) => ('path' in lookup ? [{ restriction, path: lookup.path }] : []))
}

/** Every value of an argument, those of a composite too. */
export function valuesOf(arg: Arg): readonly Value[] {
  const values: Value[] = []
  walk(arg, { value: (value) => void values.push(value), function: () => false })
  return values
}

/** Both dialects in one filter; rules about one of them then have nothing sensible to say. */
export const isMixed = ({ comparisons, clauses }: Context): boolean => comparisons.length > 0 && clauses.length > 0
