import { describe, expect, it } from 'vitest'
import { observed } from '../../src/index.ts'
import {
  type AggregatedListRequest,
  createAggregatedLister,
  createMemoryStore,
  ListError,
  type Listable,
  type ListerOptions,
  type Source,
  type Unreachable,
} from '../../src/list/index.ts'

interface Resource {
  readonly name: string
  readonly zone?: string
  readonly region?: string
  readonly family?: string
}

const [project, field, path] = ['p', 'instances', 'aggregated/instances']
const scopes = ['zones/a', 'zones/b']
const list = createAggregatedLister<Resource>({ kind: 'compute#instanceAggregatedList', path })
const ask = (request: Partial<AggregatedListRequest> = {}, from: Listable<Resource> = resources) =>
  list(from, { project, field, scopes, ...request })

const base = 'https://www.googleapis.com/compute/v1/projects/p'
const resources: readonly Resource[] = [
  { name: 'b', zone: `${base}/zones/b` },
  { name: 'a', zone: `${base}/zones/b` },
  { name: 'a', zone: `${base}/zones/a`, family: 'x' },
  { name: 'c', region: `${base}/regions/r` },
  { name: 'd' },
]
const [bInB, aInB, aInA, cInR, dGlobal] = resources

/** The warning of a scope without results. */
const none = (scope: string) => ({
  warning: {
    code: 'NO_RESULTS_ON_PAGE',
    message: `There are no results for scope '${scope}' on this page.`,
    data: [{ key: 'scope', value: scope }],
  },
})

describe('an aggregated list', () => {
  it('answers as the API does', async () => {
    expect(await ask({ filter: 'family = x' })).toEqual({
      kind: 'compute#instanceAggregatedList',
      id: 'projects/p/aggregated/instances',
      items: { 'zones/a': { instances: [aInA] }, 'zones/b': none('zones/b') },
      selfLink: `${base}/aggregated/instances`,
    })
  })

  it('has its members in the order of the API', async () => {
    const source = {
      scan({ reportUnreachable }) {
        reportUnreachable({ key: 'zone', value: 'a' })
        reportUnreachable({ key: 'disk', value: '3' })
        return resources
      },
    } satisfies Source<Resource>
    const names = 'kind id items nextPageToken selfLink unreachables warning'.split(' ')
    expect(Object.keys(await ask({ maxResults: 1, returnPartialSuccess: true }, source))).toEqual(names)
  })

  it.each<readonly [what: string, request: Partial<AggregatedListRequest>, items: unknown]>([
    [
      'other scopes after the given ones',
      {},
      {
        'zones/a': { instances: [aInA] },
        'zones/b': { instances: [aInB, bInB] },
        'regions/r': { instances: [cInR] },
        global: { instances: [dGlobal] },
      },
    ],
    [
      'the given scopes in their order, each once',
      { scopes: ['global', 'zones/b', 'zones/a', 'zones/b'], maxResults: 1 },
      { global: none('global'), 'zones/b': none('zones/b'), 'zones/a': { instances: [aInA] } },
    ],
    [
      'only scopes with results when none are given',
      { scopes: [], maxResults: 1 },
      { 'zones/a': { instances: [aInA] } },
    ],
    ['an empty object when there is nothing', { scopes: [], filter: 'name = z' }, {}],
    [
      'warnings alone when nothing matches',
      { filter: 'name = z' },
      { 'zones/a': none('zones/a'), 'zones/b': none('zones/b') },
    ],
    [
      'pages that cut across scopes',
      { maxResults: 2, scopes: [] },
      { 'zones/a': { instances: [aInA] }, 'zones/b': { instances: [aInB] } },
    ],
    ['another field', { field: 'resources', maxResults: 1, scopes: [] }, { 'zones/a': { resources: [aInA] } }],
  ])('has %s', async (_, request, items) => {
    const found = await ask(request)
    expect(found.items).toEqual(items)
    expect(Object.keys(found.items)).toEqual(Object.keys(items as object))
    expect((await ask(request, createMemoryStore(resources))).items).toEqual(items)
  })

  it('takes any name for a scope and a field', async () => {
    const { items } = await ask({ scopes: ['__proto__', 'constructor'], field: '__proto__', maxResults: 1 })
    expect(Object.keys(items)).toEqual(['__proto__', 'constructor', 'zones/a'])
    expect(JSON.stringify(items['zones/a'])).toBe(JSON.stringify({ ['__proto__']: [aInA] }))
    expect(Object.getOwnPropertyDescriptor(items, '__proto__')?.value).toEqual(none('__proto__'))
    expect(Object.getPrototypeOf(items)).toBe(Object.prototype)
  })

  it('copies the scopes when it begins', async () => {
    const mine = ['zones/a']
    const found = ask({ scopes: mine, filter: 'name = z' })
    mine.push('zones/b')
    expect(Object.keys((await found).items)).toEqual(['zones/a'])
  })

  it('has no kind unless there is one', async () => {
    const unnamed = createAggregatedLister<Resource>({ baseUrl: 'http://x' })
    expect(await unnamed([], { project, field, scopes: [], path })).toEqual({
      id: 'projects/p/aggregated/instances',
      items: {},
      selfLink: 'http://x/projects/p/aggregated/instances',
    })
    const request = { project, field, scopes: [], path, kind: 'compute#diskAggregatedList' }
    expect(await unnamed([], request)).toMatchObject({ kind: 'compute#diskAggregatedList' })
  })
})

describe('unreachable places', () => {
  const zoneA = { key: 'zone', value: 'a' }
  const regionR = { key: 'region', value: `${base}/regions/r` }
  const disk = { key: 'disk', value: '3' }
  const nameless = { key: 'zone', value: '' }
  const warning = (text: string, ...data: readonly Unreachable[]) => ({
    warning: { code: 'UNREACHABLE', message: `The following could not be reached: ${text}.`, data },
  })
  const without = (...places: readonly Unreachable[]): Source<Resource> => ({
    scan({ reportUnreachable }) {
      for (const place of places) reportUnreachable(place)
      return resources
    },
  })

  it.each<readonly [what: string, places: readonly Unreachable[], answer: unknown]>([
    [
      'in a scope with results',
      [zoneA],
      {
        items: {
          'zones/a': { instances: [aInA], ...warning('zone a', zoneA) },
          'zones/b': none('zones/b'),
        },
        unreachables: ['zones/a'],
      },
    ],
    [
      'in a scope that is not shown otherwise, twice',
      [regionR, regionR],
      {
        items: {
          'zones/a': { instances: [aInA] },
          'zones/b': none('zones/b'),
          'regions/r': warning(`region ${regionR.value}, region ${regionR.value}`, regionR, regionR),
        },
        unreachables: ['regions/r'],
      },
    ],
    [
      'in no scope',
      [disk, nameless],
      {
        items: { 'zones/a': { instances: [aInA] }, 'zones/b': none('zones/b') },
        ...warning('disk 3, zone ', disk, nameless),
      },
    ],
  ])('%s are warnings', async (_, places, answer) => {
    const {
      items,
      unreachables,
      warning: whole,
    } = await ask({ maxResults: 1, returnPartialSuccess: 'True' }, without(...places))
    expect({ items, ...(unreachables && { unreachables }), ...(whole && { warning: whole }) }).toEqual(answer)
  })

  it('are a 503 without a partial success', async () => {
    const error: unknown = await ask({}, without(zoneA, disk)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ListError)
    expect(error).toMatchObject({ status: 503, message: 'The following could not be reached: zone a, disk 3.' })
  })
})

describe('a wrong aggregated request', () => {
  const odd = (value: unknown) => value as never
  it.each<readonly [request: object, message: string]>([
    [{ field: undefined }, 'request.field must be the name of a field other than `warning`, not undefined'],
    [{ field: '' }, 'request.field must be the name of a field other than `warning`, not ``'],
    [{ field: 'warning' }, 'request.field must be the name of a field other than `warning`, not `warning`'],
    [{ scopes: undefined }, 'request.scopes must be an array, not undefined'],
    [{ scopes: 'zones/a' }, 'request.scopes must be an array, not `zones/a`'],
    [{ scopes: ['zones/a', 5] }, 'request.scopes must have strings only, not 5'],
    [{ project: '' }, 'request.project must be the name of a project, not ``'],
    [{ path: 5 }, 'request.path must be the path of a list, not 5'],
  ])('%j is a TypeError', async (request, message) => {
    await expect(ask(request)).rejects.toThrow(new TypeError(message))
  })

  it('without a path is a TypeError, as are null and wrong options', async () => {
    const pathless = createAggregatedLister()
    await expect(pathless([], { project, field, scopes })).rejects.toThrow(
      new TypeError('request.path must be the path of a list, not undefined'),
    )
    await expect(list([], odd(null))).rejects.toThrow(new TypeError('request must be an object, not null'))
    expect(() => createAggregatedLister({ pth: 'x' } as ListerOptions)).toThrow(
      new TypeError('unknown option `pth`; did you mean `path`?'),
    )
  })

  it.each<readonly [request: Partial<AggregatedListRequest>, message: string]>([
    [{ includeAllScopes: 'yes' }, "Invalid value for field 'includeAllScopes': 'yes'. Must be true or false."],
    [{ includeAllScopes: odd(1) }, "Invalid value for field 'includeAllScopes': '1'. Must be true or false."],
    [{ maxResults: -1 }, "Invalid value for field 'maxResults': '-1'. Must be an integer from 0 to 500."],
    [
      { filter: 'name:a', orderBy: 'name' },
      "Invalid value for field 'orderBy': 'name'. Specifying both a list filter and sort order is not currently supported.",
    ],
  ])('%j is a 400', async (request, message) => {
    const strict = createAggregatedLister<Resource>({ path, profile: observed })
    const error: unknown = await strict(resources, { project, field, scopes, ...request }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(ListError)
    expect(error).toMatchObject({ status: 400, message })
  })
})
