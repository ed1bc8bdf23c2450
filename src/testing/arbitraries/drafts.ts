import type { AipComparator } from '../../ast.ts'
import { documented, imageSchema, type Options, type Profile, type Schema } from '../../index.ts'
import { isScalar } from '../oracle/fields.ts'
import { types } from '../oracle/types.ts'
import { asksForOrder, clauseComparators, comparators } from './comparators.ts'
import { checkProfile, checkSchema } from './check-options.ts'
import { pick } from './choose.ts'
import { type Clause, type Clauses, type Draft, mapLogic, type Restriction, type Value } from './draft.ts'
import { type FieldPlace, leavesOf, sortsOf, valuesAt } from './leaves.ts'
import { literalAt } from './literals.ts'
import { patternFrom } from './pattern-draft.ts'
import type { ClausesSeed, FilterSeed, PatternSeed, RestrictionSeed, ValueSeed } from './seeds.ts'
import { keys } from './values.ts'

/** What a filter may ask for. */
export interface Places {
  readonly profile: Profile
  readonly sorts: readonly (readonly FieldPlace[])[]
  /** The sorts that clauses with `eq` and `ne` may use. */
  readonly atomicSorts: readonly (readonly FieldPlace[])[]
  /** Those of them that hold any text. */
  readonly textSorts: readonly (readonly FieldPlace[])[]
}

/** @throws TypeError for an invalid schema or profile */
export function placesOf({ schema = imageSchema, profile = documented }: Pick<Options, 'schema' | 'profile'>): Places {
  checkSchema(schema)
  checkProfile(profile)
  const leaves = leavesOf(schema satisfies Schema, keys)
  const isAtomic = ({ field, isRepeated }: FieldPlace) => !isRepeated && isScalar(field)
  const atomic = leaves.filter(isAtomic)
  const textSorts = sortsOf(atomic.filter(({ field }) => field.type === 'string'))
  return { profile, sorts: sortsOf(leaves), atomicSorts: sortsOf(atomic), textSorts }
}

/** The filter of a seed. Half of its values are those of the resources. */
export function draftFrom(seed: FilterSeed, places: Places, near: readonly unknown[]): Draft {
  switch (seed.kind) {
    case 'empty':
      return seed
    case 'logic':
      return { kind: 'logic', logic: mapLogic(seed.logic, (each) => restrictionFrom(each, places, near)) }
    case 'clauses':
      return { kind: 'clauses', clauses: clausesFrom(seed, places, near) }
  }
}

/** Two thirds of the places are ones where some resource has a value. */
function leafFrom(
  { place, sort, leaf }: Pick<RestrictionSeed, 'place' | 'sort' | 'leaf'>,
  sorts: readonly (readonly FieldPlace[])[],
  near: readonly unknown[],
): FieldPlace {
  if (place < 2 && near.length > 0) {
    // The sorts are tried in turn, so that only the leaves of a few are looked for in the resources.
    for (let turn = 0; turn < sorts.length; turn++) {
      const filled = pick(sorts, sort + turn).filter((one) =>
        near.some((resource) => valuesAt(one, resource).length > 0),
      )
      if (filled.length > 0) return pick(filled, leaf)
    }
  }
  return pick(pick(sorts, sort), leaf)
}

const namesFrom = ({ spellings }: FieldPlace, number: number): readonly string[] =>
  spellings.map((spelling, index) => pick(spelling, number >> index))

function restrictionFrom(seed: RestrictionSeed, { sorts, profile }: Places, near: readonly unknown[]): Restriction {
  const leaf = leafFrom(seed, sorts, near)
  const comparator = pick(comparatorsOf(leaf, profile), seed.comparator)
  const value = mapLogic(seed.value, (each) => valueFrom(each, leaf, comparator, profile, near))
  return { names: namesFrom(leaf, seed.names), comparator, value }
}

const unordered = comparators.filter((comparator) => !asksForOrder(comparator))

function comparatorsOf({ field, isRepeated }: FieldPlace, { repeatedEquals }: Profile): readonly AipComparator[] {
  if (!isScalar(field)) return [':']
  if (isRepeated) return repeatedEquals === 'any' ? unordered : [':']
  return types[field.type].isOrdered ? comparators : unordered
}

/** `*` alone. */
const anything: Value = ['', '']

function valueFrom(
  seed: ValueSeed,
  leaf: FieldPlace,
  comparator: AipComparator,
  profile: Profile,
  near: readonly unknown[],
): Value {
  const { field } = leaf
  if (comparator === ':' && seed.source >= 6) return anything
  if (field.type === 'message' || field.type === 'map') {
    const names = field.type === 'map' ? keys : Object.keys(field.fields)
    return seed.source > 4 || names.length === 0 ? anything : [pick(names, seed.index)]
  }
  const isOrder = asksForOrder(comparator)
  const text = literalAt(seed, leaf, profile, near, isOrder)
  const isCut = field.type === 'string' && !isOrder
  return isCut ? cut(text, seed.cuts) : [text]
}

/** A text with wildcards in the places of parts of it. Characters are not cut in two. */
function cut(text: string, cuts: readonly number[]): readonly string[] {
  if (cuts.length === 0) return [text]
  const characters = Array.from(text)
  const places = cuts.map((place) => place % (characters.length + 1)).toSorted((a, b) => a - b)
  const ends = places.length % 2 === 0 ? places : [...places, characters.length]
  const bounds = [0, ...ends, characters.length]
  return Array.from({ length: bounds.length / 2 }, (_, part) =>
    characters.slice(bounds[part * 2], bounds[part * 2 + 1]).join(''),
  )
}

/** Clauses on one field, or where the profile accepts it on several. */
function clausesFrom(seed: ClausesSeed, places: Places, near: readonly unknown[]): Clauses {
  const { atomicSorts, textSorts, profile } = places
  const { drawn } = seed
  const sorts = drawn !== undefined && textSorts.length > 0 ? textSorts : atomicSorts
  const leafOf = (turn: number) => leafFrom({ ...seed, sort: seed.sort + turn, leaf: seed.leaf + turn }, sorts, near)
  const literalOf = (pattern: PatternSeed, leaf: FieldPlace): Pick<Clause, 'literal' | 'near'> =>
    drawn !== undefined && pattern === seed.first && leaf.field.type === 'string'
      ? { literal: drawn.pattern, near: { path: leaf.names, texts: drawn.texts } }
      : { literal: patternFrom(pattern, leaf, profile, near) }
  const clause = (pattern: PatternSeed): Clauses => {
    const leaf = leafOf(profile.multipleFields === 'and' ? pattern.field : 0)
    const comparator = pick(clauseComparators, pattern.comparator)
    return { kind: 'leaf', leaf: { names: namesFrom(leaf, pattern.names), comparator, ...literalOf(pattern, leaf) } }
  }
  const groups = seed.groups.map((group): Clauses => {
    const [first, second] = group.map(clause)
    return second === undefined ? (first as Clauses) : { kind: 'side by side', parts: [first as Clauses, second] }
  })
  return groups.length === 0 ? clause(seed.first) : { kind: 'side by side', parts: [clause(seed.first), ...groups] }
}
