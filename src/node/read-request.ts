import type { IncomingMessage } from 'node:http'
import { answerError } from '../server/index.ts'

/** A request of `node:http`. Frameworks that change `url` keep the original in `originalUrl`. */
export type Incoming = IncomingMessage & { readonly originalUrl?: string }

/** Methods that a `Request` cannot have. */
const unknownToFetch = /^(?:CONNECT|TRACE|TRACK)$/

/** Converts to a `Request`, or to a 400 or 405 response if the Fetch API cannot represent it. */
export function readRequest(incoming: Incoming, signal: AbortSignal): Request | Response {
  const { method = 'GET', rawHeaders } = incoming
  if (unknownToFetch.test(method)) return answerError(405, `Method not allowed: ${method}.`, { allow: 'GET, HEAD' })
  try {
    const headers = new Headers()
    const hosts: string[] = []
    for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
      const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
      if (/^(?:host|:authority)$/i.test(name)) hosts.push(value)
      if (!name.startsWith(':')) headers.append(name, value)
    }
    if (hosts.length === 0 && incoming.httpVersion === '1.1') throw new Error('there must be exactly one valid host')
    const url = readUrl(incoming.originalUrl ?? incoming.url ?? '/', hosts)
    return new Request(url, { method, headers, signal, ...(method === 'POST' && bodyOf(incoming)) })
  } catch (error) {
    return answerError(400, `Bad request: ${(error as Error).message}.`)
  }
}

/**
 * A body that is read only on demand. When it is cancelled, the rest is discarded, so that the caller reads the response.
 */
function bodyOf(incoming: Incoming): { readonly body: ReadableStream; readonly duplex: 'half' } {
  let pieces: AsyncIterator<Uint8Array> | undefined
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      pieces ??= incoming.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>
      const next = await pieces.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await pieces?.return?.()
      incoming.resume()
    },
  }
  return { body: new ReadableStream(source, { highWaterMark: 0 }), duplex: 'half' }
}

const hostAndPort = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/**
 * The URL of a request line and the `Host` header. Targets that URL parsing would change (dot segments, a host with a path in
 * it) are rejected: a proxy may have judged the request by the original.
 *
 * @throws Error
 */
function readUrl(target: string, hosts: readonly string[]): URL {
  const parts = /^(?:http:\/\/([^/?#]*)(?=[/?]|$))?(\/[^?#]*)?(\?[^#]*)?$/.exec(target)
  if (parts === null) throw new Error('the target is not a path')
  const [, authority = hosts[0] ?? 'localhost', path = '/', query = ''] = parts
  if (hosts.length > 1 || !hostAndPort.test(authority)) throw new Error('there must be exactly one valid host')
  const url = new URL(`http://${authority}${path}${query}`)
  if (url.pathname !== path) throw new Error('the path is not normalized')
  return url
}
