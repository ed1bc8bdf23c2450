const loopbackAddress = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/
const loopbackHost = /^(?:localhost|(?:[\w-]+\.)+localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** What a proxy says of the caller for whom it asks. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

export const isLoopback = (address: string): boolean => loopbackAddress.test(address)

/**
 * Whether a request comes from this machine and is meant for it. Its host must be a name of this machine too, so that no
 * web page can reach the server under a name of its own; a browser must not send it for another site; and a proxy on this
 * machine that passes it on for others does not count.
 */
export function isLocal({ url, headers }: Request, remoteAddress = ''): boolean {
  const site = headers.get('sec-fetch-site') ?? 'none'
  return (
    isLoopback(remoteAddress) &&
    loopbackHost.test(new URL(url).hostname) &&
    (site === 'none' || site === 'same-origin') &&
    !forwarding.some((name) => headers.has(name))
  )
}
