import { type Listing, type ListLawOptions, type ListedResource } from './listing.ts'
import { compareAs } from './order.ts'
import { shorterLists, simplerElements, simplerResources } from './simpler-resources.ts'
import { simplerFilters } from './simpler.ts'

/** Short names, whose order is that of the list. */
const shortNames = 'abcdefghijklmnopqrstuvwxyz'

/** Smaller listings: fewer resources and smaller pages first. */
export function* simplerListings(listing: Listing, options: ListLawOptions): Iterable<Listing> {
  const { resources, orderBy, then, maxResults } = listing
  if (then !== 'nothing') yield { ...listing, then: 'nothing' }
  if (orderBy !== undefined) yield { ...listing, orderBy: undefined }
  yield* withSmallerPages(listing)
  for (const fewer of fewerResources(resources)) yield { ...listing, resources: fewer }
  for (const fewer of smallerNumbers(maxResults, resources.length)) yield { ...listing, maxResults: fewer }
  for (const filter of emptierFilters(listing, options)) yield { ...listing, filter }
  if (resources.length > shortNames.length) return
  yield* withShorterNames(listing)
  for (const smaller of simplerElements(resources, (one) => simplerNamed(one, orderBy, options)))
    yield { ...listing, resources: smaller }
}

/** Two pages of one or two items: an error at the end of a page of 500 mostly occurs there as well. */
function* withSmallerPages(listing: Listing): Iterable<Listing> {
  const { resources, maxResults } = listing
  if (resources.length <= 3 || maxResults < 3) return
  for (const size of [1, 2]) yield { ...listing, resources: resources.slice(0, size + 1), maxResults: size }
}

/** The first ones of very many, which their number describes; otherwise any part of them. */
function* fewerResources(resources: readonly ListedResource[]): Iterable<readonly ListedResource[]> {
  const { length } = resources
  if (length > shortNames.length) {
    for (const count of [2, 3, Math.floor(length / 2), length - 50, length - 1])
      yield resources.slice(0, Math.max(2, count))
    return
  }
  for (let size = Math.floor(length / 2); size > 1; size = Math.floor(size / 2))
    for (let at = 0; at < length; at += size) yield resources.toSpliced(at, size)
  yield* shorterLists(resources)
}

/** Smaller page sizes. Zero and negative sizes have a special meaning and are kept. */
const smallerNumbers = (maxResults: number, resources: number): readonly number[] =>
  [1, 2, resources - 1, maxResults - 1].filter((fewer) => fewer > 0 && fewer < maxResults)

function* emptierFilters({ filter }: Listing, options: ListLawOptions): Iterable<string> {
  const emptier = options.emptyFilter === false ? [] : ['']
  for (const smaller of [...emptier, ...simplerFilters(filter, options)])
    if (smaller !== filter && (smaller.trim() !== '' || emptier.length > 0)) yield smaller
}

/** Replaces the names by letters in the same order, first all of them, then one by one. */
function* withShorterNames(listing: Listing): Iterable<Listing> {
  const { resources } = listing
  const sorted = resources.map(({ name }) => name).toSorted((a, b) => compareAs('string', a, b))
  const renamed = resources.map((one) => ({ ...one, name: shortNames.charAt(sorted.indexOf(one.name)) }))
  if (renamed.some(({ name }, index) => name !== resources[index]?.name)) yield { ...listing, resources: renamed }
  const free = Array.from(shortNames).find((letter) => !sorted.includes(letter))
  for (const [index, one] of resources.entries())
    if (free !== undefined && one.name.length > 1)
      yield { ...listing, resources: resources.with(index, { ...one, name: free }) }
}

/** Keeps the fields that decide the order and the scope. */
function simplerNamed(
  resource: ListedResource,
  orderBy: Listing['orderBy'],
  options: ListLawOptions,
): readonly ListedResource[] {
  const time = orderBy === 'creationTimestamp desc' ? ['creationTimestamp'] : []
  const kept = ['name', ...time, ...['zone', 'region'].filter((name) => options.path !== undefined && name in resource)]
  return (simplerResources(resource) as readonly ListedResource[]).filter((one) => kept.every((name) => name in one))
}
