import type { NodeListener } from '../../node/index.ts'

/** Reports each request once it is answered, or its connection is gone: address, method, URL, status, milliseconds. */
export function logRequests(listener: NodeListener, report: (line: string) => void, now: () => number): NodeListener {
  return (request, response) => {
    const since = now()
    const { remoteAddress = '-' } = request.socket
    response.once('close', () => {
      const status = response.writableFinished ? String(response.statusCode) : 'aborted'
      const [method = '', url = ''] = [request.method, request.url]
      report(`${remoteAddress} ${method} ${withoutSecrets(url)} ${status} ${(now() - since).toFixed(1)} ms`)
    })
    listener(request, response)
  }
}

/** Credentials that Google's clients may send in the query, however the name is written. */
const secret = /^(?:access_token|oauth_token|key)$/i

const withoutSecrets = (url: string): string =>
  url.replace(/([?&])([^=&]*)=[^&]*/g, (parameter, mark: string, name: string) =>
    secret.test(decode(name)) ? `${mark}${name}=…` : parameter,
  )

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
