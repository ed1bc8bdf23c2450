import type { Image, Limits } from '../index.ts'
import { createLister, type ListContext, ListError, type ListerOptions, type Source } from '../list/index.ts'
import { createGate, type GateLimits } from './gate.ts'
import { isLocal } from './loopback.ts'
import { readListRequest, readPresentation } from './parameters.ts'
import type { ProjectSource } from './project-source.ts'
import { describeFailure, RequestError } from './request-error.ts'
import { respond } from './respond.ts'
import { readRoute, type Route } from './route.ts'

/** What a request may do: be served, or not without credentials (401), or not at all (403). */
export type Permission = 'allow' | 401 | 403

/** Who is at the other end. */
export interface Connection {
  /** The address, as `node:http` gives it; callers are told apart by it. */
  readonly remoteAddress?: string | undefined
  /** The port; on loopback addresses it tells apart whose turn it is. */
  readonly remotePort?: number | undefined
}

/** Besides those of the list; `limits` are `serverLimits` unless said otherwise. */
export interface HandlerOptions<R> extends ListerOptions, GateLimits {
  readonly source: ProjectSource<R>
  /** Asked before anything is read. Without it only this machine is served. */
  readonly authorize?: ((request: Request, project: string) => Permission | Promise<Permission>) | undefined
  /** The longest URL, in UTF-16 units; above it the status is 414. 65,536 unless said otherwise. */
  readonly urlLength?: number | undefined
  /** Told what a source or a hook has thrown, and what else has gone wrong inside. */
  readonly onError?: ((error: unknown, request: Request) => void) | undefined
}

/** Answers a request. Never rejects. */
export type Handler = (request: Request, connection?: Connection) => Promise<Response>

/** Below the defaults, so that no filter holds the thread for long: others wait for it. */
export const serverLimits: Pick<Limits, 'programSize' | 'matchWork'> = Object.freeze({
  programSize: 1000,
  matchWork: 400_000,
})

/**
 * Serves `GET /compute/v1/projects/{project}/global/images` and `…/images/{image}` as Compute Engine does: filtered,
 * ordered, paged, and with its errors. A plain function from `Request` to `Response`, for any server that has these.
 *
 * @example const handle = createHandler({ source: createMemorySource({ 'my-project': images }) })
 */
export function createHandler<R extends object = Image>(options: HandlerOptions<R>): Handler {
  const { source, authorize, onError, path = 'global/images', urlLength = 65_536 } = options
  const list = createLister<R>({ ...options, limits: { ...serverLimits, ...options.limits } })
  const pass = createGate(options)

  async function checkPermission(request: Request, url: URL, project: string, connection: Connection): Promise<void> {
    if (authorize === undefined) {
      if (isLocal(url, connection.remoteAddress)) return
      throw new RequestError(403, 'This server has no authorization, and so serves loopback addresses only.')
    }
    const permission = await authorize(request, project)
    if (permission === 'allow') return
    if (permission === 401) {
      throw new RequestError(401, 'The request needs credentials.', { 'www-authenticate': 'Bearer' })
    }
    throw new RequestError(403, `Permission denied on project '${project}'.`)
  }

  async function read({ project, resource }: Route, query: URLSearchParams, context: ListContext): Promise<unknown> {
    const opened = await source.open(project)
    if (opened === undefined) throw notFound(`projects/${project}`)
    if (resource === undefined) return list(opened, { project, ...readListRequest(query) }, context)
    const found: unknown =
      opened.get === undefined ? await search(opened, project, resource) : await opened.get(resource)
    if (found === undefined || found === null) throw notFound(`projects/${project}/${path}/${resource}`)
    if (typeof found !== 'object') throw new Error('the source gave what is no resource')
    return found
  }

  async function search(opened: Source<R>, project: string, resource: string): Promise<R | undefined> {
    const { items } = await list(opened, { project, filter: `name = "${resource}"`, maxResults: 1 })
    return items?.[0]
  }

  return async (request, connection = {}) => {
    let presentation = { fields: '', isPretty: true }
    try {
      if (request.url.length > urlLength) throw new RequestError(414, 'The URL is too long.')
      const url = new URL(request.url)
      const route = readRoute(url.pathname, path)
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new RequestError(405, `There is no ${request.method} here.`, { allow: 'GET, HEAD' })
      }
      presentation = readPresentation(url.searchParams)
      const body = await pass(connection.remoteAddress ?? '', request, async (context) => {
        await checkPermission(request, url, route.project, connection)
        return read(route, url.searchParams, context)
      })
      return respond({ status: 200, body }, request, presentation)
    } catch (error) {
      const failure = describeFailure(error)
      if (failure.status >= 500) onError?.(error instanceof ListError ? (error.cause ?? error) : error, request)
      return respond(failure, request, { ...presentation, fields: '' })
    }
  }
}

const notFound = (what: string): RequestError => new RequestError(404, `The resource '${what}' was not found`)
