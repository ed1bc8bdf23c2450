import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Handler } from '../server/index.ts'
import { type Incoming, readRequest } from './read-request.ts'

/** A request listener of `node:http`, which Express accepts too. */
export type NodeListener = (request: Incoming, response: ServerResponse) => void

/**
 * Makes a listener for `node:http`, and for frameworks that use it, of a handler. An unreadable request gets status 400 in
 * Google's envelope. When a connection closes, `request.signal` is aborted and the body of the response is cancelled.
 *
 * @example createServer(createNodeListener(handle)).listen(8080)
 */
export function createNodeListener(handle: Handler): NodeListener {
  return (incoming, response) => {
    // The connection is closed, so there is nobody to respond to.
    answer(handle, incoming, response).catch(() => response.destroy())
  }
}

async function answer(handle: Handler, incoming: Incoming, response: ServerResponse): Promise<void> {
  const ending = new AbortController()
  response.once('close', () => {
    ending.abort()
  })
  const { remoteAddress, remotePort } = incoming.socket
  const request = readRequest(incoming, ending.signal)
  await sendAnswer(
    request instanceof Response ? request : await handle(request, { remoteAddress, remotePort }),
    response,
  )
}

/** Rejects when the connection closes. */
export async function sendAnswer(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body === null) response.end()
  else await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response)
}
