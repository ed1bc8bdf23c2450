import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Handler } from '../server/index.ts'

/** What `node:http` calls for each request; Express takes it as it is. */
export type NodeListener = (
  request: IncomingMessage & { readonly originalUrl?: string },
  response: ServerResponse,
) => void

/**
 * Puts a handler behind `node:http`, and with it behind all that is built on that.
 *
 * @example createServer(createNodeListener(handle)).listen(8080)
 */
export function createNodeListener(handle: Handler): NodeListener {
  return (incoming, response) => {
    const ending = new AbortController()
    response.once('close', () => {
      ending.abort()
    })
    const request = toRequest(incoming, ending.signal)
    const answer =
      request === undefined
        ? Promise.resolve(new Response('bad request\n', { status: 400 }))
        : handle(request, { remoteAddress: incoming.socket.remoteAddress })
    // Whoever has gone away is not told.
    answer.then((found) => send(found, response)).catch(() => response.destroy())
  }
}

/** Undefined when there can be no such URL. */
function toRequest(
  incoming: IncomingMessage & { readonly originalUrl?: string },
  signal: AbortSignal,
): Request | undefined {
  const { host = 'localhost' } = incoming.headers
  const target = incoming.originalUrl ?? incoming.url ?? '/'
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  // A body is of no use here, and a method that is neither gets the same answer whatever it is.
  const method = incoming.method === 'GET' || incoming.method === 'HEAD' ? incoming.method : 'POST'
  try {
    return new Request(target.startsWith('/') ? `http://${host}${target}` : target, { method, headers, signal })
  } catch {
    return undefined
  }
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body === null) response.end()
  else await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), response)
}
