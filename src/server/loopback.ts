const loopbackAddress = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/
const loopbackHost = /^(?:localhost|(?:[\w-]+\.)+localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** The headers that a proxy adds for its caller. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

export const isLoopback = (address: string): boolean => loopbackAddress.test(address)

/** Whether the host of a request is this machine, or one of the other allowed names. */
export const isHostAllowed = ({ url }: Request, allowed: readonly string[]): boolean => {
  const hostname = normalize(new URL(url).hostname)
  return loopbackHost.test(hostname) || allowed.some((name) => hostnameOf(name) === hostname)
}

/** A name or address in the form of a URL: `[FD00::0:1]` is `[fd00::1]`. Undefined for an invalid one. */
function hostnameOf(name: string): string | undefined {
  try {
    return normalize(new URL(`http://${name}`).hostname)
  } catch {
    return undefined
  }
}

/** Removes the final dot of a fully qualified name. */
const normalize = (hostname: string): string => hostname.replace(/\.$/, '')

/**
 * Why a request is not local; undefined for a local one. A local request comes from this machine. Its host is a name of this
 * machine, so that no web page can reach the server under its own name. No browser sends it for another site, and no proxy
 * forwards it.
 *
 * @returns a noun for what is refused, for a message
 */
export function whyNotLocal(request: Request, remoteAddress = '', hosts: readonly string[] = []): string | undefined {
  const { url, headers } = request
  if (!isLoopback(remoteAddress)) return `requests from other machines (${remoteAddress || 'unknown address'})`
  if (!isHostAllowed(request, hosts)) return `requests for the host '${new URL(url).hostname.slice(0, 100)}'`
  const header = forwarding.find((name) => headers.has(name))
  if (header !== undefined) return `requests from a proxy (header ${header})`
  const site = headers.get('sec-fetch-site') ?? 'none'
  if (site !== 'none' && site !== 'same-origin')
    return `requests from web pages of other sites (sec-fetch-site: ${site.slice(0, 100)})`
  return undefined
}
