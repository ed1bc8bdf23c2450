import { checkNames, describe } from './records.ts'

/** Where the documented and the observed behaviour differ (SEMANTICS.md section 8). */
export interface Profile {
  /** Regular expressions on several fields: an error, or ANDed. */
  readonly multipleFields: 'reject' | 'and'
  /** `name:deb`: equal to `deb`, or containing it. */
  readonly hasOnString: 'equals' | 'contains'
  /** Whether `status = ready` finds `READY`; only ASCII letters have another case. */
  readonly enumCase: 'sensitive' | 'insensitive'
  /** A comparison through an unset message or an absent map key: false, or made with the type's default. */
  readonly unsetParent: 'no-match' | 'default'
  /** `licenses = x` on a repeated field: an error, or whether some element equals `x`; `!=` is the complement. */
  readonly repeatedEquals: 'reject' | 'any'
  /** Listing only: `filter` together with `orderBy`. */
  readonly filterWithOrderBy: 'allow' | 'reject'
}

/** What Google's documentation and AIP-160 say; the default. */
export const documented: Profile = Object.freeze({
  multipleFields: 'reject',
  hasOnString: 'equals',
  enumCase: 'sensitive',
  unsetParent: 'no-match',
  repeatedEquals: 'reject',
  filterWithOrderBy: 'allow',
})

/** What the live API is reported to do. */
export const observed: Profile = Object.freeze({
  multipleFields: 'and',
  hasOnString: 'contains',
  enumCase: 'insensitive',
  unsetParent: 'no-match',
  repeatedEquals: 'reject',
  filterWithOrderBy: 'reject',
})

const choices: { readonly [S in keyof Profile]: readonly Profile[S][] } = {
  multipleFields: ['reject', 'and'],
  hasOnString: ['equals', 'contains'],
  enumCase: ['sensitive', 'insensitive'],
  unsetParent: ['no-match', 'default'],
  repeatedEquals: ['reject', 'any'],
  filterWithOrderBy: ['allow', 'reject'],
}

/** The profile itself. @throws TypeError when it is not a record of all switches, as `{ ...documented, enumCase: … }` is */
export function checkProfile(profile: Profile): Profile {
  if (profile === documented || profile === observed) return profile
  const given: unknown = profile
  if (typeof given !== 'object' || given === null) {
    const named = given === 'documented' || given === 'observed' ? given : undefined
    const help = named === undefined ? `as \`documented\` is, not ${describe(given)}` : `pass \`${named}\` itself`
    throw new TypeError(`the profile must be an object of switches: ${help}`)
  }
  for (const [name, allowed] of Object.entries(choices)) {
    const choice: unknown = Reflect.get(given, name)
    if ((allowed as readonly unknown[]).includes(choice)) continue
    throw new TypeError(`the profile's ${name} must be ${allowed.join(' or ')}, not ${describe(choice)}`)
  }
  checkNames(given, Object.keys(choices), 'switch of the profile')
  return profile
}
