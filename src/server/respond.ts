import type { ApiError, ErrorStatus } from '../index.ts'
import { runInSlices } from '../scheduling.ts'
import { plain, type Presentation } from './parameters.ts'
import { createPendingBodies, type PendingBodies } from './pending-bodies.ts'
import { RequestError } from './request-error.ts'
import { type Bytes, writeJson } from './write-json.ts'

/** A response before it is written. */
export interface PlainAnswer {
  readonly status: ErrorStatus | 200
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Shorter responses are not worth compressing. */
const minCompressedBytes = 1024

/** A response as bytes. */
export interface Rendered extends Bytes {
  readonly status: ErrorStatus | 200
  readonly headers: Readonly<Record<string, string>>
}

/** Writes JSON in the requested form, in slices of time, since it may be long. */
export const renderInSlices = async (
  answer: PlainAnswer,
  presentation: Presentation,
  pause: () => Promise<void>,
): Promise<Rendered> => addHeaders(answer, await runInSlices(writeJson(answer.body, presentation), pause))

/** Writes short JSON at once, with all its members. */
export function render(answer: PlainAnswer, { isPretty }: Presentation): Rendered {
  const steps = writeJson(answer.body, { ...plain, isPretty })
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return addHeaders(answer, value)
  }
}

/** An error in Google's envelope. */
export const renderError = (error: ApiError, presentation: Presentation): Rendered =>
  render({ status: error.status, headers: error.headers, body: error }, presentation)

const addHeaders = ({ status, headers = {} }: PlainAnswer, { pieces, length }: Bytes): Rendered => ({
  status,
  pieces,
  length,
  headers: { 'content-type': 'application/json; charset=UTF-8', 'x-content-type-options': 'nosniff', ...headers },
})

/** The response to a request: compressed if it accepts that, without a body for HEAD. @throws RequestError 503 */
export function respond(
  { status, pieces, length, headers }: Rendered,
  request: Pick<Request, 'method' | 'headers' | 'signal'>,
  pendingBodies: PendingBodies,
): Response {
  const isCompressed = length >= minCompressedBytes && acceptsGzip(request.headers.get('accept-encoding') ?? '')
  const body = request.method === 'HEAD' ? null : pendingBodies.send(pieces, length, request.signal)
  return new Response(isCompressed && body !== null ? compress(body) : body, {
    status,
    headers: {
      vary: 'Accept-Encoding',
      ...(isCompressed ? { 'content-encoding': 'gzip' } : { 'content-length': String(length) }),
      ...headers,
    },
  })
}

/** A response whose body is streamed, compressed if the request accepts that. */
export function respondInPieces(body: ReadableStream, type: string, request: Pick<Request, 'headers'>): Response {
  const isCompressed = acceptsGzip(request.headers.get('accept-encoding') ?? '')
  return new Response(isCompressed ? body.pipeThrough(new CompressionStream('gzip')) : body, {
    headers: {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      ...(isCompressed && { 'content-encoding': 'gzip' }),
    },
  })
}

function compress(body: ReadableStream | Uint8Array<ArrayBuffer>): ReadableStream {
  const stream = body instanceof ReadableStream ? body : new Blob([body]).stream()
  return stream.pipeThrough(new CompressionStream('gzip'))
}

/**
 * A response with an error in Google's envelope, for errors before the handler: an unreadable request, a limit of a server.
 *
 * @example answerError(431, 'The headers are too large.')
 */
export function answerError(
  status: ErrorStatus,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const rendered = renderError(new RequestError(status, message, headers), plain)
  return respond(rendered, new Request('http://localhost'), createPendingBodies(0))
}

/** The entry for `gzip` decides, or else that for `*`. Weight 0 means not accepted. */
function acceptsGzip(accepted: string): boolean {
  const isAccepted = new Map<string, boolean>()
  for (const coding of accepted.split(',')) {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
    isAccepted.set(name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)))
  }
  return isAccepted.get('gzip') ?? isAccepted.get('*') ?? false
}
