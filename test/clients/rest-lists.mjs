// @googleapis/compute: lists by pages, lists of all scopes, and single resources of twelve collections of the estate.
import { check, same } from './checks.mjs'
import { inCollection } from './estate.mjs'
import { createRestClient } from './google-clients.mjs'

const project = 'my-project'

/** Each collection with the parameter that names one of its resources, and the API of those in regions or without any. */
const rows = [
  { name: 'instances', parameter: 'instance' },
  { name: 'disks', parameter: 'disk', apis: { regions: 'regionDisks' } },
  { name: 'snapshots', parameter: 'snapshot' },
  { name: 'addresses', parameter: 'address', apis: { global: 'globalAddresses' } },
  { name: 'firewalls', parameter: 'firewall' },
  { name: 'networks', parameter: 'network' },
  { name: 'subnetworks', parameter: 'subnetwork' },
  { name: 'forwardingRules', parameter: 'forwardingRule', apis: { global: 'globalForwardingRules' } },
  { name: 'instanceTemplates', parameter: 'instanceTemplate', apis: { regions: 'regionInstanceTemplates' } },
  { name: 'healthChecks', parameter: 'healthCheck', apis: { regions: 'regionHealthChecks' } },
  { name: 'machineTypes', parameter: 'machineType' },
  { name: 'routes', parameter: 'route' },
]

const byText = (one, other) => (one < other ? -1 : Number(one > other))
const inOrder = (resources) => resources.toSorted((a, b) => byText(a.name, b.name) || byText(a.selfLink, b.selfLink))

/** All that a method lists, two at a time. */
async function readAll(list, take) {
  const found = []
  let pageToken
  do {
    const { data } = await list({ project, maxResults: 2, pageToken })
    found.push(...take(data))
    pageToken = data.nextPageToken
  } while (pageToken)
  return found
}

/** @param address of a server of the estate */
export async function checkRestLists(address) {
  const compute = createRestClient(address)
  for (const { name, parameter, apis = {} } of rows) {
    const resources = inCollection(name)
    const scopes = new Set(resources.map(scopeOf))
    await check(`@googleapis/compute: ${name}: list and get in each scope`, async () => {
      for (const scope of scopes) {
        const inScope = resources.filter((one) => scopeOf(one) === scope)
        const [type, place] = scope.split('/')
        const where = place === undefined ? {} : { [type.slice(0, -1)]: place }
        const api = compute[apis[type] ?? name]
        const take = ({ kind, id, items = [] }) => {
          if (!/^compute#\w+List$/.test(kind) || id !== `projects/${project}/${scope}/${name}`)
            throw new Error(`${kind} ${id}`)
          return items
        }
        same(await readAll((asked) => api.list({ ...asked, ...where }), take), inOrder(inScope))
        for (const key of ['name', 'id']) {
          const { data } = await api.get({ project, ...where, [parameter]: inScope[0][key] })
          same(data, inScope[0])
        }
      }
    })
    if (compute[name].aggregatedList === undefined) continue
    await check(`@googleapis/compute: ${name}: aggregatedList`, async () => {
      const take = ({ items }) =>
        Object.entries(items).flatMap(([scope, { [name]: found, warning }]) => {
          if (found === undefined) same(warning.code, 'NO_RESULTS_ON_PAGE')
          for (const one of found ?? []) same(scopeOf(one), scope)
          return found ?? []
        })
      const found = await readAll((asked) => compute[name].aggregatedList(asked), take)
      same(inOrder(found), inOrder(resources))
    })
  }
}

/** `zones/us-east1-b`, by the link of a resource. */
const scopeOf = ({ selfLink }) => /\/projects\/[^/]+\/(.+)\/[^/]+\/[^/]+$/.exec(selfLink)[1]
