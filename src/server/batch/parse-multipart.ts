import { RequestError } from '../request-error.ts'

const quotedOrToken = /;[ \t]*boundary=(?:"([^"\\]*)"|([^\s;"]*))[ \t]*(?:;|$)/i
const boundaryShape = /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/

/** The boundary of a `multipart/mixed` body (RFC 2046 section 5.1.1). @throws RequestError 400 */
export function readBoundary(contentType: string): string {
  if (!/^multipart\/mixed[ \t]*(?:;|$)/i.test(contentType)) throw malformed('its Content-Type is not multipart/mixed')
  const [, quoted, token] = quotedOrToken.exec(contentType) ?? []
  const boundary = quoted ?? token ?? ''
  if (boundaryShape.test(boundary)) return boundary
  throw malformed('its Content-Type has no boundary of 1 to 70 characters')
}

/**
 * The parts of a `multipart/mixed` body. Lines end in CRLF, or in LF alone, as gcloud writes them. Text before the first
 * boundary and after the last is ignored. A line that only starts with a boundary is content.
 *
 * @throws RequestError 400
 */
export function parseMultipart(body: string, boundary: string, maxParts: number): readonly string[] {
  const escaped = boundary.replace(/[^\w ]/g, String.raw`\$&`)
  const delimiter = new RegExp(String.raw`(?:^|\r?\n)--${escaped}(--)?[ \t]*(?=\r?\n|$)`, 'g')
  const parts: string[] = []
  let start: number | undefined
  for (const { 0: line, 1: isLast, index } of body.matchAll(delimiter)) {
    if (start !== undefined) parts.push(body.slice(start, index).replace(/^\r?\n/, ''))
    if (parts.length > maxParts) throw malformed(`it has more than ${String(maxParts)} parts`)
    if (isLast !== undefined) {
      if (parts.length === 0) throw malformed('it has no parts')
      return parts
    }
    start = index + line.length
  }
  throw malformed('its last boundary is missing')
}

const malformed = (why: string): RequestError => new RequestError(400, `Bad request: the batch is malformed: ${why}.`)
