import { FilterError, type Image, imageSchema, type Limits, observed } from '../index.ts'
import { createLister, findByName, type ListContext, ListError } from '../list/index.ts'
import { checkFields, listShape, resourceShape } from './fields.ts'
import { type Connection, createGate } from './gate.ts'
import { isLocal } from './loopback.ts'
import { checkOptions, type HandlerOptions } from './options.ts'
import { createOutgoing } from './outgoing.ts'
import { plain, readListRequest, readPresentation } from './parameters.ts'
import { describeFailure, RequestError } from './request-error.ts'
import { respond } from './respond.ts'
import { readRoute, type Route } from './route.ts'

/** Answers a request. Never rejects. */
export type Handler = (request: Request, connection?: Connection) => Promise<Response>

/** Below the defaults, so that no filter holds the thread for long: others wait for it. */
export const serverLimits: Pick<Limits, 'programSize' | 'matchWork'> = Object.freeze({
  programSize: 1000,
  matchWork: 100_000,
})

/**
 * Serves `GET /compute/v1/projects/{project}/global/images` and `…/images/{image}` as Compute Engine does: filtered,
 * ordered, paged, and with its errors. A plain function from `Request` to `Response`, for any server that has these.
 *
 * Statuses: 200; 400 for a parameter, 401 and 403 from `authorize`, 404, 405, 414 for the URL, 429 for the concurrency,
 * 499 when the caller has gone away, 500 for a source that fails, 503 for one that failed in part and for unread answers,
 * 504 for the time.
 *
 * @throws TypeError that names the option which is wrong
 * @example const handle = createHandler({ source: createMemorySource({ 'my-project': images }) })
 */
export function createHandler<R extends object = Image>(options: HandlerOptions<R>): Handler {
  const {
    source,
    authorize,
    onError,
    onRejected,
    path = 'global/images',
    basePath = '',
    urlLength = 98_304,
  } = checkOptions(options)
  const { kind, baseUrl, secret, schema = imageSchema, profile = observed, limits, regexEngine } = options
  const meaning = { schema, profile, limits: { ...serverLimits, ...limits }, regexEngine }
  const list = createLister<R>({ kind, path, baseUrl, secret, ...meaning })
  const resource = resourceShape(schema)
  const shapes = { resource, list: listShape(resource) }
  const pass = createGate(options)
  const outgoing = createOutgoing(options.outgoingBytes ?? 2 ** 28)

  async function checkPermission(request: Request, project: string, { remoteAddress }: Connection): Promise<void> {
    if (authorize === undefined) {
      if (isLocal(request, remoteAddress)) return
      throw new RequestError(403, 'This server has no authorization, and so serves loopback addresses only.')
    }
    const permission = await authorize(request, project)
    if (permission === 'allow') return
    if (permission === 401) {
      throw new RequestError(401, 'The request needs credentials.', { 'www-authenticate': 'Bearer' })
    }
    throw new RequestError(403, `Permission denied on project '${project}'.`)
  }

  async function read(
    { project, resource: name }: Route,
    query: URLSearchParams,
    context: ListContext,
  ): Promise<unknown> {
    const opened = await source.open(project)
    if (opened === undefined) throw notFound(`projects/${project}`)
    if (name === undefined) return list(opened, { project, ...readListRequest(query) }, context)
    const found = await findByName(opened, { project, name }, context)
    if (found === undefined) throw notFound(`projects/${project}/${path}/${name}`)
    return found
  }

  /** Tells the hooks. What they throw is ignored. */
  function report(error: unknown, status: number, request: Request): void {
    new Promise((resolve) => {
      if (error instanceof FilterError) resolve(onRejected?.(error, request))
      else if (status >= 500) resolve(onError?.(error instanceof ListError ? (error.cause ?? error) : error, request))
    }).catch(() => undefined)
  }

  return async (request, connection = {}) => {
    let presentation = plain
    try {
      if (request.url.length > urlLength) throw new RequestError(414, 'The URL is too long.')
      const { pathname, searchParams } = new URL(request.url)
      const route = readRoute(pathname, basePath, path)
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new RequestError(405, `There is no ${request.method} here.`, { allow: 'GET, HEAD' })
      }
      presentation = readPresentation(searchParams)
      const { fields } = presentation
      if (fields !== '') checkFields(fields, route.resource === undefined ? shapes.list : shapes.resource)
      const body = await pass(connection, request, async (context) => {
        await checkPermission(request, route.project, connection)
        return read(route, searchParams, context)
      })
      return respond({ status: 200, body }, request, presentation, outgoing)
    } catch (error) {
      const failure = describeFailure(error)
      report(error, failure.status, request)
      return respond(failure, request, { ...presentation, fields: '' }, outgoing)
    }
  }
}

const notFound = (what: string): RequestError => new RequestError(404, `The resource '${what}' was not found`)
