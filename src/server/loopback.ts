const loopbackAddress = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/
const loopbackHost = /^(?:localhost|(?:[\w-]+\.)+localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Whether a request came from this machine and meant it: its host must be a name of this machine too, so that no page
 * of the web can reach the server under a name of its own.
 */
export const isLocal = (url: URL, remoteAddress: string | undefined): boolean =>
  remoteAddress !== undefined && loopbackAddress.test(remoteAddress) && loopbackHost.test(url.hostname)
