import type { ResourceCollection, CollectionList, ListScope } from '../collections.ts'
import { irregularKinds } from './kinds.ts'
import type { ListMethod } from './read-methods.ts'
import { messageIn, type Protos } from './read-protos.ts'

/** A collection as the generator has it, before the names of the resources are a type. */
export type BuiltCollection = Omit<ResourceCollection, 'resource'> & { readonly resource: string }

/** One row for what is listed under one name, below one parent; collections without a parent first. */
export function buildCollections(protos: Protos, methods: readonly ListMethod[]): readonly BuiltCollection[] {
  const rows = new Map<string, BuiltCollection & { readonly lists: CollectionList[] }>()
  for (const method of methods) {
    const { scope, parent, name } = readPath(method)
    const key = [name, parent, method.resource].join(' ')
    const row = rows.get(key) ?? {
      name,
      parent,
      resource: method.resource,
      kind: kindOf(protos, method.resource),
      lists: [],
    }
    rows.set(key, row)
    row.lists.push({ scope, kind: kindOf(protos, method.answer), field: method.field, method: method.verb })
  }
  for (const { lists } of rows.values()) lists.sort((a, b) => compare(a.scope, b.scope))
  return [...rows.values()].sort(
    (a, b) =>
      Number(a.parent !== undefined) - Number(b.parent !== undefined) ||
      compare(`${a.name} ${a.parent}`, `${b.name} ${b.parent}`) ||
      // Both have a row for `vmExtensionPolicies`; the one of a zone has the name's own resource.
      b.lists.length - a.lists.length,
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function kindOf(protos: Protos, message: string): string | undefined {
  if (!('kind' in messageIn(protos, message).fields)) return undefined
  return irregularKinds[message] ?? `compute#${message.charAt(0).toLowerCase()}${message.slice(1)}`
}

const scopes: readonly (readonly [ListScope, RegExp])[] = [
  ['organization', /^locations\/global\/(.+)$/],
  ['global', /^projects\/\{project\}\/global\/(.+)$/],
  ['regions', /^projects\/\{project\}\/regions\/\{region\}\/(.+)$/],
  ['zones', /^projects\/\{project\}\/zones\/\{zone\}\/(.+)$/],
  ['project', /^projects\/\{project\}\/(.+)$/],
]

function readPath({
  path,
  isAggregated,
}: ListMethod): Pick<ResourceCollection, 'name' | 'parent'> & { scope: ListScope } {
  const aggregated = /^projects\/\{project\}\/aggregated\/(\w+)$/.exec(path)
  if (isAggregated && aggregated !== null) return { scope: 'aggregated', ...splitParent(aggregated[1]) }
  for (const [scope, pattern] of scopes) {
    const found = pattern.exec(path)
    if (found !== null) return { scope, ...splitParent(found[1]) }
  }
  throw new Error(`the path of a list is of no known form: ${path}`)
}

/** `instanceGroupManagers/{instance_group_manager}/resizeRequests`: the last part is the name. */
function splitParent(rest = ''): Pick<ResourceCollection, 'name' | 'parent'> {
  const segments = rest
    // A variable with a pattern, and the one that holds several segments without saying which.
    .replace(/\{\w+=([^}]+)\}/g, '$1')
    .replace('{association}', '**')
    .replace(/\{\w+\}/g, '*')
    .split('/')
  const name = segments.at(-1) ?? ''
  return { name, parent: segments.length === 1 ? undefined : segments.slice(0, -1).join('/') }
}
