import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerError } from '../server/index.ts'
import { answerSocket } from './answer-socket.ts'

/** What `node:http` tells of bytes that are not a request that it takes. */
type ClientError = Error & {
  readonly code?: string
  /** What came last, and how much of it was read. */
  readonly rawPacket?: Buffer
  readonly bytesParsed?: number
}

/**
 * A connection as `node:http` keeps it, with the answer that is being written to it. The property is private to Node, which
 * has no public one for it.
 */
type HttpSocket = Duplex & { readonly _httpMessage?: ServerResponse | null }

/**
 * Answers in Google's envelope what `node:http` does not take for a request: 414 for a URL and 431 for headers that are
 * too large (see `maxHeaderSize`), 408 for a request that does not come to its end, 400 for anything else. The connection
 * is then closed, whether the caller closes its half or not.
 *
 * @example server.on('clientError', answerClientError)
 */
export function answerClientError(error: ClientError, socket: Duplex): void {
  // Behind a request that is being answered, an answer of its own would be taken for a part of that one.
  if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) socket.destroy()
  else answerSocket(describe(error), socket)
}

/** One that is written is only on its way. */
const isAnswering = ({ _httpMessage: answer }: HttpSocket): boolean => answer?.writableEnded === false

function describe(error: ClientError): Response {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return answerError(408, 'The request took too long to arrive.')
  if (error.code !== 'HPE_HEADER_OVERFLOW') return answerError(400, 'Bad request: this is not HTTP.')
  return isInRequestLine(error)
    ? answerError(414, 'The URL is too long.')
    : answerError(431, 'The headers are too large.')
}

/**
 * Whether it is the request line that is too long. What came last was read as far as the URL, the name or the value goes
 * that is too long. Where it goes on behind the end, a piece without a space is taken for a piece of a URL: which of them it
 * is, only earlier pieces would tell.
 */
function isInRequestLine({ rawPacket, bytesParsed = 0 }: ClientError): boolean {
  const text = rawPacket?.toString('latin1') ?? ''
  if (bytesParsed < text.length) return ' HTTP/'.startsWith(text.slice(bytesParsed, bytesParsed + 6))
  return /^(?:[A-Z-]+ )?[^ ]*$/.test(text.slice(text.lastIndexOf('\n') + 1))
}
