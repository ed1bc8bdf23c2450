import type { NodeListener } from '../../node/index.ts'

/** Logs each request after its response was sent or its connection closed: address, method, URL, status, milliseconds. */
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

/** Credentials that Google's clients may send in the query, with any escapes in the name. */
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
