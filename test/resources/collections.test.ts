import { describe, expect, test } from 'vitest'
import { collectionOf, collections, type ResourceName, schemaOf } from '../../src/resources/index.ts'
import { isThere, readJson } from '../real/shared.ts'

const rowOf = (name: string, resource?: ResourceName) =>
  collections.find((row) => row.name === name && (resource === undefined || row.resource === resource))

describe('the table of collections', () => {
  test('has the collections and the lists below them', () => {
    expect(collections).toHaveLength(105)
    expect(collections.flatMap(({ lists }) => lists)).toHaveLength(197)
    expect(Object.isFrozen(collections) && collections.every((row) => Object.isFrozen(row.lists[0]))).toBe(true)
  })

  test.each([
    ['instances', 'aggregated compute#instanceAggregatedList instances GET', 'zones compute#instanceList items GET'],
    ['firewalls', 'global compute#firewallList items GET'],
    ['licenses', 'global none items GET'],
    [
      'healthCheckServices',
      'aggregated compute#healthCheckServiceAggregatedList resources GET',
      'regions compute#healthCheckServicesList items GET',
    ],
    ['zones', 'project compute#zoneList items GET', 'regions compute#zoneList items GET'],
    ['listManagedInstances', 'regions none managedInstances POST', 'zones none managedInstances POST'],
  ])('lists %s', (name, ...lists) => {
    const found = rowOf(name)?.lists.map(
      ({ scope, kind = 'none', field, method }) => `${scope} ${kind} ${field} ${method}`,
    )
    expect(found).toEqual(lists)
  })

  test.each([
    ['instances', undefined],
    ['resizeRequests', 'instanceGroupManagers/*'],
    ['reservationSlots', 'reservations/*/reservationBlocks/*/reservationSubBlocks/*'],
    ['hosts', '**'],
    ['wireGroups', 'crossSiteNetworks/*'],
  ])('puts %s below %s', (name, parent) => {
    expect(rowOf(name)?.parent).toBe(parent)
  })

  test('has two rows for the policies of extensions', () => {
    expect(rowOf('vmExtensionPolicies')?.resource).toBe('VmExtensionPolicy')
    expect(rowOf('vmExtensionPolicies', 'GlobalVmExtensionPolicy')?.lists.map(({ scope }) => scope)).toEqual(['global'])
  })
})

describe.runIf(isThere)('the table beside the collected one', () => {
  interface Row {
    readonly collection: string
    readonly resource: ResourceName
    readonly kind: string
    readonly lists: Readonly<
      Record<string, { readonly kind?: string; readonly field?: string; readonly known: string }>
    >
  }
  const rows = (readJson('resources/table.json') ?? []) as readonly Row[]

  test.each(rows)('has the same lists of $resource', ({ collection, resource, kind, lists }) => {
    const row = rowOf(collection, resource)
    // Neither message has a kind; the collected table supposes one.
    if (row?.kind !== undefined) expect(row.kind).toBe(kind)
    else expect(['ImageView', 'ManagedRuleset']).toContain(resource)
    expect(row?.lists).toEqual(
      Object.entries(lists)
        .map(([scope, list]) => ({
          scope,
          kind: list.kind,
          field: list.field ?? (scope === 'aggregated' ? collection : 'items'),
          method: 'GET',
        }))
        .sort((a, b) => (a.scope < b.scope ? -1 : 1)),
    )
  })
})

describe('a schema', () => {
  test.each([
    ['instances', 'Instance'],
    ['Instance', 'Instance'],
    ['vmExtensionPolicies', 'VmExtensionPolicy'],
    ['listManagedInstances', 'ManagedInstance'],
  ])('of %s is that of %s', (name, resource) => {
    expect(schemaOf(name)?.resource).toBe(resource)
  })

  test.each(['', 'instance', 'INSTANCES', '__proto__', 'constructor', 'toString'])('of %j is unknown', (name) => {
    expect(schemaOf(name)).toBeUndefined()
  })

  test('is decoded once', () => {
    expect(schemaOf('disks')).toBe(schemaOf('Disk'))
  })
})

describe('a kind', () => {
  test.each([
    ['compute#instance', 'instances'],
    ['compute#image', 'images'],
    ['compute#InterconnectGroup', 'interconnectGroups'],
    ['compute#instanceGroupManagerResizeRequest', 'resizeRequests'],
    // Usable services are services, so the collection without a parent counts.
    ['compute#backendService', 'backendServices'],
  ])('%s is that of %s', (kind, name) => {
    expect(collectionOf(kind)?.name).toBe(name)
  })

  test.each(['', 'instance', 'compute#instances', 'compute#', '__proto__'])('%j is unknown', (kind) => {
    expect(collectionOf(kind)).toBeUndefined()
  })

  test('an absent kind is not that of collections without a kind', () => {
    expect(collectionOf(undefined as unknown as string)).toBeUndefined()
  })

  test('is the first collection of its kind, without a parent if there is one', () => {
    for (const { kind } of collections) {
      if (kind === undefined) continue
      const all = collections.filter((row) => row.kind === kind)
      expect(collectionOf(kind)).toBe(all.find(({ parent }) => parent === undefined) ?? all[0])
    }
  })
})
