import { type ResourceCollection, type CollectionList, collections, type ListScope } from '../resources/index.ts'
import { hasScope, type Place } from './place.ts'

/** What a path below a project leads to. */
export type PathTarget =
  | { readonly to: 'list'; readonly place: Place; readonly list: CollectionList }
  | { readonly to: 'resource'; readonly place: Place; readonly name: string }
  | { readonly to: 'family'; readonly place: Place; readonly name: string }
  | { readonly to: 'invalid' }

/** One way to read a path: the scope, and the segments behind it. */
interface Reading {
  readonly type: ListScope
  readonly scope: string
  readonly rest: readonly string[]
}

/** What a zone, a region, a resource or a family can be called. */
const nameShape = /^[\w.-]{1,255}$/

const rowsByName = new Map<string, readonly ResourceCollection[]>()
for (const row of collections) rowsByName.set(row.name, [...(rowsByName.get(row.name) ?? []), row])

export const rowsNamed = (name = ''): readonly ResourceCollection[] => rowsByName.get(name) ?? []

/** Methods that list, whose results are not resources with a path of their own. */
const isAction = ({ name }: ResourceCollection): boolean => /^(?:list|get)[A-Z]|^referrers$/.test(name)

/** The ways to read the segments behind a project; the zones and the usable subnetworks are below the project itself. */
export function readingsOf(segments: readonly string[]): readonly [Reading, ...Reading[]] {
  const [first = '', second = ''] = segments
  const whole: Reading = { type: 'project', scope: 'project', rest: segments }
  switch (first) {
    case 'global':
    case 'aggregated':
      return [{ type: first, scope: first, rest: segments.slice(1) }, whole]
    case 'zones':
    case 'regions':
      return segments.length < 3 ? [whole] : [{ type: first, scope: `${first}/${second}`, rest: segments.slice(2) }]
    default:
      return [whole]
  }
}

/**
 * Finds what a path leads to, in the table of collections.
 *
 * @param readings the path, percent-encoded; the names in it are decoded in the result
 * @returns `invalid` for names that nothing can have; undefined when the table has no such path
 */
export function findTarget(readings: readonly Reading[]): PathTarget | undefined {
  for (const reading of readings) {
    const target = findList(reading) ?? findFamily(reading) ?? findResource(reading)
    if (target !== undefined) return target
  }
  return undefined
}

function findList({ type, scope, rest }: Reading): PathTarget | undefined {
  for (const collection of rowsNamed(rest.at(-1))) {
    const list = collection.lists.find((one) => one.scope === type)
    const before = parentSegments(collection, rest.slice(0, -1))
    if (list === undefined || !isParent(collection.parent, before)) continue
    const place = placeOf(collection, scope, before)
    return place === undefined ? { to: 'invalid' } : { to: 'list', place, list }
  }
  return undefined
}

/** A resource may be named `family`: the number of segments distinguishes it from a family. */
function findFamily({ type, scope, rest }: Reading): PathTarget | undefined {
  const [collection] = rowsNamed('images')
  const isFamily = type === 'global' && rest.length === 3 && rest[0] === 'images' && rest[1] === 'family'
  return isFamily && collection !== undefined ? named('family', placeOf(collection, scope, []), rest[2]) : undefined
}

function findResource({ type, scope, rest }: Reading): PathTarget | undefined {
  for (const collection of rowsNamed(rest.at(-2))) {
    const before = parentSegments(collection, rest.slice(0, -2))
    if (!holdsAt(collection, type) || !isParent(collection.parent, before)) continue
    return named('resource', placeOf(collection, scope, before), rest.at(-1))
  }
  return undefined
}

/** Whether a collection has resources in a scope. One that is only listed over all scopes has them in any. */
const holdsAt = (row: ResourceCollection, type: ListScope): boolean =>
  type !== 'aggregated' &&
  !isAction(row) &&
  (hasScope(row, type) || (type !== 'project' && row.lists.every(({ scope }) => scope === 'aggregated')))

function named(to: 'family' | 'resource', place: Place | undefined, given = ''): PathTarget {
  const name = decode(given)
  return place === undefined || !nameShape.test(name) ? { to: 'invalid' } : { to, place, name }
}

/** The segments of a parent. Google's clients send a parent of any length as one segment: `reservations%2Fr`. */
const parentSegments = ({ parent }: ResourceCollection, segments: readonly string[]): readonly string[] =>
  parent === '**' ? segments.flatMap((segment) => decode(segment).split('/')) : segments

/** Whether segments are those of a parent: `*` is any one, `**` is one or several pairs of a collection and a name. */
function isParent(parent: string | undefined, segments: readonly string[]): boolean {
  if (parent === undefined) return segments.length === 0
  if (parent === '**') return segments.length > 0 && segments.length % 2 === 0
  const parts = parent.split('/')
  return parts.length === segments.length && parts.every((part, at) => part === '*' || part === segments[at])
}

/** Undefined for a zone, a region or a parent with a name that nothing can have. */
function placeOf(collection: ResourceCollection, scope: string, before: readonly string[]): Place | undefined {
  const [names, parent] = [scope.split('/').map(decode), before.map(decode)]
  if (![...names, ...parent].every((name) => nameShape.test(name))) return undefined
  return { collection, scope: names.join('/'), parent: parent.length === 0 ? undefined : parent.join('/') }
}

/** Empty for invalid percent-encoded UTF-8, which no name is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const linkShape = /\/projects\/([^/]+)\/(.+)$/

/** What the `selfLink` of a resource says: its project, its place and its name. */
export function readSelfLink(link: unknown): { readonly project: string; readonly place: Place } | undefined {
  const [, project = '', path = ''] =
    (typeof link === 'string' && link.length < 4096 ? linkShape.exec(link) : null) ?? []
  const target = path === '' ? undefined : findTarget(readingsOf(path.split('/')))
  return target?.to === 'resource' ? { project, place: target.place } : undefined
}
