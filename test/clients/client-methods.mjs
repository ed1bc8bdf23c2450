// What the clients of @google-cloud/compute say of their own list methods: paths and fields.
import { nameOf, organization, project, region, zone } from './fixtures.mjs'

const named = { project, zone, region }
const toCamel = (text) => text.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
/** The parent of hosts has no pattern. */
const fillParent = (pattern = 'reservations/*/reservationBlocks/*', scope) =>
  pattern.replace(/(\w+)\/\*/g, (_, name) => `${name}/${nameOf(name, scope)}`)

/** The request of a method for the fixtures, and the path below `/compute/v1/` that it asks for. */
function requestFor(template, fields) {
  const request = 'parentId' in fields ? { parentId: organization } : {}
  const [, scope = 'project'] = /\/(zones|regions|global)\//.exec(template) ?? []
  const path = template
    .replace('/compute/v1/', '')
    .replace(/(\w+)\/\{(\w+)\}|\{(\w+)(?:=([^}]+))?\}/g, (_, before, name, parent, pattern) => {
      const value = before === undefined ? fillParent(pattern, scope) : (named[name] ?? nameOf(before, scope))
      request[toCamel(name ?? parent)] = value
      return before === undefined ? value : `${before}/${value}`
    })
  return { request, path }
}

/** The list methods of a version: each with its client, and its request. */
export function findMethods({ classes, messages }) {
  const methods = []
  for (const [className, Client] of Object.entries(classes)) {
    if (!className.endsWith('Client')) continue
    for (const property of Object.getOwnPropertyNames(Client.prototype)) {
      const [, name] = /^(.+)Async$/.exec(property) ?? []
      if (name === undefined) continue
      const { requestType, options } = messages[className.slice(0, -6)].methods[name[0].toUpperCase() + name.slice(1)]
      const template = options['(google.api.http).get'] ?? options['(google.api.http).post']
      methods.push({ Client, className, name, property, ...requestFor(template, messages[requestType].fields) })
    }
  }
  return methods
}

const isObject = (value) => typeof value === 'object' && value !== null
const isFull = (value) => value !== undefined && (!isObject(value) || Object.keys(value).length > 0)
/** An object with changed values, without those that are empty then. */
const mapValues = (object, change) =>
  Object.fromEntries(
    Object.entries(object)
      .map(([name, value]) => [name, change(value, name)])
      .filter(([, value]) => isFull(value)),
  )

/** The part of a resource that a version knows. */
export const knownPart = (resource, type, messages) =>
  mapValues(resource, (value, name) => {
    const field = messages[type].fields[name]
    if (field === undefined) return undefined
    // The status of an operation is an enum of its own, which has the name of a message.
    const isMessage = messages[field.type]?.fields !== undefined && messages[type].nested?.[field.type] === undefined
    // Some numbers of autonomous systems are declared as signed: the client wraps them.
    const scalar = (one) => (field.type === 'int32' ? one | 0 : one)
    const part = (one) => (isMessage ? knownPart(one, field.type, messages) : scalar(one))
    if (field.keyType !== undefined) return mapValues(value, part)
    return Array.isArray(value) ? value.map(part) : part(value)
  })

/** A decoded message without the marks of its optional fields (`_name`), and without the defaults of the others. */
export function plain(value) {
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  return mapValues(value, (member, name) => (name.startsWith('_') ? undefined : plain(member)))
}
