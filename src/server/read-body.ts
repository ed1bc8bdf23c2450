import { RequestError } from './request-error.ts'

/** Bounds on the bodies of requests. */
export interface BodyLimits {
  /** What messages call a body, and several. */
  readonly called: readonly [one: string, several: string]
  /** The maximum size of one body. */
  readonly maxBytes: number
  /** The maximum size of all bodies being read. */
  readonly maxTotalBytes: number
  /** The maximum time until a body has arrived. */
  readonly timeoutMs: number
}

/**
 * The body of a request as text.
 *
 * @throws RequestError 413 for a long body, 408 when it does not arrive in time, 429 when too many bytes are being read, 400
 * for invalid UTF-8, 499 when the client closes the connection
 */
export type BodyReader = (request: Request) => Promise<string>

export function createBodyReader({
  called: [one, several],
  maxBytes,
  maxTotalBytes,
  timeoutMs,
}: BodyLimits): BodyReader {
  let total = 0

  return async ({ body, headers, signal }) => {
    const tooLong = new RequestError(413, `The ${one} is longer than ${String(maxBytes)} bytes.`)
    if (Number(headers.get('content-length')) > maxBytes) throw tooLong
    if (body === null) return ''
    const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
    let failure: RequestError | undefined
    /** Ends the pending read. */
    function giveUp(why: RequestError): void {
      failure ??= why
      reader.cancel().catch(() => undefined)
    }
    const leave = (): void => {
      giveUp(gone())
    }
    const timer = setTimeout(() => {
      giveUp(new RequestError(408, `The ${one} took longer than ${String(timeoutMs / 1000)} s to arrive.`))
    }, timeoutMs)
    signal.addEventListener('abort', leave)
    const decode = createDecoder(one)
    let length = 0
    try {
      for (let text = ''; ;) {
        const { done, value } = await reader.read()
        if (failure !== undefined) throw failure
        if (done) return text + decode()
        length += value.length
        total += value.length
        if (length > maxBytes) throw tooLong
        if (total > maxTotalBytes)
          throw new RequestError(429, `Too many ${several} are being read.`, { 'retry-after': '1' })
        text += decode(value)
      }
    } catch (error) {
      const why = error instanceof RequestError ? error : gone()
      giveUp(why)
      throw why
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', leave)
      total -= length
    }
  }
}

const gone = (): RequestError => new RequestError(499, 'The client closed the connection.')

/** Decodes UTF-8 piece by piece; a call without a piece ends the text. @throws RequestError 400 */
function createDecoder(one: string): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new RequestError(400, `Bad request: the ${one} is not UTF-8.`)
    }
  }
}
