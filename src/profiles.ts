/** Where the documented and the observed behaviour differ (SEMANTICS.md section 8). */
export interface Profile {
  /** Regular expressions on several fields: an error, or ANDed. */
  readonly multipleFields: 'reject' | 'and'
  /** `name:deb`: equal to `deb`, or containing it. */
  readonly hasOnString: 'equals' | 'contains'
  /** Whether `status = ready` finds `READY`. */
  readonly enumCase: 'sensitive' | 'insensitive'
  /** A comparison through an unset message or an absent map key: false, or made with the type's default. */
  readonly unsetParent: 'no-match' | 'default'
  /** Listing only: `filter` together with `orderBy`. */
  readonly filterWithOrderBy: 'allow' | 'reject'
}

/** What Google's documentation and AIP-160 say; the default. */
export const documented: Profile = Object.freeze({
  multipleFields: 'reject',
  hasOnString: 'equals',
  enumCase: 'sensitive',
  unsetParent: 'no-match',
  filterWithOrderBy: 'allow',
})

/** What the live API is reported to do. */
export const observed: Profile = Object.freeze({
  multipleFields: 'and',
  hasOnString: 'contains',
  enumCase: 'insensitive',
  unsetParent: 'no-match',
  filterWithOrderBy: 'reject',
})
