import { describe, expect, it } from 'vitest'
import { collections } from '../../src/resources/index.ts'
import { createHandler, createMemorySource, type HandlerOptions } from '../../src/server/index.ts'

const site = 'https://www.googleapis.com/compute/v1/'
const link = (path: string) => `${site}projects/p/${path}`
const made = (zone: string, name: string, more: object = {}) => ({
  kind: 'compute#instance',
  name,
  zone: link(`zones/${zone}`),
  selfLink: link(`zones/${zone}/instances/${name}`),
  status: 'RUNNING',
  ...more,
})
const by = (creator: string) => ({ metadata: { items: [{ key: 'x' }, { key: 'created-by', value: creator }, null] } })

const resources = [
  made('us-east1-b', 'vm', {
    id: '7',
    labels: { env: 'prod' },
    ...by('projects/1/zones/us-east1-b/instanceGroupManagers/web'),
  }),
  made('us-east1-c', 'vm', { status: 'TERMINATED', ...by('projects/1/regions/us-east1/instanceGroupManagers/all') }),
  made('us-east1-b', 'db', { status: 'TERMINATED', ...by('instanceGroupManagers/web') }),
  made('us-east1-b', 'api', { ...by('projects/1/zones/us-east1-c/instanceGroupManagers/web') }),
  { kind: 'compute#instanceGroupManager', name: 'web', zone: 'us-east1-b' },
  { kind: 'compute#instanceGroupManager', name: 'none', zone: 'us-east1-b' },
  { kind: 'compute#instanceGroup', name: 'web', zone: 'us-east1-b' },
  { kind: 'compute#address', name: 'ip', region: 'europe-west1', status: 'IN_USE' },
  { kind: 'compute#address', name: 'any' },
  { kind: 'compute#firewall', name: 'fw', network: 'default', disabled: false },
  { kind: 'compute#zone', name: 'us-east1-b', id: '1', status: 'DOWN', region: link('regions/us-east1') },
  { kind: 'compute#router', name: 'r1', region: 'europe-west1' },
  { kind: 'compute#networkEdgeSecurityService', name: 'edge', region: 'europe-west1' },
  {
    kind: 'compute#instanceGroupManagerResizeRequest',
    name: 'rr',
    zone: 'us-east1-b',
    selfLink: link('zones/us-east1-b/instanceGroupManagers/web/resizeRequests/rr'),
  },
  { name: 'image' },
]
const source = createMemorySource<object>({
  p: resources,
  'organizations/1': [{ kind: 'compute#firewallPolicy', name: '5', shortName: 'x' }],
  q: [{ kind: 'compute#project', name: 'q', id: '3' }],
})

interface Asked extends Partial<HandlerOptions> {
  readonly method?: string
  readonly body?: string
}

/** What is answered to a path below `/compute/v1`. */
async function ask(path: string, { method = 'GET', body, ...options }: Asked = {}) {
  const handle = createHandler({ source, ...options })
  const init = { method, ...(body !== undefined && { body }) }
  const answer = await handle(new Request(`http://localhost/compute/v1/${path}`, init), { remoteAddress: '127.0.0.1' })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown>, headers: answer.headers }
}

const messageOf = ({ json }: Awaited<ReturnType<typeof ask>>) =>
  (json as { error?: { message: string } }).error?.message
const namesOf = (items: unknown) => (items as readonly { name: string }[] | undefined)?.map(({ name }) => name)

describe('a list', () => {
  it.each<readonly [path: string, kind: string | undefined, names: readonly string[] | undefined]>([
    ['projects/p/global/images', 'compute#imageList', ['image']],
    ['projects/p/global/firewalls', 'compute#firewallList', ['fw']],
    ['projects/p/global/addresses', 'compute#addressList', ['any']],
    ['projects/p/regions/europe-west1/addresses', 'compute#addressList', ['ip']],
    ['projects/p/zones/us-east1-b/instances', 'compute#instanceList', ['api', 'db', 'vm']],
    ['projects/p/zones/us-east1-c/instances', 'compute#instanceList', ['vm']],
    ['projects/p/zones/us-east1-b/disks', 'compute#diskList', undefined],
    ['projects/p/regions/us-east1/instanceGroups', 'compute#regionInstanceGroupList', undefined],
    ['projects/p/global/licenses', undefined, undefined],
    ['projects/p/zones', 'compute#zoneList', ['us-east1-b', 'us-east1-c']],
    ['projects/p/regions', 'compute#regionList', ['europe-west1', 'us-east1']],
    ['projects/p/regions/us-east1/zones', 'compute#zoneList', ['us-east1-b', 'us-east1-c']],
    ['projects/p/regions/europe-west1/zones', 'compute#zoneList', undefined],
    [
      'projects/p/zones/us-east1-b/instanceGroupManagers/web/resizeRequests',
      'compute#instanceGroupManagerResizeRequestList',
      ['rr'],
    ],
    ['projects/p/aggregated/subnetworks/listUsable', 'compute#usableSubnetworksAggregatedList', undefined],
    ['projects/p/global/backendServices/listUsable', 'compute#usableBackendServiceList', undefined],
    ['projects/p/zones/us-east1-b/instances/vm/referrers', 'compute#instanceListReferrers', undefined],
    ['projects/p/zones/us-east1-b/x/y/hosts', 'compute#hostsListResponse', undefined],
    ['projects/p/zones/us-east1-b/instances/vm/hosts', 'compute#hostsListResponse', undefined],
    ['projects/p/zones/us-east1-b/instances?filter=labels.env%3Dprod', 'compute#instanceList', ['vm']],
    ['projects/p/zones/us-east1-b/instances?filter=%20(status%20eq%20RUNNING)', 'compute#instanceList', ['api', 'vm']],
    ['projects/p/zones/us-east1-b/instances?filter=(status+%3D+RUNNING)+(name+%3D+vm)', 'compute#instanceList', ['vm']],
    ['projects/p/zones?filter=%20(status%20eq%20UP)', 'compute#zoneList', ['us-east1-c']],
    [
      'projects/p/global/firewalls?filter=(network+eq+".*default.*")(disabled+eq+false)',
      'compute#firewallList',
      ['fw'],
    ],
  ])('%s', async (path, kind, names) => {
    const { status, json } = await ask(path)
    const id = path.replace(/\?.*/, '')
    expect({ status, kind: json.kind, names: namesOf(json.items) }).toEqual({ status: 200, kind, names })
    expect([json.id, json.selfLink]).toEqual([id, `${site}${id}`])
  })

  it('of a parent in one segment, as the clients of Google send it', async () => {
    const { status, json } = await ask('projects/p/zones/us-east1-b/instances%2Fvm/hosts')
    expect([status, json.id]).toEqual([200, 'projects/p/zones/us-east1-b/instances/vm/hosts'])
    expect(messageOf(await ask('projects/p/zones/us-east1-b/reservations%2Fr/hosts/h'))).toBe(
      "The resource 'projects/p/zones/us-east1-b/reservations/r/hosts/h' was not found",
    )
    expect(messageOf(await ask('projects/p/zones/us-east1-b/reservations%2F%252F/hosts'))).toBe(
      "Path not found: '/compute/v1/projects/p/zones/us-east1-b/reservations%2F%252F/hosts'.",
    )
  })

  it('of an organization', async () => {
    expect((await ask('locations/global/firewallPolicies?parentId=organizations/1')).json).toEqual({
      kind: 'compute#firewallPolicyList',
      id: 'locations/global/firewallPolicies',
      items: [{ kind: 'compute#firewallPolicy', name: '5', shortName: 'x' }],
      selfLink: `${site}locations/global/firewallPolicies`,
    })
    expect(messageOf(await ask('locations/global/firewallPolicies?parentId=folders/2'))).toBe(
      "The resource 'folders/2' was not found",
    )
    expect(messageOf(await ask('locations/global/operations'))).toBe(
      "Invalid value for field 'parentId': ''. Must be organizations/ID or folders/ID.",
    )
    expect(messageOf(await ask('locations/global/firewallPolicies?parentId=p'))).toBe(
      "Invalid value for field 'parentId': 'p'. Must be organizations/ID or folders/ID.",
    )
  })

  it('has under `fields` the members of its own form', async () => {
    const scoped = 'projects/p/aggregated/instances?fields=items/*/instances(name),nextPageToken'
    expect((await ask(scoped)).json).toEqual({
      items: {
        'zones/us-east1-b': { instances: [{ name: 'api' }, { name: 'db' }, { name: 'vm' }] },
        'zones/us-east1-c': { instances: [{ name: 'vm' }] },
      },
    })
    expect(messageOf(await ask('projects/p/aggregated/instances?fields=items/*/disks'))).toBe(
      'Invalid field selection disks',
    )
    expect(messageOf(await ask('projects/p/zones/us-east1-b/instances?fields=items/instances'))).toBe(
      'Invalid field selection instances',
    )
    expect((await ask('projects/p?fields=name')).json).toEqual({ name: 'p' })
  })
})

describe('one resource', () => {
  it.each([
    ['projects/p/zones/us-east1-b/instances/vm', { id: '7' }],
    ['projects/p/zones/us-east1-b/instances/7', { name: 'vm' }],
    ['projects/p/regions/europe-west1/addresses/ip', { status: 'IN_USE' }],
    ['projects/p/global/firewalls/fw', { network: 'default' }],
    ['projects/p/zones/us-east1-b', { id: '1', status: 'DOWN' }],
    ['projects/p/regions/europe-west1/networkEdgeSecurityServices/edge', { name: 'edge' }],
    ['projects/p/zones/us-east1-b/instanceGroupManagers/web/resizeRequests/rr', { name: 'rr' }],
    [
      'projects/p/zones/us-east1-c',
      {
        kind: 'compute#zone',
        id: '2109860289065772130',
        name: 'us-east1-c',
        description: 'us-east1-c',
        status: 'UP',
        region: link('regions/us-east1'),
        selfLink: link('zones/us-east1-c'),
      },
    ],
    [
      'projects/p/regions/us-east1',
      {
        kind: 'compute#region',
        id: '4049673288050941188',
        name: 'us-east1',
        description: 'us-east1',
        status: 'UP',
        zones: [link('zones/us-east1-b'), link('zones/us-east1-c')],
        quotas: [],
        selfLink: link('regions/us-east1'),
      },
    ],
    [
      'projects/p',
      {
        kind: 'compute#project',
        id: '9114710277888083218',
        name: 'p',
        commonInstanceMetadata: { kind: 'compute#metadata' },
        quotas: [],
        selfLink: `${site}projects/p`,
      },
    ],
    ['projects/q', { kind: 'compute#project', name: 'q', id: '3' }],
  ])('%s', async (path, members) => {
    const { status, json } = await ask(path)
    expect(status).toBe(200)
    expect(json).toMatchObject(members)
  })

  it('is named in the error 404, and so is its place', async () => {
    const missing = [
      'projects/nobody',
      'projects/p/zones/nowhere',
      'projects/p/regions/nowhere',
      'projects/p/zones/us-east1-b/instances/x',
      'projects/p/zones/us-east1-b/instances/99',
      'projects/p/global/images/family/x',
    ]
    for (const path of missing) expect(messageOf(await ask(path))).toBe(`The resource '${path}' was not found`)
    expect(messageOf(await ask('projects/p/zones/nowhere/instances'))).toBe(
      "The resource 'projects/p/zones/nowhere' was not found",
    )
    expect(messageOf(await ask('projects/p/zones/us-east1-b/instanceGroupManagers/x/resizeRequests'))).toBe(
      "The resource 'projects/p/zones/us-east1-b/instanceGroupManagers/x' was not found",
    )
  })
})

describe('the members of a managed instance group', () => {
  const zone = 'projects/p/zones/us-east1-b'
  const post = { method: 'POST' }

  it('are the instances that it has created', async () => {
    expect((await ask(`${zone}/instanceGroupManagers/web/listManagedInstances`, post)).json).toEqual({
      managedInstances: [
        {
          name: 'db',
          instance: link('zones/us-east1-b/instances/db'),
          instanceStatus: 'TERMINATED',
          currentAction: 'NONE',
        },
        {
          id: '7',
          name: 'vm',
          instance: link('zones/us-east1-b/instances/vm'),
          instanceStatus: 'RUNNING',
          currentAction: 'NONE',
        },
      ],
    })
    const regional = 'projects/p/regions/us-east1/instanceGroupManagers/all/listManagedInstances'
    expect((await ask(regional, post)).json.managedInstances).toMatchObject([
      { name: 'vm', instanceStatus: 'TERMINATED' },
    ])
    const filtered = `${zone}/instanceGroupManagers/web/listManagedInstances?filter=instanceStatus%3DRUNNING&fields=managedInstances(name)`
    expect((await ask(filtered, post)).json).toEqual({ managedInstances: [{ name: 'vm' }] })
  })

  it('are on pages', async () => {
    const path = `${zone}/instanceGroupManagers/web/listManagedInstances?maxResults=1`
    const first = await ask(path, post)
    expect(namesOf(first.json.managedInstances)).toEqual(['db'])
    const second = await ask(`${path}&pageToken=${String(first.json.nextPageToken)}`, post)
    expect(namesOf(second.json.managedInstances)).toEqual(['vm'])
    expect(second.json.nextPageToken).toBeUndefined()
  })

  it('may be none, of a group that there is', async () => {
    expect((await ask(`${zone}/instanceGroupManagers/none/listManagedInstances`, post)).json).toEqual({})
    expect((await ask(`${zone}/instanceGroupManagers/web/listPerInstanceConfigs`, post)).json).toEqual({})
    expect(messageOf(await ask(`${zone}/instanceGroupManagers/x/listManagedInstances`, post))).toBe(
      `The resource '${zone}/instanceGroupManagers/x' was not found`,
    )
  })

  it.each<readonly [body: string | undefined, names: readonly string[] | string]>([
    [undefined, ['db', 'vm']],
    ['', ['db', 'vm']],
    ['{}', ['db', 'vm']],
    ['""', ['db', 'vm']],
    ['{"instanceState":null}', ['db', 'vm']],
    ['{"instanceState":"ALL"}', ['db', 'vm']],
    ['{"instanceState":"RUNNING"}', ['vm']],
    ['{"instanceState":"running"}', "Invalid value for field 'instanceState': 'running'. Must be ALL or RUNNING."],
    ['{"instanceState":5}', "Invalid value for field 'instanceState': '5'. Must be ALL or RUNNING."],
    ['[]', 'Bad request: the body is not a JSON object.'],
    ['{', 'Bad request: the body is not a JSON object.'],
    ['x'.repeat(70_000), 'The body is longer than 65536 bytes.'],
  ])('are listed by their state %#', async (body, expected) => {
    const answer = await ask(`${zone}/instanceGroups/web/listInstances`, {
      ...post,
      ...(body !== undefined && { body }),
    })
    if (typeof expected === 'string') expect(messageOf(answer)).toBe(expected)
    else {
      expect(answer.json).toMatchObject({
        kind: 'compute#instanceGroupsListInstances',
        items: expected.map((name) => ({ instance: link(`zones/us-east1-b/instances/${name}`) })),
      })
      expect(Object.keys((answer.json.items as readonly object[])[0] ?? {})).toEqual(['instance', 'status'])
    }
  })

  it('are listed by POST', async () => {
    const { status, headers } = await ask(`${zone}/instanceGroupManagers/web/listManagedInstances`)
    expect([status, headers.get('allow')]).toEqual([405, 'POST'])
    expect(messageOf(await ask(`${zone}/instanceGroupManagers/web/listManagedInstances`, { method: 'DELETE' }))).toBe(
      `Not implemented: DELETE '${zone}/instanceGroupManagers/web/listManagedInstances' is not served: this server only reads.`,
    )
  })
})

describe('an aggregated list', () => {
  const path = 'projects/p/aggregated/addresses'
  const none = (scope: string) => ({
    warning: {
      code: 'NO_RESULTS_ON_PAGE',
      message: `There are no results for scope '${scope}' on this page.`,
      data: [{ key: 'scope', value: scope }],
    },
  })
  const items = {
    global: { addresses: [{ kind: 'compute#address', name: 'any' }] },
    'regions/europe-west1': {
      addresses: [{ kind: 'compute#address', name: 'ip', region: 'europe-west1', status: 'IN_USE' }],
    },
    'regions/us-east1': none('regions/us-east1'),
  }

  it('shows the scopes of its collection', async () => {
    expect((await ask(path)).json).toEqual({
      kind: 'compute#addressAggregatedList',
      id: path,
      items,
      selfLink: `${site}${path}`,
    })
  })

  it('shows all scopes on demand, as gcloud asks', async () => {
    const query = '?alt=json&includeAllScopes=True&maxResults=500&returnPartialSuccess=True&serviceProjectNumber=1'
    expect((await ask(path + query)).json.items).toEqual({
      ...items,
      'zones/us-east1-b': none('zones/us-east1-b'),
      'zones/us-east1-c': none('zones/us-east1-c'),
    })
    expect(messageOf(await ask(`${path}?includeAllScopes=1`))).toBe(
      "Invalid value for field 'includeAllScopes': '1'. Must be true or false.",
    )
  })

  it('always has items', async () => {
    expect((await ask('projects/q/aggregated/instances')).json.items).toEqual({})
    const bare = { source: { open: () => ({ scan: () => [{ name: 'a', zone: 'z' }] }) } }
    expect((await ask('projects/q/aggregated/instances', bare)).json.items).toEqual({
      'zones/z': { instances: [{ name: 'a', zone: 'z' }] },
    })
  })

  it('shows all of 500 resources of one name once, one on each page', async () => {
    const same = Array.from({ length: 500 }, (_, at) => made(`r-${String(at)}`, 'vm'))
    const handle = createHandler({ source: createMemorySource({ p: same }) })
    const seen: string[] = []
    let token: string | undefined = ''
    while (token !== undefined) {
      const url = `http://localhost/compute/v1/projects/p/aggregated/instances?maxResults=1&pageToken=${token}`
      const answer = await handle(new Request(url), { remoteAddress: '127.0.0.1' })
      const page = (await answer.json()) as { items: Record<string, { instances?: unknown[] }>; nextPageToken?: string }
      seen.push(...Object.keys(page.items).filter((scope) => page.items[scope]?.instances !== undefined))
      token = page.nextPageToken
    }
    expect([seen.length, new Set(seen).size]).toEqual([500, 500])
  })
})

describe('a page token', () => {
  it.each([
    ['zones/us-east1-b/instances?maxResults=1', 'zones/us-east1-c/instances'],
    ['zones/us-east1-b/instances?maxResults=1', 'aggregated/instances'],
    ['aggregated/instances?maxResults=1', 'aggregated/instances?includeAllScopes=true'],
    ['aggregated/instances?maxResults=1', 'aggregated/disks'],
  ])('of %s is refused by %s', async (from, to) => {
    const { json } = await ask(`projects/p/${from}`)
    const token = `${to.includes('?') ? '&' : '?'}pageToken=${String(json.nextPageToken)}`
    expect(
      (await ask(`projects/p/${from}${from.includes('?') ? '&' : '?'}pageToken=${String(json.nextPageToken)}`)).status,
    ).toBe(200)
    expect((await ask(`projects/p/${to}${token}`)).status).toBe(400)
  })
})

describe('what is not served', () => {
  it.each<readonly [method: string, path: string, status: number, message: string]>([
    [
      'GET',
      'projects/p/global/frobs',
      501,
      "Not implemented: GET 'projects/p/global/frobs' is not served: there is no collection 'frobs' in global.",
    ],
    [
      'GET',
      'projects/p/global/instances/x',
      501,
      "Not implemented: GET 'projects/p/global/instances/x' is not served: there is no collection 'instances' in global.",
    ],
    [
      'GET',
      'projects/p/zones/z/imageFamilyViews/f',
      501,
      "Not implemented: GET 'projects/p/zones/z/imageFamilyViews/f' is not served: there is no collection 'imageFamilyViews' in zones.",
    ],
    [
      'GET',
      'projects/p/zones/us-east1-b/instances/vm/serialPort',
      501,
      "Not implemented: GET 'projects/p/zones/us-east1-b/instances/vm/serialPort' is not served.",
    ],
    [
      'GET',
      'projects/p/frobs',
      501,
      "Not implemented: GET 'projects/p/frobs' is not served: there is no collection 'frobs' in project.",
    ],
    [
      'GET',
      'projects/p/aggregated/images',
      501,
      "Not implemented: GET 'projects/p/aggregated/images' is not served: there is no collection 'images' in aggregated.",
    ],
    [
      'GET',
      'projects/p/aggregated/instances/vm',
      501,
      "Not implemented: GET 'projects/p/aggregated/instances/vm' is not served.",
    ],
    [
      'GET',
      'projects/p/global',
      501,
      "Not implemented: GET 'projects/p/global' is not served: there is no collection '' in global.",
    ],
    [
      'POST',
      'projects/p/zones/z/instances',
      501,
      "Not implemented: POST 'projects/p/zones/z/instances' is not served: this server only reads.",
    ],
    ['DELETE', 'projects/p', 501, "Not implemented: DELETE 'projects/p' is not served: this server only reads."],
    [
      'PATCH',
      'projects/p/global/frobs',
      501,
      "Not implemented: PATCH 'projects/p/global/frobs' is not served: this server only reads.",
    ],
    [
      'GET',
      'locations/global/firewallPolicies/5',
      501,
      "Not implemented: GET 'locations/global/firewallPolicies/5' is not served.",
    ],
    [
      'POST',
      'locations/global/firewallPolicies/5',
      501,
      "Not implemented: POST 'locations/global/firewallPolicies/5' is not served: this server only reads.",
    ],
    [
      'POST',
      'locations/global/firewallPolicies',
      501,
      "Not implemented: POST 'locations/global/firewallPolicies' is not served: this server only reads.",
    ],
    ['GET', 'locations/global', 404, "Path not found: '/compute/v1/locations/global'."],
    ['GET', 'projects', 404, "Path not found: '/compute/v1/projects'."],
    ['GET', 'projects/__proto__/zones', 404, "Path not found: '/compute/v1/projects/__proto__/zones'."],
    ['GET', 'projects/%ff/zones', 404, "Path not found: '/compute/v1/projects/%ff/zones'."],
    ['GET', 'projects/p/zones/__proto__/instances', 404, "The resource 'projects/p/zones/__proto__' was not found"],
    [
      'GET',
      'projects/p/global/__proto__',
      501,
      "Not implemented: GET 'projects/p/global/__proto__' is not served: there is no collection '__proto__' in global.",
    ],
    [
      'GET',
      'projects/p/global/constructor/x',
      501,
      "Not implemented: GET 'projects/p/global/constructor/x' is not served: there is no collection 'constructor' in global.",
    ],
    [
      'GET',
      'projects/p/global/images/__proto__',
      404,
      "The resource 'projects/p/global/images/__proto__' was not found",
    ],
    [
      'GET',
      'projects/p/zones/%2e%2e/instances',
      501,
      "Not implemented: GET 'projects/p/instances' is not served: there is no collection 'instances' in project.",
    ],
    ['GET', 'projects/p/zones/a%2Fb/instances', 404, "Path not found: '/compute/v1/projects/p/zones/a%2Fb/instances'."],
    ['GET', 'projects/p/global/images/%ff', 404, "Path not found: '/compute/v1/projects/p/global/images/%ff'."],
    [
      'GET',
      'projects/p/global/images/family/%ff',
      404,
      "Path not found: '/compute/v1/projects/p/global/images/family/%ff'.",
    ],
    [
      'GET',
      'projects/p/zones/us-east1-b/instanceGroupManagers/a%2Fb/resizeRequests',
      404,
      "Path not found: '/compute/v1/projects/p/zones/us-east1-b/instanceGroupManagers/a%2Fb/resizeRequests'.",
    ],
    [
      'GET',
      'projects/p/global/%69mages',
      501,
      "Not implemented: GET 'projects/p/global/%69mages' is not served: there is no collection '%69mages' in global.",
    ],
    [
      'GET',
      'projects/p/global/images/f%61mily/x',
      501,
      "Not implemented: GET 'projects/p/global/images/f%61mily/x' is not served.",
    ],
    [
      'GET',
      `projects/p/global/${'x'.repeat(50_000)}`,
      501,
      `Not implemented: GET '${`projects/p/global/${'x'.repeat(300)}`.slice(0, 200)}' is not served: there is no collection '${'x'.repeat(100)}' in global.`,
    ],
    [
      'GET',
      `projects/p/global/${'x/'.repeat(20_000)}`,
      501,
      `Not implemented: GET '${`projects/p/global/${'x/'.repeat(300)}`.slice(0, 200)}' is not served: there is no collection 'x' in global.`,
    ],
  ])('%s %.60s', async (method, path, status, message) => {
    const answer = await ask(path, { method })
    expect([answer.status, messageOf(answer)]).toEqual([status, message])
  })
})

describe('the table', () => {
  const lists = collections.flatMap((row) => row.lists.map((list) => ({ row, list })))
  const prefixes = {
    global: 'projects/p/global/',
    zones: 'projects/p/zones/us-east1-b/',
    regions: 'projects/p/regions/us-east1/',
    aggregated: 'projects/p/aggregated/',
    project: 'projects/p/',
    organization: 'locations/global/',
  }
  const withItem = { source: { open: () => ({ scan: () => [{ name: 'a' }] }) } }

  it.each(lists.map(({ row, list }) => [`${row.parent ?? ''} ${row.name}`, list.scope, row, list] as const))(
    'serves %s in %s',
    async (_, scope, row, list) => {
      const parent = row.parent === undefined ? '' : `${row.parent.replace('**', 'x/y').replaceAll('*', 'y')}/`
      const query = scope === 'organization' ? '?parentId=organizations/1' : ''
      const { status, json } = await ask(`${prefixes[scope]}${parent}${row.name}${query}`, {
        ...withItem,
        method: list.method,
      })
      const shown = scope === 'aggregated' ? (json.items as { global: object }).global : json
      expect(status).toBe(200)
      expect(json.kind).toBe(list.kind)
      expect(shown).toMatchObject({ [list.field]: [{ name: 'a' }] })
    },
  )
})
