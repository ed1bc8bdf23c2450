// A small project of the usual kinds of resources, in two regions. Names repeat in several zones, as they may.
const project = 'my-project'
const baseUrl = `https://www.googleapis.com/compute/v1/projects/${project}`
export const zones = ['europe-west1-d', 'us-east1-b', 'us-east1-c']
export const regions = ['europe-west1', 'us-east1']
export const linkTo = (path) => `${baseUrl}/${path}`

let count = 0
const day = (number) => new Date(Date.UTC(2024, 0, 1 + number, 12)).toISOString()

/** A resource with what all have. @param path that of its list below the project: `zones/us-east1-b/disks` */
function make(kind, path, name, fields) {
  const [type, place] = path.split('/')
  const scope = { zones: 'zone', regions: 'region' }[type]
  return {
    kind: `compute#${kind}`,
    id: String(7_000_000_000_000_000_000n + BigInt(++count)),
    name,
    creationTimestamp: day((count * 37) % 400),
    selfLink: linkTo(`${path}/${name}`),
    ...(scope !== undefined && { [scope]: linkTo(`${type}/${place}`) }),
    ...fields,
  }
}
const times = (number, create) => Array.from({ length: number }, (_, at) => create(at))

const instances = times(24, (at) => {
  const zone = zones[at % 3]
  const path = `zones/${zone}`
  return make(
    'instance',
    `${path}/instances`,
    at < 3 ? 'vm' : `${at % 2 === 0 ? 'web' : 'db'}-${String(at).padStart(2, '0')}`,
    {
      status: ['RUNNING', 'TERMINATED', 'STOPPING', 'RUNNING'][at % 4],
      machineType: linkTo(`${path}/machineTypes/${at % 3 === 0 ? 'n1-standard-4' : 'e2-small'}`),
      cpuPlatform: 'Intel Haswell',
      canIpForward: at % 4 === 1,
      deletionProtection: at % 2 === 1,
      ...(at % 5 !== 0 && { labels: { env: at % 2 === 0 ? 'prod' : 'test' } }),
      tags: { fingerprint: 'AAAA', ...(at % 3 === 1 && { items: ['http-server', 'https-server'] }) },
      metadata: {
        kind: 'compute#metadata',
        fingerprint: 'BBBB',
        ...(at >= 20 && { items: [{ key: 'created-by', value: `projects/1/${path}/instanceGroupManagers/web` }] }),
      },
      networkInterfaces: [
        {
          kind: 'compute#networkInterface',
          name: 'nic0',
          network: linkTo('global/networks/default'),
          networkIP: `10.0.0.${at + 2}`,
          ...(at % 2 === 0 && {
            accessConfigs: [
              { kind: 'compute#accessConfig', name: 'External NAT', type: 'ONE_TO_ONE_NAT', natIP: `34.1.0.${at}` },
            ],
          }),
        },
      ],
      disks: [
        {
          kind: 'compute#attachedDisk',
          boot: true,
          index: 0,
          diskSizeGb: '10',
          source: linkTo(`${path}/disks/disk-${at}`),
        },
      ],
      scheduling: { automaticRestart: true, preemptible: at % 6 === 5, onHostMaintenance: 'MIGRATE' },
    },
  )
})

const disks = [
  ...times(12, (at) =>
    make('disk', `zones/${zones[at % 3]}/disks`, `disk-${at}`, {
      sizeGb: String(10 * (at + 1)),
      status: at === 7 ? 'CREATING' : 'READY',
      type: linkTo(`zones/${zones[at % 3]}/diskTypes/${at % 2 === 0 ? 'pd-ssd' : 'pd-standard'}`),
      ...(at % 4 !== 3 && { users: [linkTo(`zones/${zones[at % 3]}/instances/vm`)] }),
      ...(at % 2 === 0 && { labels: { env: 'prod' } }),
    }),
  ),
  make('disk', 'regions/us-east1/disks', 'disk-1', {
    sizeGb: '200',
    status: 'READY',
    replicaZones: [linkTo('zones/us-east1-b')],
  }),
]

const rest = [
  ...times(6, (at) =>
    make('snapshot', 'global/snapshots', `snapshot-${at}`, {
      status: at === 2 ? 'UPLOADING' : 'READY',
      diskSizeGb: String(10 * (at + 1)),
      sourceDisk: linkTo(`zones/us-east1-b/disks/disk-${at}`),
      storageLocations: [at % 2 === 0 ? 'us' : 'eu'],
      ...(at % 3 === 0 && { labels: { nightly: 'yes' } }),
    }),
  ),
  ...times(4, (at) =>
    make('address', `regions/${regions[at % 2]}/addresses`, `address-${at}`, {
      address: `34.2.0.${at}`,
      addressType: at === 3 ? 'INTERNAL' : 'EXTERNAL',
      status: at % 2 === 0 ? 'IN_USE' : 'RESERVED',
    }),
  ),
  make('address', 'global/addresses', 'address-0', {
    address: '34.3.0.1',
    addressType: 'EXTERNAL',
    status: 'RESERVED',
  }),
  ...times(5, (at) =>
    make('firewall', 'global/firewalls', `allow-${['ssh', 'http', 'rdp', 'icmp', 'all'][at]}`, {
      network: linkTo(`global/networks/${at === 4 ? 'other' : 'default'}`),
      direction: at === 3 ? 'EGRESS' : 'INGRESS',
      priority: 1000 * (at + 1),
      disabled: at === 2,
      allowed: [{ IPProtocol: at === 3 ? 'icmp' : 'tcp', ...(at < 3 && { ports: [['22'], ['80'], ['3389']][at] }) }],
      sourceRanges: ['0.0.0.0/0'],
    }),
  ),
  make('network', 'global/networks', 'default', {
    autoCreateSubnetworks: true,
    routingConfig: { routingMode: 'REGIONAL' },
  }),
  make('network', 'global/networks', 'other', {
    autoCreateSubnetworks: false,
    routingConfig: { routingMode: 'GLOBAL' },
  }),
  ...times(4, (at) =>
    make('subnetwork', `regions/${regions[at % 2]}/subnetworks`, at < 2 ? 'default' : `other-${at}`, {
      network: linkTo(`global/networks/${at < 2 ? 'default' : 'other'}`),
      ipCidrRange: `10.${at}.0.0/20`,
      privateIpGoogleAccess: at === 2,
    }),
  ),
  ...['global', 'regions/us-east1', 'zones/us-east1-b', 'zones/us-east1-c'].map((scope, at) =>
    make('operation', `${scope}/operations`, `operation-${at}`, {
      operationType: at % 2 === 0 ? 'insert' : 'delete',
      status: at === 3 ? 'RUNNING' : 'DONE',
      progress: at === 3 ? 0 : 100,
      insertTime: day(at),
      targetLink: linkTo(`${scope}/things/thing`),
      ...(at === 1 && {
        error: { errors: [{ code: 'QUOTA_EXCEEDED', message: 'no more' }] },
        httpErrorStatusCode: 403,
      }),
    }),
  ),
  ...['regions/us-east1', 'regions/europe-west1', 'global'].map((scope, at) =>
    make('forwardingRule', `${scope}/forwardingRules`, 'web', {
      IPAddress: `34.4.0.${at}`,
      IPProtocol: at === 1 ? 'UDP' : 'TCP',
      loadBalancingScheme: 'EXTERNAL',
      target: linkTo(`${scope}/targetHttpProxies/web`),
    }),
  ),
  ...['us-east1-b', 'us-east1-c', 'europe-west1-d'].map((zone, at) =>
    make('instanceGroup', `zones/${zone}/instanceGroups`, at === 2 ? 'db' : 'web', {
      size: at,
      network: linkTo('global/networks/default'),
    }),
  ),
  ...['us-east1-b', 'us-east1-c'].map((zone) =>
    make('instanceGroupManager', `zones/${zone}/instanceGroupManagers`, 'web', {
      instanceGroup: linkTo(`zones/${zone}/instanceGroups/web`),
      instanceTemplate: linkTo('global/instanceTemplates/web'),
      baseInstanceName: 'web',
      targetSize: 2,
      status: { isStable: true },
    }),
  ),
  ...['global', 'regions/us-east1'].map((scope) =>
    make('instanceTemplate', `${scope}/instanceTemplates`, 'web', { properties: { machineType: 'e2-small' } }),
  ),
  ...['global', 'regions/us-east1'].map((scope) =>
    make('backendService', `${scope}/backendServices`, 'web', { protocol: 'HTTP', loadBalancingScheme: 'EXTERNAL' }),
  ),
  ...['global', 'regions/us-east1'].map((scope, at) =>
    make('healthCheck', `${scope}/healthChecks`, 'http', { type: at === 0 ? 'HTTP' : 'TCP', checkIntervalSec: 5 + at }),
  ),
  ...times(3, (at) =>
    make('route', 'global/routes', `route-${at}`, {
      network: linkTo(`global/networks/${at === 2 ? 'other' : 'default'}`),
      destRange: `10.${at}.0.0/16`,
      priority: 100 * at,
      nextHopGateway: linkTo('global/gateways/default-internet-gateway'),
    }),
  ),
  ...zones.flatMap((zone) =>
    ['e2-small', 'n1-standard-4'].map((name, at) =>
      make('machineType', `zones/${zone}/machineTypes`, name, {
        guestCpus: 2 + 2 * at,
        memoryMb: 2048 * (1 + 7 * at),
        zone,
      }),
    ),
  ),
  ...times(3, (at) =>
    make('image', 'global/images', `image-${at}`, {
      family: 'own',
      status: 'READY',
      diskSizeGb: '10',
      creationTimestamp: day(at),
      ...(at === 2 && { deprecated: { state: 'DEPRECATED' } }),
    }),
  ),
]

const own = make('project', 'global/projects', project, {
  selfLink: baseUrl,
  defaultServiceAccount: '1-compute@developer.gserviceaccount.com',
  commonInstanceMetadata: { kind: 'compute#metadata', items: [{ key: 'enable-oslogin', value: 'TRUE' }] },
  quotas: [{ metric: 'NETWORKS', limit: 5, usage: 2 }],
})

/** All resources of the project, its own included. Zones and regions follow from these. */
export const estate = [...instances, ...disks, ...rest, own]

/** What each list has. */
export const inCollection = (name) => estate.filter(({ selfLink }) => selfLink.split('/').at(-2) === name)
