import mask from 'json-mask'
import { plain, type Presentation } from './parameters.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import { describeFailure, type ErrorStatus, RequestError } from './request-error.ts'

/** What is sent. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** In UTF-16 units: what is shorter is not worth compressing. */
const worthCompressing = 1024

/** JSON as the request wants it: in part, pretty, compressed, or only the headers of it. @throws RequestError 503 */
export function respond(
  { status, body, headers }: Answer,
  request: Pick<Request, 'method' | 'headers' | 'signal'>,
  { fields, isPretty }: Presentation,
  outgoing: Outgoing,
): Response {
  // A part is taken of the JSON, so that only what is the answer's own can be named.
  const wanted = fields === '' ? body : mask(JSON.parse(JSON.stringify(body), withoutPrototype), fields)
  const text = `${JSON.stringify(wanted, undefined, isPretty ? 2 : undefined)}\n`
  const isCompressed = text.length >= worthCompressing && acceptsGzip(request.headers.get('accept-encoding') ?? '')
  const bytes = new TextEncoder().encode(text)
  return new Response(request.method === 'HEAD' ? null : bodyOf(bytes, isCompressed, request.signal, outgoing), {
    status,
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      ...(isCompressed ? { 'content-encoding': 'gzip' } : { 'content-length': String(bytes.length) }),
      ...headers,
    },
  })
}

function bodyOf(
  bytes: Uint8Array<ArrayBuffer>,
  isCompressed: boolean,
  signal: AbortSignal,
  outgoing: Outgoing,
): BodyInit {
  const body = outgoing.send(bytes, signal)
  if (!isCompressed) return body
  const stream = body instanceof ReadableStream ? body : new Blob([bytes]).stream()
  return stream.pipeThrough(new CompressionStream('gzip'))
}

/**
 * An error in Google's envelope, for what stands before the handler: a request that cannot be read, a limit of a server.
 *
 * @example answerError(431, 'The headers are too large.')
 */
export function answerError(
  status: ErrorStatus,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const failure = describeFailure(new RequestError(status, message, headers))
  return respond(failure, new Request('http://localhost'), plain, createOutgoing(0))
}

/** So that what is inherited cannot be named. */
const withoutPrototype = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.assign(Object.create(null) as object, value)
    : value

/** What is said of `gzip` counts, else what is said of `*`. Weight 0 means that it is not accepted. */
function acceptsGzip(accepted: string): boolean {
  const isAccepted = new Map<string, boolean>()
  for (const coding of accepted.split(',')) {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
    isAccepted.set(name, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)))
  }
  return isAccepted.get('gzip') ?? isAccepted.get('*') ?? false
}
