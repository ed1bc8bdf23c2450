import { describe, expect, test } from 'vitest'
import { describeEntry, readAll, readForms } from './read-all.ts'

const url = 'https://www.googleapis.com/compute/v1/projects/p'
const instance = { kind: 'compute#instance', name: 'i', selfLink: `${url}/zones/z/instances/i` }
const asset = (type: string, name: string, data?: unknown) => ({
  name: `//compute.googleapis.com/projects/p/${name}`,
  assetType: type.includes('/') ? type : `compute.googleapis.com/${type}`,
  ...(data !== undefined && { resource: { version: 'v1', data } }),
})

const rows: readonly (readonly [value: unknown, entries: readonly string[]])[] = [
  [{}, ['- - - -']],
  [{ name: 'x', zone: 5, region: '' }, ['- x - -']],
  [instance, ['compute#instance i zones/z p']],
  [{ kind: 'foo#bar', name: 'x' }, ['foo#bar x - -']],
  [{ name: 'x', selfLink: `${url}/global/images/x` }, ['- x global p']],
  [{ name: 'x', selfLink: `${url}/regions/r/addresses/x` }, ['- x regions/r p']],
  [{ name: 'x', selfLink: 'projects/example.com:p/zones/z/disks/x' }, ['- x zones/z example.com:p']],
  [{ name: 'z', selfLink: `${url}/zones/z` }, ['- z project p']],
  [{ name: 'p', selfLink: url }, ['- p project p']],
  [{ name: 'f', selfLink: `${url.slice(0, -11)}/locations/global/firewallPolicies/1` }, ['- f organization -']],
  [{ name: 'x', selfLink: 'x'.repeat(3000) }, ['- x - -']],
  [{ name: 'x', zone: `${url}/zones/z` }, ['- x zones/z p']],
  [{ name: 'x', zone: 'z', region: 'r' }, ['- x zones/z -']],
  [{ name: 'x', region: `${url}/regions/r` }, ['- x regions/r p']],
  [{ name: 'x', zone: 'z'.repeat(3000) }, ['- x - -']],
  [
    [instance, { name: 'd', kind: 'compute#disk' }],
    ['compute#instance i zones/z p', 'compute#disk d - -'],
  ],
  [
    { kind: 'compute#instanceList', id: 'projects/p/zones/z/instances', items: [{ name: 'i' }] },
    ['compute#instance i zones/z p'],
  ],
  [{ kind: 'compute#fooList', items: [{ name: 'i' }] }, ['compute#foo i - -']],
  [{ kind: 'compute#diskList', selfLink: `${url}/zones/z/disks`, items: [instance] }, ['compute#instance i zones/z p']],
  [
    {
      kind: 'compute#reservationBlock',
      id: 'projects/p/zones/z/reservations/r/reservationBlocks',
      items: [{ name: 'b' }],
    },
    ['compute#reservationBlock b zones/z p'],
  ],
  [{ kind: 'compute#reservationBlock', name: 'b' }, ['compute#reservationBlock b - -']],
  [{ kind: 'compute#projectsGetXpnResources', resources: [{ name: 'x', id: '1' }] }, ['- x - -']],
  [{ kind: 'compute#diskList', selfLink: `${url}/zones/z/disks` }, []],
  [{ managedInstances: [{ name: 'm', instance: 'i' }], nextPageToken: '' }, ['- m - -']],
  [{ name: 'x', managedInstances: [] }, ['- x - -']],
  [{ assets: [asset('Disk', 'zones/z/disks/d', { name: 'd' })] }, ['compute#disk d zones/z p']],
  [
    [
      asset('Instance', 'zones/z/instances/i', { name: 'i' }),
      asset('RegionDisk', 'regions/r/disks/d', { name: 'd' }),
      asset('GlobalAddress', 'global/addresses/a', { name: 'a', selfLink: `${url.slice(0, -1)}q/global/addresses/a` }),
      asset('GlobalVmExtensionPolicy', 'global/vmExtensionPolicies/v', { name: 'v' }),
    ],
    [
      'compute#instance i zones/z p',
      'compute#disk d regions/r p',
      'compute#address a global q',
      'compute#globalVmExtensionPolicy v global p',
    ],
  ],
  [
    [asset('storage.googleapis.com/Bucket', 'x', {}), asset('Instance', 'x'), asset('Nothing', 'x', {})],
    [
      'f: ignored 2 assets of other types: storage.googleapis.com/Bucket, compute.googleapis.com/Nothing',
      'f: ignored 1 asset without resource.data; export them with the content type resource',
    ],
  ],
  [
    { ...asset('Instance', 'zones/z/instances/i'), resource: 5 },
    ['f: ignored 1 asset without resource.data; export them with the content type resource'],
  ],
  [
    ['a', 'b', 'c', 'd', 'e'].map((name) => asset(`${name}.com/T`, 'x')),
    ['f: ignored 5 assets of other types: a.com/T, b.com/T, c.com/T, …'],
  ],
  [
    [
      {
        name: '//compute.googleapis.com/projects/p/global/images/m',
        asset_type: 'compute.googleapis.com/Image',
        resource: { data: { name: 'm' } },
      },
    ],
    ['compute#image m global p'],
  ],
]

describe('the kind, name, scope and project of each resource', () => {
  test.each(rows)('%j', (value, entries) => {
    for (const read of readForms(value)) expect(read).toEqual(entries)
  })

  test('the line and the text of a resource', () => {
    const text = `{"name": "a"}\n\n[{"name": "b"}, {"name": "c"}]\n${JSON.stringify(asset('Disk', 'x', { name: 'd' }))}\n`
    const found = readAll(text).map((entry) => ('line' in entry ? [entry.line, entry.text] : entry))
    expect(found).toEqual([
      [1, '{"name": "a"}'],
      [3, undefined],
      [3, undefined],
      [4, undefined],
    ])
  })

  test('the collection of resources that have no kind', () => {
    const [entry] = readAll('{"managedInstances": [{"name": "m"}]}')
    expect(entry).toMatchObject({ kind: undefined, collection: { name: 'listManagedInstances' } })
  })

  test('the kind of a list that follows its items', () => {
    const value = { items: [{ name: 'a' }, 5], kind: 'compute#diskList', selfLink: `${url}/zones/z/disks` }
    for (const read of readForms(value).slice(1)) {
      expect(read).toEqual(['compute#disk a zones/z p', 'f:6: item 2 is a number, not an object'])
    }
    expect(readAll(JSON.stringify(value)).map(describeEntry)).toEqual([
      'compute#disk a zones/z p',
      'f:1: item 2 is a number, not an object',
    ])
  })
})
