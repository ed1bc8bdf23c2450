const loopbackAddress = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/
const loopbackHost = /^(?:localhost|(?:[\w-]+\.)+localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** What a proxy says of the caller for whom it asks. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

export const isLoopback = (address: string): boolean => loopbackAddress.test(address)

/** Whether a request is meant for this machine, or for one of the names that are allowed besides. */
export const isHostAllowed = ({ url }: Request, allowed: readonly string[]): boolean => {
  const hostname = normalize(new URL(url).hostname)
  return loopbackHost.test(hostname) || allowed.some((name) => hostnameOf(name) === hostname)
}

/** A name or address as a URL has it: `[FD00::0:1]` is `[fd00::1]`. Undefined for what cannot be one. */
function hostnameOf(name: string): string | undefined {
  try {
    return normalize(new URL(`http://${name}`).hostname)
  } catch {
    return undefined
  }
}

/** The dot at the end only says that the name is complete. */
const normalize = (hostname: string): string => hostname.replace(/\.$/, '')

/**
 * Why a request does not count as one that comes from this machine and is meant for it; undefined when it does. Its host
 * must be a name of this machine too, so that no web page can reach the server under a name of its own; a browser must not
 * send it for another site; and a proxy on this machine that passes it on for others does not count.
 *
 * @returns what is refused, as a message names it
 */
export function whyNotLocal(request: Request, remoteAddress = '', hosts: readonly string[] = []): string | undefined {
  const { url, headers } = request
  if (!isLoopback(remoteAddress)) return `callers on other machines (${remoteAddress || 'the address is not known'})`
  if (!isHostAllowed(request, hosts)) return `requests for the host '${new URL(url).hostname.slice(0, 100)}'`
  const header = forwarding.find((name) => headers.has(name))
  if (header !== undefined) return `requests from a proxy (header ${header})`
  const site = headers.get('sec-fetch-site') ?? 'none'
  if (site !== 'none' && site !== 'same-origin')
    return `requests from web pages of other sites (sec-fetch-site: ${site.slice(0, 100)})`
  return undefined
}
