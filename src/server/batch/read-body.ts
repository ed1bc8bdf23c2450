import { RequestError } from '../request-error.ts'

/**
 * The body of a request as text, read until it is too long.
 *
 * @param maxBytes its length at most
 * @throws RequestError 413, 400 for what is not UTF-8, 499 when the caller has gone away
 */
export async function readBody({ body, headers }: Request, maxBytes: number, signal: AbortSignal): Promise<string> {
  const tooLong = new RequestError(413, `The batch is longer than ${String(maxBytes)} bytes.`)
  if (Number(headers.get('content-length')) > maxBytes) throw tooLong
  if (body === null) return ''
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
  const giveUp = (): void => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', giveUp)
  const decode = createDecoder()
  let length = 0
  let text = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return text + decode()
      length += value.length
      if (length > maxBytes) throw tooLong
      text += decode(value)
    }
  } catch (error) {
    giveUp()
    if (error instanceof RequestError) throw error
    throw new RequestError(499, 'The caller has gone away.')
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** Decodes UTF-8 piece by piece; without a piece, the end. @throws RequestError 400 */
function createDecoder(): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new RequestError(400, 'Bad request: the batch is not UTF-8.')
    }
  }
}
