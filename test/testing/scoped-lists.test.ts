import { describe, expect, it } from 'vitest'
import type { Schema } from '../../src/index.ts'
import { createAggregatedLister, createLister, scopeOf } from '../../src/list/index.ts'
import { schemaOf } from '../../src/resources/index.ts'
import {
  type AggregatedAnswer,
  DisagreementError,
  expectListsLike,
  type ListLawOptions,
  type ListQuery,
} from '../../src/testing/index.ts'
import { placementOf, scopeOf as lawScopeOf } from '../../src/testing/laws/placement.ts'
import { unhurried } from './fault-seeds.ts'

const few = { runs: 150, withinMs: Infinity }
const path = 'aggregated/addresses'
const scopes = ['regions/us-east1', 'regions/us-west1', 'global']
const aggregated: ListLawOptions = { schema: schemaOf('Address'), path, scopes }

type Scopes = Record<string, { addresses?: readonly object[]; warning?: unknown }>

/** The library's list of addresses, with a change to each page and to the stored resources. */
const createEndpoint =
  (change: (items: Scopes, query: ListQuery) => unknown = (items) => items, keep = (all: readonly object[]) => all) =>
  (resources: readonly object[]) => {
    const lister = createAggregatedLister<object>({ schema: schemaOf('Address'), path })
    let stored = keep(resources)
    return {
      list: async (query: ListQuery) => {
        const page = await lister(stored, { project: 'p', field: 'addresses', scopes, ...query })
        return { ...page, items: change({ ...page.items }, query) } as AggregatedAnswer
      },
      replace: (others: readonly object[]) => {
        stored = keep(others)
      },
    }
  }

const nameOf = (resource: object): unknown => (resource as { readonly name?: unknown }).name

describe('lists of a place', () => {
  it.each<readonly [string, Schema, string, readonly string[] | undefined]>([
    ['a zone', schemaOf('Instance'), 'zones/us-east1-b/instances', ['zones/us-east1-c']],
    ['a region', schemaOf('Address'), 'regions/us-east1/addresses', ['global', 'regions/us-west1']],
    ['no zone', schemaOf('Firewall'), 'global/firewalls', undefined],
  ])('of this library are right: %s', async (_, schema, path, others) => {
    const list = createLister<object>({ schema })
    const own = path.split('/').slice(0, -1).join('/')
    await expectListsLike(
      (all) => {
        let stored = all
        return {
          list: (query) =>
            list(
              stored.filter((one) => scopeOf(one) === own),
              { project: 'p', ...query },
            ),
          replace: (resources) => {
            stored = resources
          },
        }
      },
      { ...few, schema, path, scopes: others, wrongTypes: true },
    )
  })

  it('finds one that lists another zone, too', async () => {
    const list = createLister<object>()
    const found = expectListsLike((all) => (query) => list(all, { project: 'p', ...query }), {
      path: 'zones/a/images',
      scopes: ['zones/b'],
      ...unhurried,
    })
    await expect(found).rejects.toThrow(/\nexpected: \[\]\nfound: {4}\["."\]\n/)
  })

  it('finds one that takes a token of another zone', async () => {
    const list = createLister<object>()
    const ignoring = (all: readonly object[]) => {
      const own = all.filter((one) => scopeOf(one) === 'zones/a')
      return (query: ListQuery) => list(own, { project: 'p', ...query, path: 'zones/a/images' })
    }
    const options = { path: 'zones/a/images', scopes: ['zones/b'], ...unhurried }
    const found = expectListsLike(ignoring, options)
    await expect(found).rejects.toThrow(
      /then: token of another path\n.*\nfound: {4}a page token in `zones\/b\/images` \("/,
    )
  })
})

describe('aggregated lists', () => {
  it('of this library are right', async () => {
    await expectListsLike(createEndpoint(), { ...aggregated, ...few, wrongTypes: true })
  })

  const ofScope = (scope: string, content: unknown) => (items: Scopes) => ({ ...items, [scope]: content })
  const none = (scope: string, rest: object = {}) => ({
    warning: { code: 'NO_RESULTS_ON_PAGE', message: 'none', data: [{ key: 'scope', value: scope }], ...rest },
  })
  const countOf = (items: Scopes) => Object.values(items).flatMap(({ addresses = [] }) => addresses).length
  const global = (items: Scopes): readonly object[] => items.global?.addresses ?? []

  it.each<readonly [string, (items: Scopes, query: ListQuery) => unknown, string | RegExp]>([
    ['leaves `items` out', () => undefined, 'found:    no `items`, which an aggregated list always has\n'],
    ['has a list for `items`', () => [], 'found:    `items` is an array, not an object\n'],
    ['has no scope', ofScope('global', null), 'found:    `items["global"]` is null, not an object\n'],
    [
      'has no list',
      ofScope('global', { addresses: {} }),
      'found:    `items["global"].addresses` is an object, not an array\n',
    ],
    [
      'has an empty list',
      ofScope('global', { addresses: [] }),
      'found:    an empty `items["global"].addresses`, which must be left out\n',
    ],
    [
      'has no warning',
      (items) => (global(items).length > 0 ? items : { ...items, global: {} }),
      'found:    `items["global"]` has no results, and not the warning NO_RESULTS_ON_PAGE of its scope: none\n',
    ],
    [
      'has another warning',
      (items) => (global(items).length > 0 ? items : { ...items, global: none('global', { code: 'X' }) }),
      /warning NO_RESULTS_ON_PAGE of its scope: \{"code":"X"/,
    ],
    [
      'has a warning without words',
      (items) => (global(items).length > 0 ? items : { ...items, global: none('global', { message: 5 }) }),
      /warning NO_RESULTS_ON_PAGE of its scope: \{/,
    ],
    [
      'has the warning of another scope',
      (items) => (global(items).length > 0 ? items : { ...items, global: none('regions/x') }),
      /warning NO_RESULTS_ON_PAGE of its scope: \{.*"regions\/x"/,
    ],
    [
      'has a warning without data',
      (items) => (global(items).length > 0 ? items : { ...items, global: none('global', { data: undefined }) }),
      /warning NO_RESULTS_ON_PAGE of its scope: \{/,
    ],
    [
      'has a warning beside results',
      (items) => (global(items).length > 0 ? { ...items, global: { ...items.global, ...none('global') } } : items),
      /found: {4}`items\["global"\]` has results and a warning: \{"code":"NO_RESULTS_ON_PAGE"/,
    ],
    [
      'has names that are none',
      (items) => (global(items).length > 0 ? { ...items, global: { addresses: [{}] } } : items),
      'found:    `items["global"].addresses[0].name` is undefined, not a string\n',
    ],
    [
      'leaves empty scopes out',
      (items) => Object.fromEntries(Object.entries(items).filter(([, { addresses = [] }]) => addresses.length > 0)),
      /found: {4}no `(?:regions\/us-east1|regions\/us-west1|global)` in `items`: a scope without results has a warning\n/,
    ],
    [
      'puts a resource under another scope',
      (items) => {
        const all = Object.values(items).flatMap(({ addresses = [] }) => addresses)
        return all.length === 0
          ? items
          : {
              'regions/us-east1': none('regions/us-east1'),
              'regions/us-west1': none('regions/us-west1'),
              global: { addresses: all },
            }
      },
      /found: {4}"." is under `global`, not under its own scope `regions\/us-(?:east|west)1`\n/,
    ],
    [
      'repeats one on a page',
      (items, { maxResults }) =>
        global(items).length === 1 && countOf(items) < maxResults
          ? { ...items, global: { addresses: [...global(items), ...global(items)] } }
          : items,
      /found: {4}"global ." is listed twice\n/,
    ],
  ])('finds one that %s', async (_, change, message) => {
    await expect(expectListsLike(createEndpoint(change), { ...aggregated, ...unhurried })).rejects.toThrow(message)
  })

  it('finds one that repeats a resource across pages', async () => {
    const repeating = (resources: readonly object[]) => {
      const { list } = createEndpoint()(resources)
      let last: Scopes | undefined
      return async (query: ListQuery) => {
        const page = (await list(query)) as { readonly items: Scopes; readonly nextPageToken?: string }
        const shown = query.pageToken !== undefined && last !== undefined ? { ...page, items: last } : page
        last = page.items
        return shown
      }
    }
    await expect(expectListsLike(repeating, { ...aggregated, ...unhurried })).rejects.toThrow(
      /found: {4}"\S+ ." is listed twice\n/,
    )
  })

  it('finds one that loses one of two resources of the same name', async () => {
    const byName = (all: readonly object[]) => [...new Map(all.map((one) => [nameOf(one), one])).values()]
    const found = await expectListsLike(createEndpoint(undefined, byName), {
      ...aggregated,
      ...unhurried,
    }).catch((error: unknown) => error)
    expect(found).toBeInstanceOf(DisagreementError)
    expect(String(found)).toMatch(/\nexpected: \["(\S+ .)","(\S+ .)"\]\nfound: {4}\["(?:\1|\2)"\]\n/)
  })

  it('finds one whose pages are not those of one list', async () => {
    // One scope after the other, each by name.
    const byScope = (resources: readonly object[]) => {
      const lister = createAggregatedLister<object>({ schema: schemaOf('Address'), path })
      return async ({ filter, maxResults, orderBy, pageToken = '0' }: ListQuery) => {
        const rest = { project: 'p', field: 'addresses', scopes, filter, maxResults: 500, orderBy }
        const { items } = await lister(resources, rest)
        const all = Object.values(items).flatMap(({ addresses = [] }) => addresses)
        const size = maxResults > 0 ? Math.min(500, maxResults) : 500
        const page = all.slice(Number(pageToken), Number(pageToken) + size)
        const next = Number(pageToken) + size
        const shown = await lister(page, { ...rest, filter: '' })
        return { items: shown.items, ...(next < all.length && { nextPageToken: String(next) }) }
      }
    }
    const options = {
      ...aggregated,
      anyMaxResults: false,
      strangeTokens: false,
      orderBy: false,
      ...unhurried,
    }
    await expect(expectListsLike(byScope, options)).rejects.toThrow(/maxResults: 1\nexpected: .*\nfound: {4}\["/)
  })

  it('accepts what an option leaves open', async () => {
    const without = (items: Scopes) =>
      Object.fromEntries(Object.entries(items).filter(([, { addresses = [] }]) => addresses.length > 0))
    await expectListsLike(createEndpoint(without), { ...aggregated, ...few, emptyScopes: false })
    const empty = (items: Scopes) => {
      const entries = Object.entries(items).map(([scope, content]) => [scope, { addresses: [], ...content }])
      return Object.fromEntries(entries) as Scopes
    }
    await expectListsLike(createEndpoint(empty), { ...aggregated, ...few, leftOut: false })
    const renamed = createEndpoint((items) =>
      Object.fromEntries(
        Object.entries(items).map(([scope, { addresses, warning }]) => [scope, { resources: addresses, warning }]),
      ),
    )
    await expectListsLike(renamed, { ...aggregated, ...few, field: 'resources' })
  })

  it('shows many resources by their number', async () => {
    const losing = createEndpoint((items) => {
      const list = global(items)
      return list.length > 20 ? { ...items, global: { addresses: list.slice(1) } } : items
    })
    const options = { ...aggregated, fullPages: false, ...unhurried }
    await expect(expectListsLike(losing, options)).rejects.toThrow(
      /\nresources: \d+ resources, the first \[\{"name":"image-0","region":/,
    )
  })
})

describe('the options about places', () => {
  it.each<readonly [ListLawOptions, string]>([
    [
      { path: 'instances' },
      'the option `path` must be `aggregated/C`, `global/C`, `zones/Z/C` or `regions/R/C`, not `instances`',
    ],
    [{ scopes: ['zones/a'] }, 'the option `scopes` requires `path`'],
    [
      { path: 'aggregated/instances' },
      'the option `scopes` must name the scopes of an aggregated list, such as `zones/us-east1-b`',
    ],
    [
      { path: 'aggregated/instances', scopes: ['zones/a', 'zones/a'] },
      'the option `scopes` must be an array of different scopes: `global`, `zones/Z`, `regions/R`, not zones/a,zones/a',
    ],
    [
      { path: 'aggregated/instances', scopes: ['a'] },
      'the option `scopes` must be an array of different scopes: `global`, `zones/Z`, `regions/R`, not a',
    ],
    [{ field: 'warning' }, 'the option `field` must be the name of a field other than `warning`, not `warning`'],
    [{ field: '' }, 'the option `field` must be the name of a field other than `warning`, not ``'],
  ])('%j is rejected', async (options, message) => {
    await expect(expectListsLike(() => () => ({}), options)).rejects.toThrow(new TypeError(message))
  })

  it.each([
    [{ path: 'zones/a/disks', scopes: ['zones/b', 'zones/a'] }, 'zones/a', ['zones/a', 'zones/b']],
    [{ path: 'global/images' }, 'global', ['global']],
    [{ path: 'aggregated/disks', scopes: ['zones/b'] }, undefined, ['zones/b']],
  ])('%j', (options, own, all) => {
    expect(placementOf(options)).toMatchObject({ own, scopes: all })
  })

  it.each([
    [{ zone: 'x/zones/a', region: 'b' }, 'zones/a'],
    [{ region: 'b' }, 'regions/b'],
    [{ zone: 5 }, 'global'],
    [{ selfLink: 'https://x/projects/p/zones/a/policies/x' }, 'zones/a'],
    [{ selfLink: 'https://x/projects/p/global/policies/x' }, 'global'],
    [{ selfLink: 5 }, 'global'],
  ])('%j is in %s', (resource, expected) => {
    expect(lawScopeOf(resource)).toBe(expected)
  })
})
