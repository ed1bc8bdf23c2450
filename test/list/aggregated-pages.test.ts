import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/index.ts'
import { type AggregatedList, createAggregatedLister, createMemoryStore, type Listable } from '../../src/list/index.ts'
import { schemaOf } from '../../src/resources/index.ts'

interface Instance {
  readonly name: string
  readonly id?: string
  readonly zone?: string
  readonly region?: string
  readonly status?: string
  readonly creationTimestamp?: string
  readonly labels?: Readonly<Record<string, string>>
}
type Items = Readonly<Record<string, readonly Instance[]>>

const field = 'instances'
const schema = schemaOf('Instance')
const list = createAggregatedLister<Instance>({ path: 'aggregated/instances', schema })

/** The resources by scope, without the scopes that have none. */
const resourcesOf = ({ items }: AggregatedList<Instance, 'instances'>): Items =>
  Object.fromEntries(
    Object.entries(items).flatMap(([scope, { instances }]) => (instances === undefined ? [] : [[scope, instances]])),
  )

/** The resources by scope, over all pages; between two pages, what the caller does. */
async function readAll(
  resources: () => Listable<Instance>,
  { pageSizes, ...request }: { filter?: string; orderBy?: string; pageSizes: () => number },
  between: () => void = () => undefined,
): Promise<Items> {
  const all: Record<string, readonly Instance[]> = {}
  let pageToken: string | undefined
  do {
    const maxResults = pageSizes()
    const page = await list(resources(), {
      project: 'p',
      field,
      scopes: ['zones/a'],
      ...request,
      maxResults,
      pageToken,
    })
    const found = resourcesOf(page)
    const count = Object.values(found).flat().length
    pageToken = page.nextPageToken
    if (pageToken === undefined) expect(count).toBeLessThanOrEqual(maxResults)
    else expect(count).toBe(maxResults)
    for (const [scope, more] of Object.entries(found)) all[scope] = [...(all[scope] ?? []), ...more]
    between()
  } while (pageToken !== undefined)
  return all
}

const url = 'https://www.googleapis.com/compute/v1/projects/p'
/** The place of a resource, as fields, and its scope. */
const places: readonly (readonly [place: Pick<Instance, 'zone' | 'region'>, scope: string])[] = [
  [{ zone: `${url}/zones/a` }, 'zones/a'],
  [{ zone: 'a', region: 'b' }, 'zones/a'],
  [{ zone: 'b' }, 'zones/b'],
  [{ zone: '\uFFFD' }, 'zones/\uFFFD'],
  [{ zone: '\u{1F600}' }, 'zones/\u{1F600}'],
  [{ region: `${url}/regions/a` }, 'regions/a'],
  [{ region: 'b', zone: '' }, 'regions/b'],
  [{}, 'global'],
]
const scopeAt = ({ zone, region }: Instance): string =>
  places.find(([place]) => place.zone === zone && place.region === region)?.[1] ?? 'none'

const instance: fc.Arbitrary<Instance> = fc
  .tuple(
    fc.record(
      {
        name: fc.constantFrom('vm', 'vm-1', 'a', '\u{1F600}', '\uFFFD'),
        id: fc.constantFrom('1', '2'),
        status: fc.constantFrom('RUNNING', 'TERMINATED'),
        creationTimestamp: fc.constantFrom('2020-01-01T00:00:00Z', '2020-01-01T01:00:00+01:00', '2021-01-01T00:00:00Z'),
      },
      { requiredKeys: ['name'] },
    ),
    fc.constantFrom(...places),
  )
  .map(([resource, [place]]) => ({ ...resource, ...place }))

const identityOf = (one: Instance): string => JSON.stringify([one.name, one.id ?? '', scopeAt(one)])
const instances = fc.uniqueArray(instance, { selector: identityOf, maxLength: 40 })
const request = fc.record({
  filter: fc.constantFrom('', 'status = RUNNING', 'name:vm'),
  orderBy: fc.constantFrom('', 'name', 'creationTimestamp desc'),
})
const sizes = fc.infiniteStream(fc.integer({ min: 1, max: 7 }))
const takeFrom = (stream: Iterator<number, unknown>) => () => stream.next().value as number

const points = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0)
function compareTexts(one: string, other: string): number {
  const [x, y] = [points(one), points(other)]
  const at = x.findIndex((point, index) => point !== y[index])
  return at < 0 ? x.length - y.length : (x[at] ?? -1) - (y[at] ?? -1)
}
const timeOf = ({ creationTimestamp = '1970-01-01T00:00:00Z' }: Instance) => Date.parse(creationTimestamp)

/** The same, in the plainest way. */
function expectedOf(from: readonly Instance[], { filter, orderBy }: { filter: string; orderBy: string }): Items {
  const compare = (a: Instance, b: Instance): number =>
    (orderBy.startsWith('creation') ? timeOf(b) - timeOf(a) : 0) ||
    compareTexts(a.name, b.name) ||
    compareTexts(a.id ?? '', b.id ?? '') ||
    compareTexts(scopeAt(a), scopeAt(b))
  const found = from.filter(compile<Instance>(filter, { schema })).toSorted(compare)
  const scopes = new Set(found.map(scopeAt))
  return Object.fromEntries(Array.from(scopes, (scope) => [scope, found.filter((one) => scopeAt(one) === scope)]))
}

async function* slowly<T>(resources: Iterable<T>): AsyncIterable<T> {
  for (const one of resources) yield Promise.resolve(one)
}
const forms: readonly (readonly [string, (resources: readonly Instance[]) => Listable<Instance>])[] = [
  ['an array', (resources) => resources],
  ['a generator', slowly],
  ['a store', (resources) => createMemoryStore(resources)],
]

describe.each(forms)('aggregated pages of %s', (_, from) => {
  it('together have each resource once, under its scope, as one page has them', async () => {
    await fc.assert(
      fc.asyncProperty(instances, request, sizes, async (some, query, stream) => {
        const whole = await list(from(some), { project: 'p', field, scopes: [], ...query })
        const expected = expectedOf(some, query)
        expect(resourcesOf(whole)).toEqual(expected)
        // The scopes are in the order of their first resources.
        expect(Object.keys(whole.items)).toEqual(Object.keys(expected))
        expect(await readAll(() => from(some), { ...query, pageSizes: takeFrom(stream) })).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  it('neither miss nor repeat resources that exist throughout', async () => {
    await fc.assert(
      fc.asyncProperty(
        instances,
        request,
        sizes,
        fc.infiniteStream(fc.tuple(fc.nat(), instance)),
        async (some, query, stream, changes) => {
          let current = some
          const [gone, come] = [new Set<string>(), new Set<string>()]
          const between = () => {
            const [at, added] = changes.next().value as [number, Instance]
            const removed = current[at % (current.length + 1)]
            if (removed !== undefined) gone.add(identityOf(removed))
            current = current.filter((one) => one !== removed)
            if (current.some((one) => identityOf(one) === identityOf(added))) return
            come.add(identityOf(added))
            current = [...current, added]
          }
          const found = await readAll(() => from(current), { ...query, pageSizes: takeFrom(stream) }, between)
          const stayed = (one: Instance): boolean => !gone.has(identityOf(one)) && !come.has(identityOf(one))
          const thoseThatStayed = (items: Items): Items =>
            Object.fromEntries(
              Object.entries(items)
                .map(([scope, all]) => [scope, all.filter(stayed)] as const)
                .filter(([, all]) => all.length > 0),
            )
          expect(thoseThatStayed(found)).toEqual(thoseThatStayed(expectedOf(some, query)))
          const seen = Object.values(found)
            .flat()
            .map(identityOf)
            .filter((one) => !come.has(one))
          expect(new Set(seen).size).toBe(seen.length)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('resources of the same names without ids', () => {
  const zones = Array.from({ length: 10 }, (_, at) => `zone-${String(at)}`)
  const names = Array.from({ length: 50 }, (_, at) => `vm-${String(at).padStart(2, '0')}`)
  const all = zones.flatMap((zone) => names.map((name) => ({ name, zone: `${url}/zones/${zone}` })))
  const expected = Object.fromEntries(zones.map((zone) => [`zones/${zone}`, names]))

  it.each(forms)('are all listed once on pages of one, from %s', async (_, from) => {
    const read = await readAll(() => from(all.toReversed()), { pageSizes: () => 1 })
    const found = Object.entries(read).map(([scope, some]) => [scope, some.map(({ name }) => name)])
    expect(Object.fromEntries(found)).toEqual(expected)
  })
})

const inZone = ({ zone = '' }: Instance): string => `zones/${zone.slice(zone.lastIndexOf('/') + 1)}`

describe('a store of 100,000 resources in 20 zones', () => {
  const many = Array.from({ length: 100_000 }, (_, at): Instance => {
    const number = (at * 7919) % 100_000
    return {
      name: `vm-${String(Math.floor(number / 20))}`,
      zone: `${url}/zones/z${String(number % 20)}`,
      status: at % 3 === 0 ? 'RUNNING' : 'TERMINATED',
      labels: { env: at % 16 === 5 ? 'prod' : 'dev' },
    }
  })
  const store = createMemoryStore(many)

  it.each([
    'status = RUNNING AND labels.env = prod',
    'zone eq ".*/z1[3-5]" ',
    `zone = "${url}/zones/z7" AND labels.env = prod`,
    'labels.env = none',
  ])('lists those of %s, each once', async (filter) => {
    const matches = compile<Instance>(filter, { schema })
    const wanted = many.filter(matches)
    const read = await readAll(() => store, { filter, pageSizes: () => 500 })
    const found = Object.values(read).flat()
    expect(found).toHaveLength(wanted.length)
    expect(new Set(found)).toEqual(new Set(wanted))
    for (const [scope, some] of Object.entries(read)) expect(new Set(some.map(inZone))).toEqual(new Set([scope]))
  })
})
