import { RequestError } from '../request-error.ts'

/** A part of a batch: a request for resources. */
export interface BatchPart {
  /** The `Content-ID`, which the response repeats; undefined when there is none. */
  readonly id: string | undefined
  /** @throws RequestError 400, 405, 414, 431 */
  readonly readRequest: () => PartRequest
}

/** The request in a part. */
export interface PartRequest {
  readonly method: string
  /** Path and query, as in a request line. */
  readonly target: string
  /** The part's own credentials. */
  readonly authorization: string | undefined
}

/** In UTF-16 units: the headers of a part, and of the request in it. */
const maxHeadersLength = 16_384

/** @param maxTarget UTF-16 units, of the URL */
export function parsePart(text: string, maxTarget: number): BatchPart {
  const { head, rest } = splitHead(text)
  const headers = parseHeaders(head)
  return {
    id: headers instanceof RequestError ? undefined : headers.get('content-id'),
    readRequest() {
      if (headers instanceof RequestError) throw headers
      const type = headers.get('content-type') ?? ''
      if (!/^application\/http[ \t]*(?:;|$)/i.test(type)) throw malformed('its Content-Type is not application/http')
      return parseRequest(rest, maxTarget)
    },
  }
}

/** A path that only a batch has. */
const batchTarget = /\/batch(?:\/compute\/[^/?]*)?(?:\?|$)/

function parseRequest(text: string, maxTarget: number): PartRequest {
  const end = text.search(/\r?\n|$/)
  if (end > maxTarget) throw new RequestError(414, 'The URL is too long.')
  const line = text.slice(0, end)
  const [, method = '', target = ''] =
    /^([!#$%&'*+.^`|~\w-]+) ([\x21\x22\x24-\x7e]+)(?: HTTP\/1\.[01])?$/.exec(line) ?? []
  if (method === '') throw malformed('it does not begin with a request line')
  if (method === 'POST' && batchTarget.test(target)) throw malformed('it is a batch itself')
  if (method !== 'GET' && method !== 'HEAD') {
    throw new RequestError(405, `Method not allowed in a batch: ${method.slice(0, 100)}.`, { allow: 'GET, HEAD' })
  }
  const headers = parseHeaders(splitHead(text.slice(end).replace(/^\r?\n/, '')).head)
  if (headers instanceof RequestError) throw headers
  return { method, target: readTarget(target), authorization: headers.get('authorization') }
}

/** Path and query; the host is ignored. A path that URL parsing would change is rejected. */
function readTarget(given: string): string {
  const target = given.replace(/^https?:\/\/[^/?]+(?=[/?]|$)/i, '')
  const url = target.startsWith('/') ? new URL(`http://localhost${target}`) : undefined
  if (url?.pathname === target.split('?')[0]) return target
  throw malformed('the target of its request is not a normalized path')
}

/** Splits at the first empty line. Without one, all is head. */
function splitHead(text: string): { readonly head: string; readonly rest: string } {
  const [empty] = /^\r?\n/.exec(text) ?? []
  if (empty !== undefined) return { head: '', rest: text.slice(empty.length) }
  const found = /\r?\n\r?\n/.exec(text)
  if (found === null) return { head: text, rest: '' }
  return { head: text.slice(0, found.index), rest: text.slice(found.index + found[0].length) }
}

/** The first header of each name, by lower-case name; an error for malformed headers. */
function parseHeaders(head: string): ReadonlyMap<string, string> | RequestError {
  if (head.length > maxHeadersLength) return new RequestError(431, 'The headers are too large.')
  const headers = new Map<string, string>()
  for (const line of head === '' ? [] : head.replace(/\r?\n$/, '').split(/\r?\n/)) {
    const [, name, value = ''] = /^([!#$%&'*+.^`|~\w-]+):[ \t]*([\t\x20-\x7e]*)$/.exec(line) ?? []
    if (name === undefined) return malformed('its headers cannot be read')
    const key = name.toLowerCase()
    if (!headers.has(key)) headers.set(key, value.trimEnd())
  }
  return headers
}

const malformed = (why: string): RequestError =>
  new RequestError(400, `Bad request: the part of the batch is malformed: ${why}.`)
