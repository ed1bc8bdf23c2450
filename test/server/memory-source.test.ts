import { afterEach, describe, expect, it, vi } from 'vitest'
import { orders, type ScanQuery } from '../../src/list/index.ts'
import { collectionOf, collections } from '../../src/resources/index.ts'
import { createMemorySource, findPlace, type Place } from '../../src/server/index.ts'
import { collectionNamed } from '../../src/server/place.ts'
import { mergeStores } from '../../src/server/merged-stores.ts'

/** A place by the kind of its resources. */
function at(kind: string, scope: string, parent?: string): Place {
  const collection = collectionOf(`compute#${kind}`)
  if (collection === undefined) throw new Error(kind)
  return { collection, scope, parent }
}

const namedRow = (name: string) => collections.find((row) => row.name === name)

const query = (by: keyof typeof orders): ScanQuery => ({
  project: 'p',
  order: orders[by],
  after: undefined,
  filter: undefined,
  options: {},
  limit: Infinity,
  signal: undefined,
  pause: () => Promise.resolve(),
  reportUnreachable: () => undefined,
})

/** The names of the resources at a place, in an order. */
async function namesAt(
  source: ReturnType<typeof createMemorySource>,
  place: Place,
  by: keyof typeof orders = 'name',
): Promise<readonly unknown[]> {
  const names: unknown[] = []
  for await (const { name } of (await source.open('p', place)?.scan(query(by))) ?? []) names.push(name)
  return names
}

const base = 'https://www.googleapis.com/compute/v1/projects/p'

describe('a memory source', () => {
  it('creates projects on demand', () => {
    const source = createMemorySource()
    const images = at('image', 'global')
    expect(source.open('p', images)).toBeUndefined()
    expect(source.delete('p', 'a')).toBe(false)
    source.insert('p', { name: 'a' })
    source.insert('p', { name: 'b' })
    expect(source.open('p', images)?.get?.('a')).toEqual({ name: 'a' })
    expect(source.delete('p', 'x')).toBe(false)
    expect(source.delete('p', 'a')).toBe(true)
    expect(source.open('constructor', images)).toBeUndefined()
    expect([source.projects(), source.scopes('constructor')]).toEqual([['p'], []])
  })

  it.each<
    readonly [resource: object, hints: object | undefined, kind: string, scope: string, parent: string | undefined]
  >([
    [{}, undefined, 'image', 'global', undefined],
    [{ zone: 'z' }, undefined, 'image', 'global', undefined],
    [{ kind: 5 }, undefined, 'image', 'global', undefined],
    [{ kind: '' }, undefined, 'image', 'global', undefined],
    [{ kind: 'compute#instance', zone: `${base}/zones/z-a` }, undefined, 'instance', 'zones/z-a', undefined],
    [{ kind: 'compute#instance' }, undefined, 'instance', 'global', undefined],
    [{ kind: 'compute#instance' }, { scope: 'zones/z-a' }, 'instance', 'zones/z-a', undefined],
    [
      { kind: 'compute#instance', selfLink: `${base}/zones/z-b/instances/x` },
      undefined,
      'instance',
      'zones/z-b',
      undefined,
    ],
    [{ zone: 'z-a' }, { kind: 'compute#disk' }, 'disk', 'zones/z-a', undefined],
    [{ selfLink: `${base}/zones/z-b/disks/x` }, undefined, 'disk', 'zones/z-b', undefined],
    [{ selfLink: `${base}/zones/z-b/nonsense/x` }, undefined, 'image', 'global', undefined],
    [{ selfLink: `${base}/zones/z-b/disks` }, undefined, 'image', 'global', undefined],
    [{ selfLink: 'x'.repeat(5000) }, undefined, 'image', 'global', undefined],
    [{ kind: 'compute#address', region: 'r' }, undefined, 'address', 'regions/r', undefined],
    [{}, { collection: namedRow('firewalls') }, 'firewall', 'global', undefined],
    [{}, { collection: namedRow('addresses'), scope: 'regions/r' }, 'address', 'regions/r', undefined],
    [{ region: 'r' }, { collection: namedRow('addresses'), scope: 'global' }, 'address', 'regions/r', undefined],
    [{ kind: 'compute#region' }, { scope: 'project' }, 'region', 'project', undefined],
    [{ kind: 'compute#address' }, undefined, 'address', 'global', undefined],
    [{ kind: 'compute#firewall', zone: 'z' }, undefined, 'firewall', 'global', undefined],
    [{ kind: 'compute#zone', region: 'r' }, undefined, 'zone', 'regions/r', undefined],
    [
      {
        kind: 'compute#reservationBlock',
        zone: 'z-a',
        selfLink: `${base}/zones/z-a/reservations/r/reservationBlocks/x`,
      },
      undefined,
      'reservationBlock',
      'zones/z-a',
      'reservations/r',
    ],
    [
      { kind: 'compute#wireGroup', selfLink: `${base}/global/crossSiteNetworks/c/wireGroups/x` },
      undefined,
      'wireGroup',
      'global',
      'crossSiteNetworks/c',
    ],
  ])('files %j (%j)', async (resource, hints, kind, scope, parent) => {
    const source = createMemorySource()
    source.add('p', Object.assign(resource, { name: 'x' }), findPlace(resource, hints))
    expect(await namesAt(source, at(kind, scope, parent))).toEqual(['x'])
    expect(await namesAt(source, at(kind, 'aggregated', parent))).toEqual(['x'])
    expect(await namesAt(source, at(kind, 'zones/other', parent))).toEqual([])
    expect(source.unknownKinds.size).toBe(0)
  })

  it('counts resources of unknown kinds, and parts of unknown resources', async () => {
    const unknown = ['compute#foo', 'compute#foo', '__proto__', 'compute#reservationBlock']
    const source = createMemorySource<object>({ p: unknown.map((kind) => ({ kind, name: 'x' })) })
    source.add('p', {}, findPlace({}, { kind: 'storage#bucket' }))
    source.add('p', {}, findPlace({}, { collection: namedRow('listManagedInstances') }))
    expect(Array.from(source.unknownKinds)).toEqual([
      ['compute#foo', 2],
      ['__proto__', 1],
      ['compute#reservationBlock without selfLink', 1],
      ['storage#bucket', 1],
      ['listManagedInstances without selfLink', 1],
    ])
    expect(await namesAt(source, at('image', 'global'))).toEqual([])
  })

  it('replaces at one place only, and deletes where it is told to', async () => {
    const vm = (zone: string, id: number) => ({ kind: 'compute#instance', name: 'vm', zone, id })
    const source = createMemorySource({
      p: [vm('a-a', 1), vm('a-b', 2), { name: 'vm' }, { kind: 'compute#disk', name: 'vm', zone: 'a-a' }],
    })
    source.insert('p', vm('a-a', 3))
    expect(source.open('p', at('instance', 'zones/a-a'))?.get?.('vm')).toMatchObject({ id: 3 })
    expect(await namesAt(source, at('instance', 'aggregated'))).toEqual(['vm', 'vm'])
    expect(source.delete('p', 'vm', { kind: 'compute#instance', scope: 'zones/a-b' })).toBe(true)
    expect(await namesAt(source, at('instance', 'aggregated'))).toEqual(['vm'])
    expect(source.delete('p', 'vm', { kind: 'compute#nonsense' })).toBe(false)
    expect(source.delete('p', 'vm', { scope: 'zones/a-a' })).toBe(true)
    expect(await namesAt(source, at('instance', 'aggregated'))).toEqual([])
    expect(await namesAt(source, at('image', 'global'))).toEqual(['vm'])
  })

  it('names the zones and regions that its resources imply', () => {
    const resources = [
      { kind: 'compute#instance', zone: 'us-east1-b' },
      { kind: 'compute#address', region: 'europe-west1' },
      { kind: 'compute#zone', name: 'asia-east1-a' },
      { kind: 'compute#region', name: 'asia-east2' },
      { kind: 'compute#region' },
      { name: 'image' },
    ]
    expect([...createMemorySource<object>({ p: resources }).scopes('p')].sort()).toEqual([
      'regions/asia-east1',
      'regions/asia-east2',
      'regions/europe-west1',
      'regions/us-east1',
      'zones/asia-east1-a',
      'zones/us-east1-b',
    ])
  })
})

describe('several stores as one', () => {
  const resources = ['c 1 4', 'a 2 3', 'b 1 2', 'b 2 1', 'd 3 5', 'e 2 6'].map((text) => {
    const [name = '', zone = '', day = ''] = text.split(' ')
    return { kind: 'compute#instance', name, id: day, zone, creationTimestamp: `2024-01-0${day}T00:00:00Z` }
  })
  const source = createMemorySource({ p: resources })
  const all = at('instance', 'aggregated')

  it('are in the order of the query', async () => {
    expect(await namesAt(source, all)).toEqual(['a', 'b', 'b', 'c', 'd', 'e'])
    expect(await namesAt(source, all, 'creationTimestamp desc')).toEqual(['e', 'd', 'c', 'a', 'b', 'b'])
  })

  it('find the first resource of a name, an id and a family', async () => {
    const merged = source.open('p', all)
    expect(await merged?.get?.('b')).toMatchObject({ zone: '2' })
    expect(await merged?.get?.('x')).toBeUndefined()
    expect(await merged?.getById?.('4')).toMatchObject({ name: 'c' })
    const images = [
      { kind: 'compute#image', name: 'old', family: 'f', creationTimestamp: '2024-01-01T00:00:00Z' },
      { kind: 'compute#image', name: 'new', family: 'f', creationTimestamp: '2024-01-02T00:00:00Z' },
    ]
    const stores = images.map((image) => createMemorySource({ p: [image] }).storesAt('p', at('image', 'global')) ?? [])
    expect(await mergeStores(stores.flat()).getFromFamily?.('f')).toMatchObject({ name: 'new' })
  })
})

describe('the members of an instance group', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('are found with pauses', async () => {
    const instances = Array.from({ length: 10 }, (_, at) => ({
      kind: 'compute#instance',
      name: `i${String(at)}`,
      zone: 'z',
    }))
    const collection = namedRow('listManagedInstances')
    const place = { collection, scope: 'zones/z', parent: 'instanceGroupManagers/m' } as Place
    const opened = createMemorySource({ p: instances }).open('p', place)
    let [now, pauses] = [0, 0]
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 3))
    const pause = async (): Promise<void> => {
      pauses++
      await Promise.resolve()
    }
    const found: unknown[] = []
    for await (const member of (await opened?.scan({ ...query('name'), pause })) ?? []) found.push(member)
    expect(found).toEqual([])
    expect(pauses).toBeGreaterThanOrEqual(10)
  })

  it('need a row of the table', () => {
    expect(() => collectionNamed('nonsense')).toThrow(new Error('no collection nonsense'))
  })
})
