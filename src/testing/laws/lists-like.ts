import { documented } from '../../index.ts'
import { createOracle } from '../oracle/index.ts'
import { ask } from './ask.ts'
import { showJson } from './disagreement.ts'
import type { Served } from './endpoint.ts'
import type { Violation, Law } from './law.ts'
import {
  listArbitrary,
  type Listing,
  type ListLawOptions,
  listSwitches,
  type ListedResource,
  placeChecks,
} from './listing.ts'
import { checkLawOptions, type LawReport, verbOptions } from './options.ts'
import { compareAs } from './order.ts'
import { labelOf, type Placement, placementOf, scopeOf } from './placement.ts'
import { type Expected, type Pages, problem, readPages, tiesByLabel } from './read-pages.ts'
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
 * With the option `path` every request has that path, and each resource has the `zone` or `region` of one of the `scopes`; resources
 * of different scopes may have the same name. A list of one scope leaves out the resources of the others. An aggregated list
 * answers `{ items: { [scope]: { [field]: resources } } }`: each resource once and under its own scope, `items` on every
 * page, the warning `NO_RESULTS_ON_PAGE` in each scope without results, and pages that are those of one list over all scopes.
 *
 * @param serve sets up your endpoint with resources; it returns a function that requests a page, alone or together with
 * a function that replaces the resources between pages
 * @returns how many cases were tried
 * @throws DisagreementError with the smallest filter and resources, and what was expected and found
 * @throws LawError when the law itself fails, or tries too few cases in its time
 * @throws TypeError when an option is wrong
 * @example await expectListsLike((images) => (query) => myServer(images).list(query))
 * @example
 * const options = { schema: instanceSchema, path: 'aggregated/instances', scopes: ['zones/us-east1-b', 'zones/us-east1-c'] }
 * await expectListsLike((instances) => (query) => myServer(instances).get(query.path, query), options)
 */
export async function expectListsLike(
  serve: (resources: readonly object[]) => Served | Promise<Served>,
  options: ListLawOptions = {},
): Promise<LawReport> {
  checkLawOptions(options, listSwitches, placeChecks)
  const placement = placementOf(options)
  return run(() => createLaw(serve, options, placement), { ...options, runs: options.runs ?? 1000 })
}

function createLaw(
  serve: Parameters<typeof expectListsLike>[0],
  options: ListLawOptions,
  placement: Placement | undefined,
): Law<Listing> {
  async function findViolation(listing: Listing): Promise<Violation | undefined> {
    const { filter, resources } = listing
    const all = expectedOf(listing, options, placement)
    const expected = all.labels
    const given = structuredClone(resources)
    const served = await ask(serve, [given], options.timeoutMs)
    const found =
      'value' in served
        ? await readServed(served.value, listing, all, options)
        : problem(`the set-up ${failureOf(served).words}`, 'silentForMs' in served)
    if (isRight(found, expected)) return undefined
    const shownExpected = expected === 'rejected' ? expected : showNames(expected, namesIn(found))
    const lines = [`expected: ${shownExpected}`, `found:    ${describe(found, expected)}`]
    return { filter, lines: [...show(listing), ...lines], isSlow: found.kind === 'problem' && found.isSlow }
  }
  return {
    cases: listArbitrary(options, placement),
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
  expected: Expected,
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

function expectedOf(listing: Listing, options: ListLawOptions, placement: Placement | undefined): Expected {
  const sorted = sortedMatches(listing, options, placement)
  if (sorted === 'rejected') return { labels: sorted, rankOf: () => 0, placement }
  const { resources, compare } = sorted
  const labels = resources.map((one) => labelOf(one, placement))
  const ranks = new Map(
    resources.map((one, index) => [labels[index], resources.findIndex((other) => compare(other, one) === 0)]),
  )
  const rankOf = (label: unknown) => ranks.get(label) ?? -1
  return { labels: tiesByLabel(labels, rankOf), rankOf, placement }
}

interface Sorted {
  readonly resources: readonly ListedResource[]
  readonly compare: (a: ListedResource, b: ListedResource) => number
}

/** The matching resources in the order of the list, or `rejected`. */
function sortedMatches(
  listing: Listing,
  options: ListLawOptions,
  placement: Placement | undefined,
): Sorted | 'rejected' {
  const { filter, resources, maxResults, orderBy } = listing
  const { filterWithOrderBy } = options.profile ?? documented
  if (maxResults < 0) return 'rejected'
  if (filterWithOrderBy === 'reject' && orderBy !== undefined && filter.trim() !== '') return 'rejected'
  const decide = createOracle<object>(filter, verbOptions(options))
  const byName = (a: ListedResource, b: ListedResource) => compareAs('string', a.name, b.name)
  const byTime = (a: ListedResource, b: ListedResource) =>
    compareAs('timestamp', b.creationTimestamp, a.creationTimestamp) || byName(a, b)
  const isListed = (one: ListedResource) => placement?.own === undefined || scopeOf(one) === placement.own
  const compare = orderBy === 'creationTimestamp desc' ? byTime : byName
  return { resources: resources.filter((one) => isListed(one) && decide(one)).toSorted(compare), compare }
}

function isRight(found: Pages, expected: readonly unknown[] | 'rejected'): boolean {
  if (expected === 'rejected') return found.kind === 'rejected'
  return found.kind === 'names' && showJson(found.names) === showJson(expected)
}

const namesIn = (found: Pages): readonly unknown[] => (found.kind === 'names' ? found.names : [])

function describe(found: Pages, expected: readonly unknown[] | 'rejected'): string {
  switch (found.kind) {
    case 'names':
      return showNames(found.names, expected === 'rejected' ? [] : expected)
    case 'rejected':
    case 'problem':
      return found.words
  }
}
