import type { ApiError, ErrorStatus } from '../index.ts'
import { runInSlices } from '../scheduling.ts'
import { plain, type Presentation } from './parameters.ts'
import { createPendingBodies, type PendingBodies } from './pending-bodies.ts'
import { RequestError } from './request-error.ts'
import { type Bytes, writeJson } from './write-json.ts'

/** What is sent. */
export interface PlainAnswer {
  readonly status: ErrorStatus | 200
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Bytes: what is shorter is not worth compressing. */
const minCompressedBytes = 1024

/** An answer as bytes. */
export interface Rendered extends Bytes {
  readonly status: ErrorStatus | 200
  readonly headers: Readonly<Record<string, string>>
}

/** JSON as the request wants it: in part, or pretty. Written in slices, for it may be long. */
export const renderInSlices = async (
  answer: PlainAnswer,
  presentation: Presentation,
  pause: () => Promise<void>,
): Promise<Rendered> => addHeaders(answer, await runInSlices(writeJson(answer.body, presentation), pause))

/** The same at once, for what is short, and whole. */
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

/** The answer as the request wants it: compressed, or only its headers. @throws RequestError 503 */
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

/** An answer of many pieces, compressed if the request takes it so. */
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
 * An error in Google's envelope, for what comes before the handler: a request that cannot be read, a limit of a server.
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

/** What is said of `gzip` counts, else what is said of `*`. Weight 0 means that it is not accepted. */
function acceptsGzip(accepted: string): boolean {
  const isAccepted = new Map<string, boolean>()
  for (const coding of accepted.split(',')) {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
    isAccepted.set(name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)))
  }
  return isAccepted.get('gzip') ?? isAccepted.get('*') ?? false
}
