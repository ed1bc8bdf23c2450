import type { BuiltField, BuiltFields } from './built.ts'
import type { ListMethod } from './read-methods.ts'

const pages = 'https://cloud.google.com/compute/docs/reference/rest/v1'

/**
 * What an editor shows of a field, as JSON: `resources` has the page of Google's reference for each resource, `messages` the
 * type of each field, which for a message is its name there: `"accessConfigs": "AccessConfig[]"`.
 */
export function writeReference(
  messages: ReadonlyMap<string, BuiltFields>,
  resources: readonly string[],
  methods: readonly ListMethod[],
): string {
  const links = resources.map((resource) => [resource, `${pages}/${pageOf(resource, methods)}`] as const)
  const types = [...messages].map(([name, fields]) => {
    const entries = Object.entries(fields).map(([field, built]) => [field, typeOf(built)] as const)
    return [name, Object.fromEntries(entries)] as const
  })
  return `${JSON.stringify({ resources: Object.fromEntries(links), messages: Object.fromEntries(types) }, null, 1)}\n`
}

/** `instances`, the page of the service; a method that lists parts has a page of its own. */
function pageOf(resource: string, methods: readonly ListMethod[]): string {
  const own = methods.filter((method) => method.resource === resource)
  const lists = own.filter(({ name }) => name.endsWith('.List'))
  const [main = ''] = [...lists.filter(({ name }) => !/^(?:Region|Global)/.test(name)), ...lists, ...own].map(
    ({ name }) => name,
  )
  const [service = '', method = ''] = main.split('.').map((part) => `${part.charAt(0).toLowerCase()}${part.slice(1)}`)
  return /^(?:list|aggregatedList)$/.test(method) ? service : `${service}/${method}`
}

function typeOf(field: BuiltField): string {
  const repeated = 'repeated' in field ? '[]' : ''
  if (field.type === 'message') return `${field.message}${repeated}`
  if (field.type === 'map') return `map<string, ${typeof field.value === 'object' ? field.value.message : field.value}>`
  return `${field.type}${repeated}`
}
