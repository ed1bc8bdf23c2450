// What a project answers or exports, served again: four kinds of resources, in the forms that people have.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, same, serve } from './checks.mjs'
import { inCollection, zones } from './estate.mjs'
import { createGcloud } from './gcloud.mjs'

const project = 'my-project'
const host = '//compute.googleapis.com'

/** The kinds: the collection, its lists, the type of an asset and gcloud's command. */
const kinds = [
  {
    name: 'instances',
    scopes: zones.map((zone) => `zones/${zone}`),
    aggregated: true,
    asset: 'Instance',
    command: 'instances',
  },
  {
    name: 'disks',
    scopes: [...zones.map((zone) => `zones/${zone}`), 'regions/us-east1'],
    aggregated: true,
    asset: 'Disk',
    command: 'disks',
  },
  { name: 'firewalls', scopes: ['global'], aggregated: false, asset: 'Firewall', command: 'firewall-rules' },
  {
    name: 'addresses',
    scopes: ['global', 'regions/us-east1', 'regions/europe-west1'],
    aggregated: true,
    asset: 'Address',
    command: 'addresses',
  },
]

/** The answers that have to be equal: a path below the project. */
const questions = [
  ...kinds.flatMap(({ name, scopes, aggregated }) => [
    ...scopes.map((scope) => `${scope}/${name}`),
    ...(aggregated ? [`aggregated/${name}`, `aggregated/${name}?includeAllScopes=true&filter=name%3A*1*`] : []),
  ]),
  'aggregated/instances?filter=labels.env%3Dprod%20AND%20status%3DRUNNING',
  'aggregated/instances?orderBy=creationTimestamp%20desc',
  'zones/us-east1-b/instances/vm',
  'zones/us-east1-b/disks?filter=sizeGb%3E50',
  'global/firewalls?filter=disabled%3Dtrue',
  'global/addresses/address-0',
]

async function read(address, path) {
  const response = await fetch(`${address}/compute/v1/projects/${project}/${path}`)
  if (response.status !== 200) throw new Error(`${response.status} ${path}: ${await response.text()}`)
  return response.json()
}
/** All pages of a list. */
async function readPages(address, path) {
  const pages = []
  for (let pageToken = ''; pageToken !== undefined; pageToken = pages.at(-1).nextPageToken) {
    pages.push(await read(address, `${path}?maxResults=4&pageToken=${encodeURIComponent(pageToken)}`))
  }
  return pages
}

const linesOf = (values) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
/** An entry of Cloud Asset Inventory's export. */
const assetOf = (asset, data) => ({
  name: data.selfLink.replace(/^.*\/compute\/v1/, host),
  assetType: `compute.googleapis.com/${asset}`,
  resource: {
    version: 'v1',
    discoveryDocumentUri: 'https://www.googleapis.com/discovery/v1/apis/compute/v1/rest',
    discoveryName: asset,
    parent: '//cloudresourcemanager.googleapis.com/projects/1',
    data,
  },
  ancestors: ['projects/1', 'organizations/2'],
  updateTime: '2024-01-01T00:00:00Z',
})

const withoutKind = (resource) => ({ ...resource, kind: undefined })

/** Each form writes the files of a folder, and may change what is served then. */
const forms = [
  [
    'answers of lists, page by page',
    async (write, address) => {
      for (const { name, scopes } of kinds) {
        for (const scope of scopes)
          write(`${name}-${scope.replace('/', '-')}.json`, linesOf(await readPages(address, `${scope}/${name}`)))
      }
    },
  ],
  [
    'aggregated answers, page by page, in one file',
    async (write, address) => {
      const pages = []
      for (const { name, aggregated } of kinds) {
        pages.push(...(await readPages(address, aggregated ? `aggregated/${name}` : `global/${name}`)))
      }
      write('all.json', linesOf(pages))
    },
  ],
  [
    'an export of Cloud Asset Inventory',
    async (write) => {
      const entries = kinds.flatMap(({ name, asset }) => inCollection(name).map((data) => assetOf(asset, data)))
      write('assets.json', linesOf(entries))
    },
  ],
  [
    'an export of Cloud Asset Inventory, whose data have no kind',
    async (write) => {
      const data = kinds.flatMap(({ name, asset }) => inCollection(name).map((one) => assetOf(asset, withoutKind(one))))
      write('assets.json', `${JSON.stringify(data, undefined, 2)}\n`)
    },
    withoutKind,
  ],
]

/** What gcloud prints. */
const printed = [
  'what gcloud prints',
  async (write, address, folder) => {
    const gcloud = createGcloud(address, folder, project)
    for (const { name, command } of kinds) write(`${name}.json`, await gcloud.read(command, 'list', '--format=json'))
  },
]

/**
 * @param address of a server of the estate
 * @param folder a path that does not exist
 */
export async function checkRoundTrips(address, folder, hasGcloud) {
  mkdirSync(folder)
  for (const [at, [title, fill, change = (one) => one]] of [...forms, ...(hasGcloud ? [printed] : [])].entries()) {
    await check(`round trip: ${title}`, async () => {
      const files = join(folder, String(at))
      mkdirSync(files)
      await fill((name, text) => writeFileSync(join(files, name), text), address, folder)
      const server = await serve(files)
      try {
        for (const path of questions)
          same(await read(server.address, path), asJson(changeIn(await read(address, path), change)))
      } finally {
        await server.stop()
      }
    })
  }
}

const asJson = (value) => JSON.parse(JSON.stringify(value))

/** An answer with changed resources. */
function changeIn(answer, change) {
  const { items } = answer
  if (items === undefined) return change(answer)
  if (Array.isArray(items)) return { ...answer, items: items.map(change) }
  const changed = Object.entries(items).map(([scope, parts]) => [
    scope,
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, Array.isArray(part) ? part.map(change) : part]),
    ),
  ])
  return { ...answer, items: Object.fromEntries(changed) }
}
