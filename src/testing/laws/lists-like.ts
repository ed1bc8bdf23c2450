import { documented } from '../../index.ts'
import { createOracle } from '../oracle/index.ts'
import { ask } from './ask.ts'
import { showJson } from './disagreement.ts'
import type { Served } from './endpoint.ts'
import type { Violation, Law } from './law.ts'
import { listArbitrary, type Listing, type ListLawOptions, listSwitches, type ListedResource } from './listing.ts'
import { checkLawOptions, type LawReport, verbOptions } from './options.ts'
import { compareAs } from './order.ts'
import { type Pages, problem, readPages } from './read-pages.ts'
import { run } from './run.ts'
import { showNames, showResources } from './show-listing.ts'
import { simplerListings } from './simpler-listings.ts'
import { failureOf } from './verdict.ts'

/**
 * Asserts that your list endpoint returns the matching resources in order, each on one page, and that every page except
 * the last is full: SEMANTICS.md section 9. The endpoint returns a page, or a response as `{ status, body }`, where 4xx
 * rejects the request. Returning `{ rejected: true }` or throwing rejects it as well, except for crashes: a TypeError,
 * RangeError or ReferenceError, a `status` or `code` of 500 or more, or a lost connection is a fault.
 *
 * @param serve sets up your endpoint with resources; it returns a function that requests a page, alone or together with
 * a function that replaces the resources between pages
 * @returns how many cases were tried
 * @throws DisagreementError with the smallest filter and resources, and what was expected and found
 * @throws LawError when the law itself fails, or tries too few cases in its time
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
  async function findViolation(listing: Listing): Promise<Violation | undefined> {
    const { filter, resources } = listing
    const expected = namesOf(listing, options)
    const given = structuredClone(resources)
    const served = await ask(serve, [given], options.timeoutMs)
    const found =
      'value' in served
        ? await readServed(served.value, listing, expected, options)
        : problem(`the set-up ${failureOf(served).words}`, 'silentForMs' in served)
    if (isRight(found, expected)) return undefined
    const shownExpected = expected === 'rejected' ? expected : showNames(expected, namesIn(found))
    const lines = [`expected: ${shownExpected}`, `found:    ${describe(found, expected)}`]
    return { filter, lines: [...show(listing), ...lines], isSlow: found.kind === 'problem' && found.isSlow }
  }
  return {
    cases: listArbitrary(options),
    findViolation,
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

/** The names in the order of the list, or `rejected`. */
function namesOf(listing: Listing, options: ListLawOptions): readonly string[] | 'rejected' {
  const { filter, resources, maxResults, orderBy } = listing
  const { filterWithOrderBy } = options.profile ?? documented
  if (maxResults < 0) return 'rejected'
  if (filterWithOrderBy === 'reject' && orderBy !== undefined && filter.trim() !== '') return 'rejected'
  const decide = createOracle<object>(filter, verbOptions(options))
  const byName = (a: ListedResource, b: ListedResource) => compareAs('string', a.name, b.name)
  const byTime = (a: ListedResource, b: ListedResource) =>
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
