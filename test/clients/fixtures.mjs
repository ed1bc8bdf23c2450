// One small resource for each place where Compute has resources: each collection, in each of its scopes. It has a value for
// each field of its schema, two levels deep.
import { collections, schemaOf } from '../../dist/resources.js'

export const project = 'my-project'
export const organization = 'organizations/1'
export const zone = 'us-east1-b'
export const region = 'us-east1'
const baseUrl = 'https://www.googleapis.com/compute/v1'

/** The scopes of each type. */
const places = {
  global: 'global',
  regions: `regions/${region}`,
  zones: `zones/${zone}`,
  project: 'project',
  organization: 'organization',
}
/** The start of a path in a scope. */
const startOf = (scope) =>
  ({ project: `projects/${project}`, organization: 'locations/global' })[scope] ??
  `projects/${project}/${places[scope]}`
/** The names of those resources that are scopes. */
const scopeNames = { Zone: zone, Region: region, Project: project }

const toKebab = (name) => name.replace(/(?<=.)[A-Z]/g, '-$&').toLowerCase()
const nameIn = ({ resource }, scope) => scopeNames[resource] ?? `${toKebab(resource)}-in-${scope}`

/** The longest values: JavaScript numbers cannot hold all digits of the first two. */
const scalars = {
  int64: '-9007199254740993',
  uint64: '18446744073709551615',
  uint32: 4_200_000_000,
  integer: -7,
  double: 0.5,
  boolean: true,
  timestamp: '2024-02-29T12:00:00.123-08:00',
}

const wrap = (value, around) => (value === undefined ? undefined : around(value))
const valueFieldOf = ({ value }) => (typeof value === 'string' ? { type: value } : value)

function valueOf(name, field, depth) {
  if (field.repeated === true) return wrap(valueOf(name, { ...field, repeated: undefined }, depth), (value) => [value])
  switch (field.type) {
    case 'string':
      return field.format === 'url' ? `${baseUrl}/projects/${project}/global/things/${name}` : `${name}, "ä" 😀`
    case 'enum':
      return field.values.at(-1)
    case 'map':
      return wrap(valueOf(name, valueFieldOf(field), depth), (value) => ({ key: value }))
    case 'message':
      return fill(field.fields, depth - 1)
    default:
      return scalars[field.type]
  }
}

/** Undefined for a message without fields at this depth. */
function fill(fields, depth) {
  if (depth < 0) return undefined
  const entries = Object.entries(fields).map(([name, field]) => [name, valueOf(name, field, depth)])
  const filled = entries.filter(([, value]) => value !== undefined)
  return filled.length === 0 ? undefined : Object.fromEntries(filled)
}

/** The path of a parent, with names in place of the stars: `instanceGroupManagers/instance-group-manager-in-zones`. */
function parentPath({ parent }, scope) {
  if (parent === undefined) return ''
  const pattern = parent === '**' ? 'reservations/*/reservationBlocks/*' : parent
  return pattern.replace(/(\w+)\/\*/g, (_, name) => `${name}/${nameOf(name, scope)}`)
}
/** The name of the resource of a collection in a scope. */
export const nameOf = (name, scope) =>
  nameIn(
    collections.find((row) => row.name === name && row.lists.some((list) => list.scope === scope)),
    scope,
  )

let count = 0
function createFixture(collection, scope) {
  const name = nameIn(collection, scope)
  const parent = parentPath(collection, scope)
  const path = [startOf(scope), parent, collection.name].filter((part) => part !== '').join('/')
  const own = {
    kind: collection.kind,
    id: String(2n ** 63n + BigInt(++count)),
    name,
    selfLink: collection.resource === 'Project' ? `${baseUrl}/projects/${project}` : `${baseUrl}/${path}/${name}`,
    zone: scope === 'zones' ? `${baseUrl}/projects/${project}/zones/${zone}` : undefined,
    region:
      scope === 'regions' || collection.name === 'zones'
        ? `${baseUrl}/projects/${project}/regions/${region}`
        : undefined,
    parent: scope === 'organization' ? organization : undefined,
  }
  const resource = Object.entries(fill(schemaOf(collection.resource).fields, 1))
    .map(([field, value]) => [field, field in own ? own[field] : value])
    .filter(([, value]) => value !== undefined)
  const list = collection.lists.find((one) => one.scope === scope) ?? collection.lists[0]
  return {
    collection,
    scope,
    list,
    place: places[scope],
    parent,
    path,
    resource: Object.fromEntries(resource),
    isPart: isPart(collection),
  }
}

/** Whether resources are parts of others, or those of another collection. */
const isPart = ({ name }) => /^(?:list|get)[A-Z]|^referrers$/.test(name) && name !== 'listXpnHosts'

/** The scopes of a collection. The one that is only listed over all scopes is regional. */
function scopesOf({ lists, name }) {
  const scopes = lists.map(({ scope }) => scope).filter((scope) => scope !== 'aggregated')
  if (scopes.length === 0) return ['regions']
  return name === 'zones' ? ['project'] : scopes
}

/**
 * `path` is that of its list, without a slash at its start; `place` and `parent` are its parts. `isPart`: whether it is a part of
 * a resource, which no file can have.
 */
export const fixtures = collections.flatMap((collection) =>
  scopesOf(collection).map((scope) => createFixture(collection, scope)),
)
