import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { answerError } from '../server/index.ts'

/** What `node:http` tells of bytes that are not a request that it takes. */
type ClientError = Error & { readonly code?: string; readonly rawPacket?: Buffer }

/** A connection as `node:http` keeps it, with the answer that is being written to it. */
type HttpSocket = Duplex & { readonly _httpMessage?: ServerResponse | null }

/** Milliseconds: a caller who does not take the answer by then gets none. */
const patience = 2000

/**
 * Answers in Google's envelope what `node:http` does not take for a request: 414 for a URL and 431 for headers that are
 * too large (see `maxHeaderSize`), 408 for a request that does not come to its end, 400 for anything else. The connection
 * is then closed, whether the caller closes its half or not.
 *
 * @example server.on('clientError', answerClientError)
 */
export function answerClientError(error: ClientError, socket: Duplex): void {
  // Behind a request that is being answered, an answer of its own would be taken for a part of that one.
  if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) {
    socket.destroy()
    return
  }
  const [status, phrase, message] = describe(error)
  void answerError(status, message)
    .text()
    .then((body) => {
      const close = (): void => void socket.destroy()
      socket.once('close', () => {
        clearTimeout(timer)
      })
      const timer = setTimeout(close, patience)
      socket.end(
        `HTTP/1.1 ${String(status)} ${phrase}\r\nContent-Type: application/json; charset=UTF-8\r\n` +
          `Content-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
        close,
      )
    })
}

const isAnswering = ({ _httpMessage: answer }: HttpSocket): boolean => answer !== undefined && answer !== null

function describe({ code, rawPacket }: ClientError) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return [408, 'Request Timeout', 'The request took too long to arrive.'] as const
  if (code !== 'HPE_HEADER_OVERFLOW') return [400, 'Bad Request', 'Bad request: this is not HTTP.'] as const
  // The first line has no end in what came last.
  return rawPacket?.includes('\r\n') === true
    ? ([431, 'Request Header Fields Too Large', 'The headers are too large.'] as const)
    : ([414, 'URI Too Long', 'The URL is too long.'] as const)
}
