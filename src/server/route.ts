import type { CollectionList } from '../resources/index.ts'
import { hasScope, pathOf, type Place } from './place.ts'
import { RequestError } from './request-error.ts'
import { findTarget, type PathTarget, readingsOf, rowsNamed } from './resource-paths.ts'

/** The target of a path: resources, or a page of the server itself. */
export type Route = ResourceRoute | { readonly to: 'home' | 'health' | 'batch' }

/** A request for resources, or for the project itself. */
export type ResourceRoute = { readonly project: string } & (
  | { readonly to: 'list'; readonly place: Place; readonly list: CollectionList }
  | { readonly to: 'resource'; readonly place: Place; readonly name: string }
  | { readonly to: 'family'; readonly place: Place; readonly name: string }
  | { readonly to: 'project' }
)

const projectName = /^[a-z0-9](?:[\w:-]|\.(?!\.)){0,62}$/i
const parentId = /^(?:(?:organizations|folders)\/)?\d{1,32}$/

/** Whether a text is a valid project id, such as `example.com:project`. A valid id is safe as a file name. */
export const isProjectName = (name: string): boolean => projectName.test(name)

/** The versions of the API. All behave alike. */
export const versions = ['v1', 'beta', 'alpha'] as const
const versionNames: readonly string[] = versions

const reading = ['GET', 'HEAD']
const writing = ['POST', 'PUT', 'PATCH', 'DELETE']

/** The pages of the server itself. */
const pages: readonly {
  readonly methods: readonly string[]
  readonly path: RegExp
  readonly to: 'home' | 'health' | 'batch'
}[] = [
  { methods: reading, path: /^\/$/, to: 'home' },
  { methods: reading, path: /^\/healthz$/, to: 'health' },
  { methods: ['POST'], path: new RegExp(`^/batch(?:/compute/(?:${versions.join('|')}))?$`), to: 'batch' },
]

/**
 * Finds the route of a request.
 *
 * @throws RequestError 400, 404, 405; 501 for what Compute has, but this server has not
 */
export type Router = (method: string, url: URL) => Route

/** @param basePath the path before `/compute/v1` */
export const createRouter =
  (basePath: string): Router =>
  (method, url) => {
    const { pathname } = url
    const path = pathname.startsWith(basePath) ? pathname.slice(basePath.length) || '/' : ''
    const page = pages.find((one) => one.path.test(path))
    if (page !== undefined) {
      checkMethod(method, page.methods)
      return { to: page.to }
    }
    const [empty, api, version = '', owner = '', first = '', ...rest] = path.split('/')
    if (empty !== '' || api !== 'compute' || !versionNames.includes(version)) throw nothingAt(pathname)
    if (owner === 'projects') return findInProject(method, decodeProject(first), rest, pathname)
    if (owner === 'locations' && first === 'global' && rest.length > 0) return findInOrganization(method, rest, url)
    throw nothingAt(pathname)
  }

function findInProject(method: string, project: string, segments: readonly string[], pathname: string): ResourceRoute {
  if (!isProjectName(project)) throw nothingAt(pathname)
  const path = ['projects', project, ...segments].join('/')
  if (segments.length === 0) {
    checkRead(method, path)
    return { to: 'project', project }
  }
  const target = findTarget(readingsOf(segments))
  checkTarget(target, method, path, segments, pathname)
  return { project, ...target }
}

/** The lists of an organization or a folder, which the parameter `parentId` names. */
function findInOrganization(method: string, rest: readonly string[], url: URL): ResourceRoute {
  const path = `locations/global/${rest.join('/')}`
  const target = findTarget([{ type: 'organization', scope: 'organization', rest }])
  if (target?.to !== 'list') throw notServed(method, path, isWriting(method) ? onlyReads : '')
  checkTarget(target, method, path, rest, url.pathname)
  const project = url.searchParams.get('parentId') ?? ''
  if (parentId.test(project)) return { project, ...target }
  throw new RequestError(
    400,
    `Invalid value for field 'parentId': '${project.slice(0, 100)}'. Must be organizations/ID or folders/ID.`,
  )
}

type Valid = Exclude<PathTarget, { readonly to: 'invalid' }>

/** @throws RequestError 404, 405, 501 */
function checkTarget(
  target: PathTarget | undefined,
  method: string,
  path: string,
  segments: readonly string[],
  pathname: string,
): asserts target is Valid {
  if (target?.to === 'invalid') throw nothingAt(pathname)
  const asked = target?.to === 'list' ? target.list.method : 'GET'
  if (asked === 'POST') {
    if (method === 'POST') return
    if (reading.includes(method)) throw wrongMethod(method, ['POST'])
  }
  checkRead(method, path)
  if (target === undefined) throw notServed(method, path, describeMissing(segments))
}

const onlyReads = ': this server only reads'

/** Why nothing is served at a path, if its collection is the reason. */
function describeMissing(segments: readonly string[]): string {
  const { type, rest } = readingsOf(segments)[0]
  const [name = ''] = rest
  const isKnown = rowsNamed(name).some((row) => row.parent === undefined && hasScope(row, type))
  return isKnown ? '' : `: there is no collection '${name.slice(0, 100)}' in ${type}`
}

/** @throws RequestError 405, 501 */
function checkRead(method: string, path: string): void {
  if (isWriting(method)) throw notServed(method, path, onlyReads)
  checkMethod(method, reading)
}

const isWriting = (method: string): boolean => writing.includes(method)

/** @throws RequestError 405 */
function checkMethod(method: string, allowed: readonly string[]): void {
  if (!allowed.includes(method)) throw wrongMethod(method, allowed)
}

const wrongMethod = (method: string, allowed: readonly string[]): RequestError =>
  new RequestError(405, `Method not allowed: ${method}.`, { allow: allowed.join(', ') })

const notServed = (method: string, path: string, why: string): RequestError =>
  new RequestError(501, `Not implemented: ${method} '${path.slice(0, 200)}' is not served${why}.`)

export const nothingAt = (pathname: string): RequestError =>
  new RequestError(404, `Path not found: '${pathname.slice(0, 200)}'.`)

/** Empty for invalid percent-encoded UTF-8, which no project is. */
function decodeProject(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The name of a place in messages. */
export const nameOf = (project: string, place: Place, ...rest: readonly string[]): string =>
  ['projects', project, pathOf(place), ...rest].join('/')
