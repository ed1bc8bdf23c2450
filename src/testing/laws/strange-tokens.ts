import type { ListQuery } from './endpoint.ts'
import type { Listing, ListLawOptions } from './listing.ts'
import { otherPathOf, type Placement } from './placement.ts'

/** A request with a page token that the list did not issue for it. */
interface StrangeRequest {
  readonly query: ListQuery
  /** The token, in words. */
  readonly words: string
  /**
   * Whether it has to be rejected. A changed token may still be readable if the list does not sign its tokens; then any
   * page is accepted.
   */
  readonly isRejected: boolean
}

/** The request for the second page with a strange token; undefined if the case asks for none. */
export function strangeTokenFor(
  then: Listing['then'],
  query: ListQuery,
  token: string,
  { emptyFilter }: ListLawOptions,
  placement?: Placement,
): StrangeRequest | undefined {
  const half = Math.floor(token.length / 2)
  switch (then) {
    case 'nothing':
    case 'changes':
      return undefined
    case 'token of another filter': {
      const filter = query.filter.trim() === '' || emptyFilter === false ? 'name:a' : ''
      const words = 'a page token of another filter'
      return { query: { ...query, filter, pageToken: token }, words, isRejected: true }
    }
    case 'token of another path': {
      const path = placement && otherPathOf(placement)
      if (path === undefined) return undefined
      return { query: { ...query, path, pageToken: token }, words: `a page token in \`${path}\``, isRejected: true }
    }
    case 'malformed token':
      return { query: { ...query, pageToken: `${token}~` }, words: 'a malformed page token', isRejected: true }
    case 'truncated token': {
      // An empty token counts as absent.
      if (half === 0) return undefined
      return { query: { ...query, pageToken: token.slice(0, half) }, words: 'half a page token', isRejected: false }
    }
    case 'changed token': {
      const other = token.charAt(half) === 'A' ? 'B' : 'A'
      const pageToken = token.slice(0, half) + other + token.slice(half + 1)
      return { query: { ...query, pageToken }, words: 'a page token with another character in it', isRejected: false }
    }
  }
}
