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

/** Answers a request. Never rejects. */
export type Handler = (request: Request, connection?: Connection) => Promise<Response>

/** Does what is asked for, when and where there is room for it. */
type Enter = (work: (turn: Turn) => Promise<Rendered>) => Promise<Rendered>

/**
 * Serves `GET /compute/v1/projects/{project}/global/images`, `…/images/{image}` by name or `id`, and
 * `…/images/family/{family}` as Compute Engine does: filtered, ordered, paged, and with its errors. A plain function from
 * `Request` to `Response`, for any server that has these. `/compute/beta` and `/compute/alpha` are answered alike.
 *
 * `POST /batch/compute/v1` takes a number of these at once, as gcloud sends them (`multipart/mixed`). `GET /` says what is
 * served, and `GET /healthz` that it is, to everyone.
 *
 * Statuses: 200; 400 for a parameter or a batch, 401 from `authorize`, 403 from `authorize` and for addresses, hosts,
 * proxies and web pages that are not served, 404, 405, 408 for a batch that is slow to come, 413 for one that is too long,
 * 414 for the URL, 429 for the concurrency, 499 when the caller has gone away, 500 for a source that fails, 503 for one that
 * failed in part and for unread answers, 504 for the time.
 *
 * @throws TypeError that names the option which is wrong
 * @example const handle = createHandler({ source: createMemorySource({ 'my-project': images }) })
 */
export function createHandler<R extends object = Image>(options: HandlerOptions<R>): Handler {
  const { onError, onRejected, authorize, hosts, maxUrlLength = 98_304 } = checkOptions(options)
  const { path = 'global/images', basePath = '', schema = imageSchema, profile = observed } = options
  const reader = createReader(options)
  const router = createRouter({ path, basePath, hasFamilies: Object.hasOwn(schema.fields, 'family') })
  const permissions = createPermissions(authorize, hosts)
  const pass = createGate(options)
  const readBatch = createBatchReader(options.timeoutMs)
  const pendingBodies = createPendingBodies(options.maxPendingBytes ?? 2 ** 28)
  const home = describeServer(router, profile)

  /** Tells the hooks. What they throw is ignored. */
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

  /** A request for resources, in a batch that has been let in. */
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
    // Probes of containers come from any address, and learn nothing else.
    if (route.to === 'health')
      return respond(render({ status: 200, body: { status: 'ok' } }, plain), request, pendingBodies)
    permissions.checkCaller(request, connection)
    switch (route.to) {
      case 'home':
        return respond(render({ status: 200, body: home }, plain), request, pendingBodies)
      case 'batch': {
        const parts = await readBatch(request)
        return pass(connection, request, (turn) => answerBatch(request, parts, turn, batchContext))
      }
      case 'list':
      case 'resource':
      case 'family':
        return respond(
          await read(request, url, route, (work) => pass(connection, request, work)),
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
