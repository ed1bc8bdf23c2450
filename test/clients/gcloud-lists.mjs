// gcloud's lists of the estate. Where gcloud translates a filter, it sends it as clauses with `eq` and `ne`; it always filters
// the answer again by itself. On lists over all zones or regions it only does the latter.
import { check, failureOf, same } from './checks.mjs'
import { inCollection, linkTo, regions, zones } from './estate.mjs'
import { createGcloud, forEachRow, linesOf } from './gcloud.mjs'

const all = () => true
const env = ({ labels }) => labels?.env
const inZone = (name) => (resource) => resource.zone === linkTo(`zones/${name}`)

/** The command, the collection that it lists, a filter, and the test that a resource has to pass by gcloud's language. */
const lists = [
  ['instances', 'instances', '', all],
  ['instances', 'instances', 'name=vm', ({ name }) => name === 'vm'],
  [
    'instances',
    'instances',
    'status=RUNNING AND labels.env=prod',
    (one) => one.status === 'RUNNING' && env(one) === 'prod',
  ],
  ['instances', 'instances', 'labels.env:*', (one) => env(one) !== undefined],
  ['instances', 'instances', 'NOT labels.env:test', (one) => env(one) !== 'test'],
  ['instances', 'instances', 'tags.items=http-server', ({ tags }) => tags.items !== undefined],
  ['instances', 'instances', 'zone:us-east1-b', inZone('us-east1-b')],
  [
    'instances',
    'instances',
    'machineType:n1-standard-4 OR name~^db',
    ({ machineType, name }) => /n1-/.test(machineType) || /^db/.test(name),
  ],
  [
    'instances',
    'instances',
    'networkInterfaces[0].accessConfigs[0].natIP:*',
    ({ networkInterfaces: [nic] }) => nic.accessConfigs !== undefined,
  ],
  [
    'instances',
    'instances',
    'creationTimestamp>2024-07-01T00:00:00Z',
    ({ creationTimestamp }) => creationTimestamp > '2024-07-01T00',
  ],
  ['instances', 'instances', 'scheduling.preemptible=true', ({ scheduling }) => scheduling.preemptible],
  ['disks', 'disks', '', all],
  ['disks', 'disks', 'sizeGb>50 AND status=READY', ({ sizeGb, status }) => Number(sizeGb) > 50 && status === 'READY'],
  ['disks', 'disks', '-users:*', ({ users }) => users === undefined],
  ['snapshots', 'snapshots', '', all],
  [
    'snapshots',
    'snapshots',
    'status=READY AND diskSizeGb>20',
    ({ status, diskSizeGb }) => status === 'READY' && Number(diskSizeGb) > 20,
  ],
  ['snapshots', 'snapshots', 'name~[135]$', ({ name }) => /[135]$/.test(name)],
  ['snapshots', 'snapshots', 'labels.nightly=yes', ({ labels }) => labels !== undefined],
  ['addresses', 'addresses', '', all],
  ['addresses', 'addresses', 'status=RESERVED', ({ status }) => status === 'RESERVED'],
  ['firewall-rules', 'firewalls', '', all],
  [
    'firewall-rules',
    'firewalls',
    'network:default AND disabled=false',
    ({ network, disabled }) => /default$/.test(network) && !disabled,
  ],
  [
    'firewall-rules',
    'firewalls',
    'direction=EGRESS OR priority>3000',
    ({ direction, priority }) => direction === 'EGRESS' || priority > 3000,
  ],
  ['firewall-rules', 'firewalls', 'name~"^allow-(ssh|rdp)$"', ({ name }) => /ssh|rdp/.test(name)],
  ['networks', 'networks', '', all],
  ['networks', 'networks', 'name!=default', ({ name }) => name !== 'default'],
  ['networks subnets', 'subnetworks', '', all],
  ['networks subnets', 'subnetworks', 'network:other', ({ network }) => /other$/.test(network)],
  ['operations', 'operations', '', all],
  ['operations', 'operations', 'status!=DONE', ({ status }) => status !== 'DONE'],
  ['forwarding-rules', 'forwardingRules', '', all],
  ['instance-groups', 'instanceGroups', '', all],
  ['instance-templates', 'instanceTemplates', '', all],
  ['backend-services', 'backendServices', '', all],
  ['health-checks', 'healthChecks', '', all],
  ['routes', 'routes', '', all],
  ['routes', 'routes', 'network:default', ({ network }) => /default$/.test(network)],
  ['machine-types', 'machineTypes', 'guestCpus>2', ({ guestCpus }) => guestCpus > 2],
]

/** Lists with other options, or of what is derived: the links or names that they should have. */
const others = [
  [
    'instances list --zones=us-east1-b,us-east1-c',
    'selfLink',
    linksOf('instances', (one) => !inZone('europe-west1-d')(one)),
  ],
  ['instances list --zones=us-east1-b', 'selfLink', linksOf('instances', inZone('us-east1-b'))],
  ['instances list --sort-by=~name --limit=5', 'name', ['web-22', 'web-20', 'web-18', 'web-16', 'web-14']],
  ['disks list --zones=us-east1-c', 'selfLink', linksOf('disks', inZone('us-east1-c'))],
  ['zones list', 'name', zones],
  ['zones list --filter=region:us-east1', 'name', ['us-east1-b', 'us-east1-c']],
  ['regions list', 'name', regions],
  ['images list --no-standard-images', 'name', ['image-0', 'image-1']],
  ['images list --show-deprecated', 'name', ['standard', 'image-0', 'image-1', 'image-2']],
]
function linksOf(collection, matches) {
  return inCollection(collection)
    .filter(matches)
    .map(({ selfLink }) => selfLink)
    .sort()
}

/** The commands that print resources whole, with the resource or resources. */
const whole = [
  ['instances list --filter=name=vm', inCollection('instances').filter(({ name }) => name === 'vm')],
  ['disks list', inCollection('disks')],
  ['snapshots list', inCollection('snapshots')],
  ['addresses list', inCollection('addresses')],
  ['firewall-rules list', inCollection('firewalls')],
  ['routes list', inCollection('routes')],
  [
    'instances describe vm --zone=us-east1-b',
    inCollection('instances').find((one) => one.name === 'vm' && inZone('us-east1-b')(one)),
  ],
  ['disks describe disk-1 --region=us-east1', inCollection('disks').find(({ replicaZones }) => replicaZones)],
  ['project-info describe', inCollection('projects')[0]],
]
const byLink = (a, b) => (a.selfLink < b.selfLink ? -1 : 1)

/**
 * @param address of a server of the estate
 * @param folder an empty one, for what gcloud stores
 */
export async function checkGcloudLists(address, folder) {
  const gcloud = createGcloud(address, folder, 'my-project')
  const rows = [
    ...lists.map(([command, collection, filter, matches]) => async () => {
      const args = [
        ...command.split(' '),
        'list',
        '--format=value(selfLink)',
        ...(filter === '' ? [] : [`--filter=${filter}`]),
      ]
      await check(`gcloud: ${command} list${filter === '' ? '' : ` --filter='${filter}'`}`, async () => {
        const wanted = linksOf(collection, matches)
        if (wanted.length === 0) throw new Error('it should list something')
        same(linesOf(await gcloud.read(...args)).sort(), wanted)
      })
    }),
    ...others.map(
      ([command, field, wanted]) =>
        async () =>
          check(`gcloud: ${command}`, async () => {
            same(linesOf(await gcloud.read(...command.split(' '), `--format=value(${field})`)), wanted)
          }),
    ),
    ...whole.map(
      ([command, wanted]) =>
        async () =>
          check(`gcloud: ${command} --format=json`, async () => {
            const found = JSON.parse(await gcloud.read(...command.split(' '), '--format=json'))
            same(
              Array.isArray(found) ? found.toSorted(byLink) : found,
              Array.isArray(wanted) ? wanted.toSorted(byLink) : wanted,
            )
          }),
    ),
    async () =>
      check('gcloud: instances describe of what there is not', async () => {
        const { stderr } = await failureOf(() => gcloud.read('instances', 'describe', 'vm', '--zone=us-east1-d'))
        if (!/The resource 'projects\/my-project\/zones\/us-east1-d' was not found/.test(stderr))
          throw new Error(stderr)
      }),
  ]
  await forEachRow(rows, (row) => row())
}
