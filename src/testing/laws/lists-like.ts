import fc from 'fast-check'
import { imageSchema } from '../../index.ts'
import { filterTextArbitrary } from '../arbitraries/filter.ts'
import { resourceArbitrary } from '../arbitraries/resource.ts'
import { createOracle } from '../oracle/index.ts'
import { showJson } from './disagreement.ts'
import { ask, type Flaw, type LawOptions, run } from './run.ts'
import { shorterLists, simplerElements, simplerFilters, simplerResources } from './simpler.ts'

/** What a list endpoint is asked. */
export interface ListQuery {
  readonly filter: string
  readonly maxResults: number
  readonly pageToken?: string
}

/** What it answers: both are left out when empty. */
export interface ListAnswer {
  readonly items?: readonly { readonly name?: unknown }[]
  readonly nextPageToken?: string
}

/**
 * Whether a list endpoint of yours gives the resources that match, by name, each on one page and no page too large.
 *
 * @param serve sets up your endpoint with some resources, and gives the function that asks it for a page
 * @throws Disagreement with the smallest filter and resources, and the names that were expected and found
 * @example await expectListsLike((images) => (query) => myServer(images).list(query))
 */
export async function expectListsLike(
  serve: (
    resources: readonly object[],
  ) =>
    | ((query: ListQuery) => ListAnswer | Promise<ListAnswer>)
    | Promise<(query: ListQuery) => ListAnswer | Promise<ListAnswer>>,
  options: LawOptions = {},
): Promise<void> {
  async function findFlaw({ filter, resources, maxResults }: Listing): Promise<Flaw | undefined> {
    const decide = createOracle<object>(filter, options)
    const expected = namesOf(resources.filter(decide))
    const found = await ask(async () => readPages(await serve(structuredClone(resources)), { filter, maxResults }))
    if (showJson(found) === showJson(expected)) return undefined
    const lines = [
      `resources: ${showJson(resources)}`,
      `maxResults: ${String(maxResults)}`,
      `expected: ${showJson(expected)}`,
      `found:    ${showJson(found)}`,
    ]
    return { filter, lines }
  }
  await run({ cases: listArbitrary(options), findFlaw, simpler }, { runs: 200, ...options })
}

interface Listing {
  readonly filter: string
  readonly resources: readonly object[]
  readonly maxResults: number
}

function* simpler({ resources, ...query }: Listing, options: LawOptions): Iterable<Listing> {
  for (const fewer of shorterLists(resources)) yield { resources: fewer, ...query }
  for (const filter of ['', ...simplerFilters(query.filter, options)])
    if (query.filter !== '') yield { resources, ...query, filter }
  const keepsName = (resource: object) => simplerResources(resource).filter((smaller) => 'name' in smaller)
  for (const smaller of simplerElements(resources, keepsName)) yield { resources: smaller, ...query }
}

/** Up to eight resources, each with a name of its own, in any order. */
function listArbitrary(options: LawOptions): fc.Arbitrary<Listing> {
  const schema = options.schema ?? imageSchema
  const named = fc
    .array(resourceArbitrary(schema), { maxLength: 8 })
    .map((some) => some.map((resource, index) => ({ ...resource, name: `image-${String((index * 5) % 8)}` })))
  return named.chain((resources) =>
    fc.record({
      filter: filterTextArbitrary({ ...options, near: resources }),
      resources: fc.constant(resources),
      maxResults: fc.integer({ min: 1, max: 4 }),
    }),
  )
}

const namesOf = (resources: readonly object[]): readonly unknown[] =>
  resources.map((resource) => (resource as { name?: unknown }).name).toSorted()

type List = (query: ListQuery) => ListAnswer | Promise<ListAnswer>

/** The names of all pages in a row. */
async function readPages(list: List, query: Omit<ListQuery, 'pageToken'>): Promise<readonly unknown[] | string> {
  const names: unknown[] = []
  const tokens = new Set<string>()
  for (let pageToken: string | undefined; ;) {
    const { items = [], nextPageToken } = await list({ ...query, ...(pageToken !== undefined && { pageToken }) })
    if (items.length > query.maxResults) return `a page of ${String(items.length)}`
    names.push(...items.map(({ name }) => name))
    if (nextPageToken === undefined || nextPageToken === '') return names
    if (tokens.has(nextPageToken)) return `the page token ${nextPageToken} comes twice`
    tokens.add(nextPageToken)
    pageToken = nextPageToken
  }
}
