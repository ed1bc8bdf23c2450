import { documented } from '../../index.ts'
import { createOracle } from '../oracle/index.ts'
import { ask } from './ask.ts'
import { showJson } from './disagreement.ts'
import type { Served } from './endpoint.ts'
import type { Flaw, Law } from './law.ts'
import { listArbitrary, type Listing, type ListLawOptions, listSwitches, type NamedResource } from './listing.ts'
import { checkLawOptions, type LawReport, verbOptions } from './options.ts'
import { compareAs } from './order.ts'
import { type Pages, problem, readPages } from './read-pages.ts'
import { run } from './run.ts'
import { showNames, showResources } from './show-listing.ts'
import { simplerListings } from './simpler-listings.ts'
import { failureOf } from './verdict.ts'

/**
 * Whether a list endpoint of yours gives the resources that match, in their order, each on one page, and every page but
 * the last full: SEMANTICS.md section 9. It returns a page, or the answer of a server as `{ status, body }`, where 4xx
 * rejects the request. To return `{ rejected: true }` and to throw is to reject, too, unless it is a crash: a TypeError,
 * RangeError or ReferenceError, a `status` or `code` of 500 or more, or a lost connection is a fault.
 *
 * @param serve sets up your endpoint with some resources; the function that asks it for a page, alone or with one that
 * replaces the resources while they are being listed
 * @returns how many cases were tried
 * @throws DisagreementError with the smallest filter and resources, and what was expected and found
 * @throws LawError when the law itself breaks, or is too slow to say anything
 * @throws TypeError when an option is wrong
 * @example await expectListsLike((images) => (query) => myServer(images).list(query))
 */
export async function expectListsLike(
  serve: (resources: readonly object[]) => Served | Promise<Served>,
  options: ListLawOptions = {},
): Promise<LawReport> {
  checkLawOptions(options, listSwitches)
  return run(() => createLaw(serve, options), { ...options, runs: options.runs ?? 1000 })
}

function createLaw(serve: Parameters<typeof expectListsLike>[0], options: ListLawOptions): Law<Listing> {
  async function findFlaw(listing: Listing): Promise<Flaw | undefined> {
    const { filter, resources } = listing
    const expected = namesOf(listing, options)
    const given = structuredClone(resources)
    const served = await ask(serve, [given], options.patience)
    const found =
      'value' in served
        ? await readServed(served.value, listing, expected, options)
        : problem(`the set-up ${failureOf(served).words}`, 'silentFor' in served)
    if (isRight(found, expected)) return undefined
    const shownExpected = expected === 'rejected' ? expected : showNames(expected, namesIn(found))
    const lines = [`expected: ${shownExpected}`, `found:    ${describe(found, expected)}`]
    return { filter, lines: [...show(listing), ...lines], isSlow: found.kind === 'problem' && found.isSlow }
  }
  return {
    cases: listArbitrary(options),
    findFlaw,
    simpler: (listing) => simplerListings(listing, options),
    show,
  }
}

const show = ({ resources, maxResults, orderBy, then }: Listing): readonly string[] => [
  `resources: ${showResources(resources)}`,
  `maxResults: ${String(maxResults)}`,
  ...(orderBy === undefined ? [] : [`orderBy: ${orderBy}`]),
  ...(then === 'nothing' ? [] : [`then: ${then}`]),
]

async function readServed(
  served: unknown,
  listing: Listing,
  expected: readonly string[] | 'rejected',
  options: ListLawOptions,
): Promise<Pages> {
  if (!isServed(served)) return problem('the set-up returns neither a function nor `{ list, replace }`, two functions')
  return readPages(served, listing, expected, options)
}

function isServed(served: unknown): served is Served {
  if (typeof served === 'function') return true
  const { list, replace } = Object(served) as { readonly list?: unknown; readonly replace?: unknown }
  return typeof list === 'function' && typeof replace === 'function'
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

function isRight(found: Pages, expected: readonly string[] | 'rejected'): boolean {
  if (expected === 'rejected') return found.kind === 'rejected'
  return found.kind === 'names' && showJson(found.names) === showJson(expected)
}

const namesIn = (found: Pages): readonly unknown[] => (found.kind === 'names' ? found.names : [])

function describe(found: Pages, expected: readonly string[] | 'rejected'): string {
  switch (found.kind) {
    case 'names':
      return showNames(found.names, expected === 'rejected' ? [] : expected)
    case 'rejected':
    case 'problem':
      return found.words
  }
}
