import { createServer, type Server } from 'node:http'
import { answerError } from '../server/index.ts'
import { answerSocket } from './answer-socket.ts'
import { answerClientError } from './client-error.ts'
import { type NodeListener, sendAnswer } from './listener.ts'

/** In bytes: enough for the longest filter, percent-encoded. */
const maxHeaderSize = 2 ** 17

/**
 * A server of `node:http` that sends all errors in Google's envelope, including those before the listener: bytes that are not
 * HTTP, large headers, a request without a host, an `Expect` that cannot be met, and CONNECT.
 *
 * @example createNodeServer(createNodeListener(handle)).listen(8080)
 */
export function createNodeServer(listener: NodeListener): Server {
  // The listener rejects a request without a host.
  const server = createServer({ maxHeaderSize, requireHostHeader: false }, listener)
  server.on('clientError', answerClientError)
  server.on('checkExpectation', (_, response) => {
    const answer = answerError(417, 'The expectation of the request cannot be met.')
    sendAnswer(answer, response).catch(() => response.destroy())
  })
  server.on('connect', (_, socket) => {
    answerSocket(answerError(405, 'Method not allowed: CONNECT.', { allow: 'GET, HEAD' }), socket)
  })
  return server
}
