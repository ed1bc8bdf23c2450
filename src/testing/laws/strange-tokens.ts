import type { ListQuery } from './endpoint.ts'
import type { Listing, ListLawOptions } from './listing.ts'

/** A request with a page token that the list did not hand out for it. */
interface StrangeRequest {
  readonly query: ListQuery
  /** What the token is, in words. */
  readonly words: string
  /**
   * Whether it has to be rejected. A token with another character in it may still be read as one, of a list without
   * signatures: then the answer is a page like any other.
   */
  readonly isRejected: boolean
}

/** The request for the second page, spoilt; undefined where there is nothing to spoil. */
export function strangeTokenFor(
  then: Listing['then'],
  query: ListQuery,
  token: string,
  { emptyFilter }: ListLawOptions,
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
    case 'malformed token':
      return { query: { ...query, pageToken: `${token}~` }, words: 'a malformed page token', isRejected: true }
    case 'truncated token': {
      // An empty token is none.
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
