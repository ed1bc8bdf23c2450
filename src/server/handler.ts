import { ApiError, FilterError, observed } from '../index.ts'
import { answerBatch, createBatchReader } from './batch/index.ts'
import { type Connection, createGate, type Turn } from './gate.ts'
import { describeServer } from './home.ts'
import { readInstanceState, takesState } from './instance-state.ts'
import { checkOptions, type HandlerOptions } from './options.ts'
import { createPendingBodies } from './pending-bodies.ts'
import { plain, readParameters, readPresentation } from './parameters.ts'
import { createPermissions } from './permission.ts'
import { createBodyReader } from './read-body.ts'
import { createReader } from './read-resources.ts'
import { apiErrorOf, RequestError } from './request-error.ts'
import { render, type Rendered, renderError, renderInSlices, respond } from './respond.ts'
import { createRouter, nothingAt, type ResourceRoute } from './route.ts'

/** Responds to a request. Never rejects. */
export type Handler = (request: Request, connection?: Connection) => Promise<Response>

/** Runs the work of a request within the limits of a gate or of a batch. */
type Enter = (work: (turn: Turn) => Promise<Rendered>) => Promise<Rendered>

/** The bodies of list methods that take one: an object with one member. */
const bodyLimits = { called: ['body', 'bodies'], maxBytes: 65_536, maxTotalBytes: 2 ** 24, timeoutMs: 10_000 } as const

/**
 * Serves every list of Compute Engine below `/compute/v1`, in all scopes and as aggregated lists, each resource by name or
 * `id`, `…/images/family/{family}` and the project itself: with filters, orders, pages and errors as in the API. It is a plain
 * function from `Request` to `Response`, for any server that has these types. `/compute/beta` and `/compute/alpha` behave
 * alike.
 *
 * `POST /batch/compute/v1` takes several of these requests, as gcloud sends them (`multipart/mixed`). `GET /` describes the
 * server. `GET /healthz` checks that it runs, and needs no permission.
 *
 * Statuses: 200; 400 for a wrong parameter, body or batch, 401 from `authorize`, 403 from `authorize` and for addresses,
 * hosts, proxies and web pages that are not served, 404, 405, 408 for a body that arrives slowly, 413 for a long one, 414 for
 * a long URL, 429 for too many requests, 499 when the client closes the connection, 500 for a source that fails, 501 for
 * writes and for what else Compute has, 503 for a source that fails in part and for too many unread responses, 504 for a
 * request that takes too long.
 *
 * @throws TypeError that names the wrong option
 * @example const handle = createHandler({ source: createMemorySource({ 'my-project': resources }) })
 */
export function createHandler<R extends object = object>(options: HandlerOptions<R>): Handler {
  const { onError, onRejected, authorize, hosts, maxUrlLength = 98_304 } = checkOptions(options)
  const { basePath = '', profile = observed, timeoutMs = Infinity } = options
  const reader = createReader(options)
  const findRoute = createRouter(basePath)
  const permissions = createPermissions(authorize, hosts)
  const admit = createGate(options)
  const readBatch = createBatchReader(options.timeoutMs)
  const readBody = createBodyReader({ ...bodyLimits, timeoutMs: Math.min(timeoutMs, bodyLimits.timeoutMs) })
  const pendingBodies = createPendingBodies(options.maxPendingBytes ?? 2 ** 28)
  const home = describeServer(basePath, profile)

  /** Calls the hooks, and ignores what they throw. */
  function report(error: unknown, status: number, request: Request): void {
    new Promise((resolve) => {
      if (error instanceof FilterError) resolve(onRejected?.(error, request))
      else if (status >= 500 && status !== 501)
        resolve(onError?.(error instanceof ApiError ? (error.cause ?? error) : error, request))
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
      const instanceState = takesState(route) ? readInstanceState(await readBody(request)) : 'ALL'
      return await enter(async (turn) => {
        await permissions.checkProject(request, route.project)
        const body = await reader.read(route, { parameters, instanceState }, turn)
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
      const route = findRoute(request.method, url)
      if (!('project' in route)) throw nothingAt(url.pathname)
      return await read(request, url, route, (work) => work(turn))
    } catch (error) {
      return fail(error, request)
    }
  }

  const batchContext = { pendingBodies, maxUrlLength, answer: answerPart, fail }

  async function answer(request: Request, connection: Connection): Promise<Response> {
    const url = urlOf(request)
    const route = findRoute(request.method, url)
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
      case 'project':
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
