import { ApiError, FilterError, type Image, imageSchema, observed } from '../index.ts'
import { answerBatch, createBatchReader } from './batch/index.ts'
import { type Connection, createGate, type Turn } from './gate.ts'
import { describeServer } from './home.ts'
import { checkOptions, type HandlerOptions } from './options.ts'
import { createPendingBodies } from './pending-bodies.ts'
import { plain, readParameters, readPresentation } from './parameters.ts'
import { createPermissions } from './permission.ts'
import { createReader } from './read-resources.ts'
import { apiErrorOf, RequestError } from './request-error.ts'
import { render, type Rendered, renderError, renderInSlices, respond } from './respond.ts'
import { createRouter, nothingAt, type ResourceRoute } from './route.ts'

/** Responds to a request. Never rejects. */
export type Handler = (request: Request, connection?: Connection) => Promise<Response>

/** Runs the work of a request within the limits of a gate or of a batch. */
type Enter = (work: (turn: Turn) => Promise<Rendered>) => Promise<Rendered>

/**
 * Serves `GET /compute/v1/projects/{project}/global/images`, `…/images/{image}` by name or `id`, and
 * `…/images/family/{family}` as Compute Engine does: with filters, orders, pages and errors. It is a plain function from
 * `Request` to `Response`, for any server that has these types. `/compute/beta` and `/compute/alpha` behave alike.
 *
 * `POST /batch/compute/v1` takes several of these requests, as gcloud sends them (`multipart/mixed`). `GET /` describes the
 * server. `GET /healthz` checks that it runs, and needs no permission.
 *
 * Statuses: 200; 400 for a wrong parameter or batch, 401 from `authorize`, 403 from `authorize` and for addresses, hosts,
 * proxies and web pages that are not served, 404, 405, 408 for a batch that arrives slowly, 413 for a long batch, 414 for a
 * long URL, 429 for too many requests, 499 when the client closes the connection, 500 for a source that fails, 503 for a
 * source that fails in part and for too many unread responses, 504 for a request that takes too long.
 *
 * @throws TypeError that names the wrong option
 * @example const handle = createHandler({ source: createMemorySource({ 'my-project': images }) })
 */
export function createHandler<R extends object = Image>(options: HandlerOptions<R>): Handler {
  const { onError, onRejected, authorize, hosts, maxUrlLength = 98_304 } = checkOptions(options)
  const { path = 'global/images', basePath = '', schema = imageSchema, profile = observed } = options
  const reader = createReader(options)
  const router = createRouter({ path, basePath, hasFamilies: Object.hasOwn(schema.fields, 'family') })
  const permissions = createPermissions(authorize, hosts)
  const admit = createGate(options)
  const readBatch = createBatchReader(options.timeoutMs)
  const pendingBodies = createPendingBodies(options.maxPendingBytes ?? 2 ** 28)
  const home = describeServer(router, profile)

  /** Calls the hooks, and ignores what they throw. */
  function report(error: unknown, status: number, request: Request): void {
    new Promise((resolve) => {
      if (error instanceof FilterError) resolve(onRejected?.(error, request))
      else if (status >= 500) resolve(onError?.(error instanceof ApiError ? (error.cause ?? error) : error, request))
    }).catch(() => undefined)
  }

  function fail(error: unknown, request: Request, presentation = plain): Rendered {
    const answered = apiErrorOf(error)
    report(error, answered.status, request)
    return renderError(answered, presentation)
  }

  function urlOf({ url }: Request): URL {
    if (url.length > maxUrlLength) throw new RequestError(414, 'The URL is too long.')
    return new URL(url)
  }

  async function read(request: Request, url: URL, route: ResourceRoute, enter: Enter): Promise<Rendered> {
    let presentation = plain
    try {
      const parameters = readParameters(url)
      presentation = readPresentation(parameters)
      reader.checkFields(route, presentation.fields)
      return await enter(async (turn) => {
        await permissions.checkProject(request, route.project)
        const body = await reader.read(route, parameters, turn)
        return renderInSlices({ status: 200, body }, presentation, turn.pause)
      })
    } catch (error) {
      return fail(error, request, presentation)
    }
  }

  /** Responds to a part of a batch that has been admitted. */
  async function answerPart(request: Request, turn: Turn): Promise<Rendered> {
    try {
      const url = urlOf(request)
      const route = router.find(request.method, url.pathname)
      if (!('project' in route)) throw nothingAt(url.pathname)
      return await read(request, url, route, (work) => work(turn))
    } catch (error) {
      return fail(error, request)
    }
  }

  const batchContext = { pendingBodies, maxUrlLength, answer: answerPart, fail }

  async function answer(request: Request, connection: Connection): Promise<Response> {
    const url = urlOf(request)
    const route = router.find(request.method, url.pathname)
    // Health checks of containers come from any address.
    if (route.to === 'health')
      return respond(render({ status: 200, body: { status: 'ok' } }, plain), request, pendingBodies)
    permissions.checkCaller(request, connection)
    switch (route.to) {
      case 'home':
        return respond(render({ status: 200, body: home }, plain), request, pendingBodies)
      case 'batch': {
        const parts = await readBatch(request)
        return admit(connection, request, (turn) => answerBatch(request, parts, turn, batchContext))
      }
      case 'list':
      case 'resource':
      case 'family':
        return respond(
          await read(request, url, route, (work) => admit(connection, request, work)),
          request,
          pendingBodies,
        )
    }
  }

  return async (request, connection = {}) => {
    try {
      return await answer(request, connection)
    } catch (error) {
      return respond(fail(error, request), request, pendingBodies)
    }
  }
}
