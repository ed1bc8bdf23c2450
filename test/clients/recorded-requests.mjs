// The requests of other clients, as they send them, and what each should find. The clients themselves are not installed:
// Terraform's data sources, service discovery of Prometheus, the inventory of Ansible, the provider of Kubernetes, gcloud.
import { inCollection, linkTo, zones } from './estate.mjs'

export const project = 'my-project'
/** The start of what Go's client sends: it writes a space as `+`. */
export const go = 'alt=json&prettyPrint=false'

export const linksIn = ({ items = [] }) =>
  (Array.isArray(items) ? items : Object.values(items).flatMap(({ instances = [] }) => instances)).map(
    ({ selfLink }) => selfLink,
  )
const namesIn = ({ items = [] }) => items.map(({ name }) => name)
export const links = (collection, matches) =>
  inCollection(collection)
    .filter(matches)
    .map(({ selfLink }) => selfLink)
export const inZone = (zone) => (one) => one.zone === linkTo(`zones/${zone}`)
const notFound = (what) => `The resource 'projects/${project}/${what}' was not found`

/** Title, path and query below the project, how to read the answer, and what that should be. The status is 200. */
export const reads = [
  ['Terraform: zones that are up', `zones?${go}&filter=+%28status+eq+UP%29`, namesIn, zones],
  [
    'Terraform: zones of a region that are up, as older versions ask',
    `zones?${go}&filter=%28region+eq+${encodeURIComponent(linkTo('regions/us-east1'))}%29+%28status+eq+UP%29`,
    namesIn,
    ['us-east1-b', 'us-east1-c'],
  ],
  ['Terraform: zones with an empty filter', `zones?${go}&filter=`, namesIn, zones],
  ['Terraform: a region', `regions/us-east1?${go}`, ({ name, status }) => [name, status], ['us-east1', 'UP']],
  ['Terraform: the newest image of a family', `global/images/family/own?${go}`, ({ name }) => name, 'image-1'],
  [
    'Terraform: images by a filter',
    `global/images?${go}&filter=family+%3D+own+AND+NOT+deprecated%3A*`,
    namesIn,
    ['image-0', 'image-1'],
  ],
  [
    'Terraform: snapshots by a filter',
    `global/snapshots?${go}&filter=storageLocations%3Aus+AND+status+%3D+READY`,
    namesIn,
    ['snapshot-0', 'snapshot-4'],
  ],
  [
    'Terraform: an instance',
    `zones/us-east1-b/instances/vm?${go}`,
    (one) => one,
    inCollection('instances').find((one) => one.name === 'vm' && inZone('us-east1-b')(one)),
  ],
  [
    'Terraform: machine types',
    `zones/us-east1-b/machineTypes?${go}&filter=guestCpus+%3E+2`,
    namesIn,
    ['n1-standard-4'],
  ],
  [
    'Terraform: addresses of a region',
    `regions/us-east1/addresses?${go}&filter=status+%3D+RESERVED`,
    namesIn,
    ['address-1', 'address-3'],
  ],
  ['Terraform: the project', `?${go}`, (one) => one, inCollection('projects')[0]],
  [
    'Prometheus: instances of a zone by label',
    `zones/us-east1-b/instances?${go}&filter=labels.env%3Dprod`,
    linksIn,
    links('instances', (one) => inZone('us-east1-b')(one) && one.labels?.env === 'prod'),
  ],
  [
    'Prometheus: instances of a zone without a filter',
    `zones/us-east1-c/instances?${go}`,
    linksIn,
    links('instances', inZone('us-east1-c')),
  ],
  [
    'Ansible: all instances by two filters',
    `aggregated/instances?filter=(status%20=%20RUNNING)%20(labels.env%20=%20prod)`,
    linksIn,
    links('instances', ({ status, labels }) => status === 'RUNNING' && labels?.env === 'prod'),
  ],
  [
    'Ansible: all instances by one filter',
    'aggregated/instances?filter=(name%20=%20vm)',
    linksIn,
    links('instances', ({ name }) => name === 'vm'),
  ],
  [
    'Ansible: no instances are items, too',
    'aggregated/instances?filter=(name%20=%20nothing)',
    ({ items }) => Object.keys(items),
    zones.map((zone) => `zones/${zone}`),
  ],
  [
    'Kubernetes: instances of a zone by their prefix',
    `zones/us-east1-b/instances?${go}&filter=name+eq+web.%2A`,
    linksIn,
    links('instances', (one) => inZone('us-east1-b')(one) && one.name.startsWith('web')),
  ],
  [
    'Kubernetes: routes of a network',
    `global/routes?${go}&filter=%28name+eq+route-.%2A%29+%28network+eq+${encodeURIComponent(linkTo('global/networks/default'))}%29`,
    namesIn,
    ['route-0', 'route-1'],
  ],
  [
    'a numeric id',
    `zones/us-east1-b/disks/${inCollection('disks').find(inZone('us-east1-b')).id}`,
    ({ name }) => name,
    'disk-1',
  ],
  [
    'parameters of the system with dollar signs',
    'global/networks?$alt=json%3Benum-encoding%3Dint&$prettyPrint=false',
    namesIn,
    ['default', 'other'],
  ],
  [
    'booleans as Python writes them',
    'aggregated/instances?alt=json&includeAllScopes=True&returnPartialSuccess=True&maxResults=500&filter=name%3Dnothing',
    ({ items }) => Object.keys(items).sort(),
    ['global', 'regions/europe-west1', 'regions/us-east1', ...zones.map((zone) => `zones/${zone}`)],
  ],
  [
    'fields of a list over all scopes',
    'aggregated/disks?fields=items/*/disks(name),nextPageToken&maxResults=2',
    ({ items, nextPageToken, ...others }) => [items, typeof nextPageToken, others],
    [
      {
        'regions/europe-west1': {},
        'regions/us-east1': {},
        'zones/europe-west1-d': { disks: [{ name: 'disk-0' }] },
        'zones/us-east1-b': { disks: [{ name: 'disk-1' }] },
        'zones/us-east1-c': {},
      },
      'string',
      {},
    ],
  ],
]

/** Requests that fail: the status and the message. */
export const failures = [
  ['a zone that there is not', 'GET', 'zones/us-east1-d/instances', 404, notFound('zones/us-east1-d')],
  [
    'a resource that there is not',
    'GET',
    'regions/us-east1/addresses/nothing',
    404,
    notFound('regions/us-east1/addresses/nothing'),
  ],
  ['a family without an image', 'GET', 'global/images/family/nothing', 404, notFound('global/images/family/nothing')],
  [
    'a write',
    'POST',
    'zones/us-east1-b/instances',
    501,
    `Not implemented: POST 'projects/${project}/zones/us-east1-b/instances' is not served: this server only reads.`,
  ],
  [
    'a read of another kind',
    'GET',
    'zones/us-east1-b/instances/vm/serialPort',
    501,
    `Not implemented: GET 'projects/${project}/zones/us-east1-b/instances/vm/serialPort' is not served.`,
  ],
]

/** Posts to the lists of members: path, body, how to read the answer, and what that should be. */
const manager = 'instanceGroupManagers/web/listManagedInstances'
const group = 'instanceGroups/web/listInstances'
const members = ({ managedInstances = [], items = [] }) =>
  [...managedInstances, ...items].map(({ instance }) => instance.split('/').at(-1))
export const posts = [
  [`zones/us-east1-c/${manager}?maxResults=500`, '', members, ['db-23', 'web-20']],
  [`zones/us-east1-b/${manager}`, '""', members, ['web-22']],
  [`zones/us-east1-c/${group}`, '', members, ['db-23', 'web-20']],
  [`zones/us-east1-c/${group}`, '""', members, ['db-23', 'web-20']],
  [`zones/us-east1-c/${group}?filter=status%20eq%20RUNNING`, '{"instanceState": "ALL"}', members, ['db-23', 'web-20']],
  [`zones/us-east1-b/${group}`, '{"instanceState": "RUNNING"}', members, []],
]
