import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerError } from '../server/index.ts'
import { answerSocket } from './answer-socket.ts'

/** The error of `node:http` for bytes that it rejects. */
type ClientError = Error & {
  readonly code?: string
  /** The last bytes, and how many of them were read. */
  readonly rawPacket?: Buffer
  readonly bytesParsed?: number
}

/** A connection of `node:http`, with the response that is being written to it. Node has no public property for that. */
type HttpSocket = Duplex & { readonly _httpMessage?: ServerResponse | null }

/**
 * Responds in Google's error format to bytes that `node:http` rejects: 414 for a URL and 431 for headers that are too large
 * (see `maxHeaderSize`), 408 for an incomplete request, 400 for anything else. Then it closes the connection, even if the
 * caller keeps its half open.
 *
 * @example server.on('clientError', answerClientError)
 */
export function answerClientError(error: ClientError, socket: Duplex): void {
  // While another response is being sent, the caller would take this one for a part of it.
  if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) socket.destroy()
  else answerSocket(describe(error), socket)
}

/** Whether a response is being written. */
const isAnswering = ({ _httpMessage: answer }: HttpSocket): boolean => answer?.writableEnded === false

function describe(error: ClientError): Response {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return answerError(408, 'The request took too long to arrive.')
  if (error.code !== 'HPE_HEADER_OVERFLOW') return answerError(400, 'Bad request: this is not HTTP.')
  return isInRequestLine(error)
    ? answerError(414, 'The URL is too long.')
    : answerError(431, 'The headers are too large.')
}

/**
 * Whether the request line is too long, and not the headers. The last bytes were read up to the end of the URL, name or value
 * that is too long. If it extends beyond them, a piece without a space counts as a piece of a URL: only earlier pieces would
 * show what it is.
 */
function isInRequestLine({ rawPacket, bytesParsed = 0 }: ClientError): boolean {
  const text = rawPacket?.toString('latin1') ?? ''
  if (bytesParsed < text.length) return ' HTTP/'.startsWith(text.slice(bytesParsed, bytesParsed + 6))
  return /^(?:[A-Z-]+ )?[^ ]*$/.test(text.slice(text.lastIndexOf('\n') + 1))
}
