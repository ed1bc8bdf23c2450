import mask from 'json-mask'
import type { Presentation } from './parameters.ts'

/** What is sent. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** In UTF-16 units: what is shorter is not worth compressing. */
const worthCompressing = 1024

/** JSON as the request wants it: in part, pretty, compressed, or only the headers of it. */
export function respond(
  { status, body, headers }: Answer,
  request: Request,
  { fields, isPretty }: Presentation,
): Response {
  // A part is taken of the JSON, so that only what is the answer's own can be named.
  const wanted = fields === '' ? body : mask(JSON.parse(JSON.stringify(body), withoutPrototype), fields)
  const text = `${JSON.stringify(wanted, undefined, isPretty ? 2 : undefined)}\n`
  const isCompressed = text.length >= worthCompressing && acceptsGzip(request.headers.get('accept-encoding') ?? '')
  const bytes = new TextEncoder().encode(text)
  const isHead = request.method === 'HEAD'
  const sent = isCompressed ? new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')) : bytes
  return new Response(isHead ? null : sent, {
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

/** So that what is inherited cannot be named. */
const withoutPrototype = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.assign(Object.create(null) as object, value)
    : value

/** `gzip;q=0` means that it is not accepted. */
const acceptsGzip = (accepted: string): boolean =>
  accepted.split(',').some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase())
    return (name === 'gzip' || name === '*') && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
  })
