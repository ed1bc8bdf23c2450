import type { NodeListener } from '../../node/index.ts'

/** Reports each request once it is answered, or its connection is gone: who, what, status, milliseconds. */
export function logRequests(listener: NodeListener, report: (line: string) => void, now: () => number): NodeListener {
  return (request, response) => {
    const since = now()
    const { remoteAddress = '-' } = request.socket
    response.once('close', () => {
      const status = response.writableFinished ? String(response.statusCode) : 'aborted'
      const [method = '', url = ''] = [request.method, request.url]
      report(`${remoteAddress} ${method} ${url} ${status} ${(now() - since).toFixed(1)} ms`)
    })
    listener(request, response)
  }
}
