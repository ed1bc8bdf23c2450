import { documented } from '../../index.ts'
import { createOracle } from '../oracle/index.ts'
import { compare, types } from '../oracle/types.ts'
import { ask, describeFailure } from './ask.ts'
import { showJson } from './disagreement.ts'
import { listArbitrary, type Listing, type ListLawOptions, type NamedResource, simplerListings } from './listing.ts'
import { readPages, type Served } from './read-pages.ts'
import { type Flaw, run, verbOptions } from './run.ts'

/**
 * Whether a list endpoint of yours gives the resources that match, in their order, each on one page, and every page but
 * the last full: SEMANTICS.md section 9. To throw is to reject a request.
 *
 * @param serve sets up your endpoint with some resources; the function that asks it for a page, alone or with one that
 * replaces the resources while they are being listed
 * @throws Disagreement with the smallest filter and resources, and what was expected and found
 * @example await expectListsLike((images) => (query) => myServer(images).list(query))
 */
export async function expectListsLike(
  serve: (resources: readonly object[]) => Served | Promise<Served>,
  options: ListLawOptions = {},
): Promise<void> {
  async function findFlaw(listing: Listing): Promise<Flaw | undefined> {
    const { filter, resources, maxResults, orderBy, then } = listing
    const expected = namesOf(listing, options)
    const served = await ask(() => serve(structuredClone(resources)), options.patience)
    const found = 'value' in served ? await readPages(served.value, listing, expected, options) : served
    if (!isWrong(found, expected)) return undefined
    const flaw = 'problem' in found ? found.problem : 'names' in found ? showJson(found.names) : describeFailure(found)
    const lines = [
      `resources: ${showJson(resources)}`,
      `maxResults: ${String(maxResults)}`,
      ...(orderBy === undefined ? [] : [`orderBy: ${orderBy}`]),
      ...(then === 'nothing' ? [] : [`then: ${then}`]),
      `expected: ${expected === 'rejected' ? 'rejected' : showJson(expected)}`,
      `found:    ${flaw}`,
    ]
    return { filter, lines, isSlow: 'silentFor' in found }
  }
  await run(
    { cases: listArbitrary(options), findFlaw, simpler: (listing) => simplerListings(listing, options) },
    { runs: 1000, ...options },
  )
}

/** The names in the order of the list, or that the request has to be rejected. */
function namesOf(listing: Listing, options: ListLawOptions): readonly string[] | 'rejected' {
  const { filter, resources, maxResults, orderBy } = listing
  const { filterWithOrderBy } = options.profile ?? documented
  if (maxResults < 0) return 'rejected'
  if (filterWithOrderBy === 'reject' && orderBy !== undefined && filter.trim() !== '') return 'rejected'
  const decide = createOracle<object>(filter, verbOptions(options))
  const byName = (a: NamedResource, b: NamedResource) => compareAs('string', a.name, b.name)
  const byTime = (a: NamedResource, b: NamedResource) =>
    compareAs('timestamp', b.creationTimestamp, a.creationTimestamp) || byName(a, b)
  return resources
    .filter(decide)
    .toSorted(orderBy === 'creationTimestamp desc' ? byTime : byName)
    .map(({ name }) => name)
}

function compareAs(type: 'string' | 'timestamp', a: unknown, b: unknown): number {
  const { read } = types[type]
  return compare(read(a) ?? [], read(b) ?? [])
}

type Found =
  Awaited<ReturnType<typeof readPages>> | Exclude<Awaited<ReturnType<typeof ask>>, { readonly value: unknown }>

function isWrong(found: Found, expected: readonly string[] | 'rejected'): boolean {
  if ('thrown' in found) return expected !== 'rejected'
  return !('names' in found) || showJson(found.names) !== showJson(expected)
}
