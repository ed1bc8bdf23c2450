import { ask, type Said } from './ask.ts'
import type { Listing, ListLawOptions } from './listing.ts'

/** What a list endpoint is asked. */
export interface ListQuery {
  /** Empty for everything. */
  readonly filter: string
  readonly maxResults: number
  readonly orderBy?: string
  readonly pageToken?: string
}

/** What it answers: both are left out when empty. */
export interface ListAnswer {
  readonly items?: readonly { readonly name?: unknown }[]
  readonly nextPageToken?: string
}

export type List = (query: ListQuery) => ListAnswer | Promise<ListAnswer>

export type Served =
  | List
  | {
      readonly list: List
      /** Puts other resources in place of those that it has. */
      readonly replace: (resources: readonly object[]) => void | Promise<void>
    }

type Pages =
  | { readonly names: readonly unknown[] }
  | { readonly problem: string }
  | Exclude<Said<unknown>, { readonly value: unknown }>

/** The names of all pages in a row, or what is wrong with a page. */
export async function readPages(
  served: Served,
  listing: Listing,
  expected: readonly string[] | 'rejected',
  options: ListLawOptions,
): Promise<Pages> {
  const { filter, maxResults, orderBy, then } = listing
  const list = typeof served === 'function' ? served : served.list
  const query: ListQuery = { filter, maxResults, ...(orderBy !== undefined && { orderBy }) }
  const size = maxResults === 0 ? 500 : Math.min(500, maxResults)
  // Each full page has an item, so there are as many pages as items at most. One that is empty may stand for each item
  // that does not match.
  const most =
    expected === 'rejected' ? 1 : options.fullPages === false ? listing.resources.length + 1 : expected.length
  const names: unknown[] = []
  let pageToken: string | undefined
  for (let page = 1; ; page++) {
    const said = await ask(() => list({ ...query, ...(pageToken !== undefined && { pageToken }) }), options.patience)
    if (!('value' in said)) return said
    const problem = problemOf(said.value, size, options)
    if (problem !== undefined) return { problem }
    const { items = [], nextPageToken = '' } = said.value
    names.push(...items.map(({ name }) => name))
    if (nextPageToken === '') return { names }
    if (page > most) return { problem: `more than ${String(most)} pages` }
    if (page === 1) {
      const accepted = await acceptsToken(list, query, then, nextPageToken, options)
      if (accepted !== undefined) return { problem: accepted }
      if (then === 'changes' && typeof served !== 'function') await replaceSome(served, listing, names)
    }
    pageToken = nextPageToken
  }
}

function problemOf(answer: ListAnswer, size: number, options: ListLawOptions): string | undefined {
  const { items, nextPageToken } = answer
  const count = items?.length ?? 0
  if (count > size) return `a page of ${String(count)}`
  if (options.fullPages !== false && count < size && nextPageToken !== undefined && nextPageToken !== '')
    return `a page of ${String(count)} that is not the last`
  if (options.leftOut === false) return undefined
  if (items?.length === 0) return 'an empty `items`, which is to be left out'
  return nextPageToken === '' ? 'an empty `nextPageToken`, which is to be left out' : undefined
}

/** The words for a strange token that is accepted. */
async function acceptsToken(
  list: List,
  query: ListQuery,
  then: Listing['then'],
  token: string,
  { patience, emptyFilter }: ListLawOptions,
): Promise<string | undefined> {
  if (then === 'token of another filter') {
    const other = query.filter.trim() === '' || emptyFilter === false ? 'name:a' : ''
    const said = await ask(() => list({ ...query, filter: other, pageToken: token }), patience)
    return 'thrown' in said ? undefined : 'a page token of another filter is accepted'
  }
  if (then !== 'malformed token') return undefined
  const said = await ask(() => list({ ...query, pageToken: `${token}~` }), patience)
  return 'thrown' in said ? undefined : 'a malformed page token is accepted'
}

/** Takes away what has been listed, and puts something before it: the rest of the list stays the same. */
async function replaceSome(
  { replace }: Exclude<Served, List>,
  { resources, orderBy }: Listing,
  listed: readonly unknown[],
): Promise<void> {
  const rest = resources.filter(({ name }) => !listed.includes(name))
  const time = '2030-01-01T00:00:00Z'
  const first = orderBy === 'creationTimestamp desc' ? { name: '!', creationTimestamp: time } : { name: '!' }
  await replace(structuredClone([...rest, first, ...resources.filter(({ name }) => listed.slice(1).includes(name))]))
}
