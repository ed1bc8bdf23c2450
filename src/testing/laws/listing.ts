import fc from 'fast-check'
import { documented, imageSchema, type Schema } from '../../index.ts'
import { choosing } from '../arbitraries/choose.ts'
import { draftFrom, placesOf } from '../arbitraries/drafts.ts'
import { literalsOf } from '../arbitraries/values.ts'
import { resourceArbitrary } from '../arbitraries/resource.ts'
import { filterSeeds, spellingNumbers } from '../arbitraries/seeds.ts'
import { spell } from '../arbitraries/spelling.ts'
import type { Check, LawOptions } from './options.ts'
import { areScopes, isPath, otherPathOf, type Placement, placeIn, type PlaceOptions } from './placement.ts'

/** The options of the law about lists. Switch off what your endpoint does not support. */
export interface ListLawOptions extends LawOptions, PlaceOptions {
  /** Whether both orders are requested, or only the order by name. Default: true */
  readonly orderBy?: boolean | undefined
  /** Whether `maxResults` is also 0, which means 500, above 500, which means 500, and negative. Default: true */
  readonly anyMaxResults?: boolean | undefined
  /**
   * Whether malformed page tokens, and those of another filter, are to be rejected, and shortened or changed ones
   * answered with 400 or a page. Default: true
   */
  readonly strangeTokens?: boolean | undefined
  /** Whether the empty filter lists everything. Default: true */
  readonly emptyFilter?: boolean | undefined
  /** Whether every page but the last is full. Default: true */
  readonly fullPages?: boolean | undefined
  /** Whether `items` and `nextPageToken` are left out when empty. Default: true */
  readonly leftOut?: boolean | undefined
  /** Whether an aggregated list shows every scope on every page, with a warning if it has no results. Default: true */
  readonly emptyScopes?: boolean | undefined
}

/** The names of the options that only the list law has. */
export const listSwitches: readonly Exclude<keyof ListLawOptions, keyof LawOptions | keyof PlaceOptions>[] = [
  'orderBy',
  'anyMaxResults',
  'strangeTokens',
  'emptyFilter',
  'fullPages',
  'leftOut',
  'emptyScopes',
]

/** The options of the list law about places. */
export const placeChecks = {
  path: { wanted: '`aggregated/C`, `global/C`, `zones/Z/C` or `regions/R/C`', holds: isPath },
  scopes: { wanted: 'an array of different scopes: `global`, `zones/Z`, `regions/R`', holds: areScopes },
  field: {
    wanted: 'the name of a field other than `warning`',
    holds: (value: unknown) => typeof value === 'string' && value !== '' && value !== 'warning',
  },
} as const satisfies { readonly [O in keyof PlaceOptions]-?: Check }

export interface Listing {
  readonly filter: string
  readonly resources: readonly ListedResource[]
  readonly maxResults: number
  readonly orderBy: 'name' | 'creationTimestamp desc' | undefined
  /** The change before the second page. */
  readonly then: 'nothing' | 'changes' | (typeof strange)[number] | 'token of another path'
}

export type ListedResource = Readonly<Record<string, unknown>> & { readonly name: string }

/** In an order other than that of UTF-16, of a dictionary, and of numbers. */
const names = ['a', 'b', 'a-b', 'ab', 'B', 'image-10', 'image-9', 'é', '\uFF5E', '😀', 'z']

/** Numbered resources. The order of their names is not the order of their numbers. */
export const numbered = (count: number): readonly ListedResource[] =>
  Array.from({ length: count }, (_, index) => ({ name: `image-${String(index)}` }))

export function listArbitrary(options: ListLawOptions, placement?: Placement): fc.Arbitrary<Listing> {
  const { profile = documented, dialect = 'both' } = options
  const schema: Schema = options.schema ?? imageSchema
  const { orderBy = true, anyMaxResults = true, strangeTokens = true, emptyFilter = true } = options
  const places = placesOf(options)
  const time = schema.fields.creationTimestamp
  const hasTime = orderBy && time?.type === 'timestamp'
  const instants = hasTime ? literalsOf(time) : []
  const resource = fc.tuple(
    fc.constantFrom(...names),
    resourceArbitrary(schema, { wrongTypes: options.wrongTypes }),
    fc.constantFrom(undefined, ...instants),
  )
  const complete = ([name, fields, instant = instants[0]]: readonly [
    string,
    object,
    string | undefined,
  ]): ListedResource => ({
    ...(typeof fields === 'object' && !Array.isArray(fields) ? fields : {}),
    ...(instant !== undefined && { creationTimestamp: instant }),
    name,
  })
  const few =
    placement === undefined
      ? fc.uniqueArray(resource, { selector: ([name]) => name, maxLength: 8 }).map((all) => all.map(complete))
      : inScopes(resource.map(complete), placement)
  const small = fc
    .record({
      seed: emptyFilter ? filterSeeds[dialect] : filterSeeds[dialect].filter(({ kind }) => kind !== 'empty'),
      numbers: spellingNumbers,
      resources: few,
      maxResults: fc.integer({ min: 1, max: 4 }),
      odd: fc.nat(9),
      orderBy: fc.constantFrom(undefined, ...(orderBy ? (['name'] as const) : []), ...(hasTime ? order : [])),
      then: fc.constantFrom<Listing['then']>('nothing', 'changes', ...(strangeTokens ? strangeOf(placement) : [])),
    })
    .map(({ seed, numbers, odd, ...rest }): Listing => {
      const text = spell(draftFrom(seed, places, rest.resources), choosing(numbers))
      // No document says whether a filter of white space counts as one beside `orderBy`.
      const filter = text.trim() === '' ? '' : text
      const isRejected = profile.filterWithOrderBy === 'reject' && rest.orderBy !== undefined
      const maxResults = anyMaxResults ? ([-1, 0, 501][odd] ?? rest.maxResults) : rest.maxResults
      return { ...rest, filter: emptyFilter && (odd === 9 || (isRejected && odd > 4)) ? '' : filter, maxResults }
    })
  if (!anyMaxResults || !emptyFilter) return small
  const large = fc
    .constantFrom(0, 500, 501, 1000)
    .map((maxResults): Listing => ({ filter: '', resources: numberedIn(placement), maxResults, ...plain }))
  return fc.oneof({ weight: 60, arbitrary: small }, { weight: 1, arbitrary: large })
}

/** Up to eight resources. Those of different scopes may have the same name. */
const inScopes = (resource: fc.Arbitrary<ListedResource>, { scopes }: Placement) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...scopes), resource), {
      selector: ([scope, { name }]) => `${scope} ${name}`,
      maxLength: 8,
    })
    .map((all) => all.map(([scope, one]) => placeIn(one, scope)))

/** Numbered resources for more than one page, in the listed scopes in turn. */
function numberedIn(placement: Placement | undefined): readonly ListedResource[] {
  const all = numbered(503)
  if (placement === undefined) return all
  const scopes = placement.own === undefined ? placement.scopes : [placement.own]
  return all.map((one, index) => placeIn(one, scopes[index % scopes.length] as string))
}

/** The strange tokens that a list is asked with. */
const strangeOf = (placement: Placement | undefined): readonly Listing['then'][] =>
  placement === undefined || otherPathOf(placement) === undefined ? strange : [...strange, 'token of another path']

const order = ['creationTimestamp desc'] as const
const strange = ['token of another filter', 'malformed token', 'truncated token', 'changed token'] as const
const plain = { orderBy: undefined, then: 'nothing' } as const
