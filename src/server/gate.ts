import { isLoopback } from './loopback.ts'
import { RequestError } from './request-error.ts'
import { createTurns } from './turns.ts'

/** Bounds on what is worked on at once, and for how long. */
export interface GateLimits {
  /** Milliseconds after which a request is given up, with status 504. Default: 30,000. */
  readonly timeoutMs?: number | undefined
  /** How many requests are worked on at once; further ones get status 429. Default: 256. */
  readonly maxConcurrentRequests?: number | undefined
  /** How many of them for one address; further ones get status 429. Default: 64. */
  readonly maxConcurrentRequestsPerCaller?: number | undefined
}

/** Who is at the other end of a connection. */
export interface Connection {
  /** The address, as `node:http` has it; callers are told apart by it. */
  readonly remoteAddress?: string | undefined
  /** The port. On loopback addresses, which all callers share, each connection has turns of its own. */
  readonly remotePort?: number | undefined
}

/** What the work of a request is given. */
export interface Turn {
  /** Aborted when the time is over or the caller has gone away. */
  readonly signal: AbortSignal
  /** To be awaited every few milliseconds, so that others get their turn. */
  readonly pause: () => Promise<void>
}

/**
 * Does the work of a request when there is room for it.
 *
 * @throws RequestError 429, 504, 499 when the caller has gone away; and what the work throws
 */
export type Gate = <T>(connection: Connection, request: Request, work: (turn: Turn) => Promise<T>) => Promise<T>

export function createGate({
  timeoutMs = 30_000,
  maxConcurrentRequests = 256,
  maxConcurrentRequestsPerCaller = 64,
}: GateLimits): Gate {
  const enter = createTurns()
  const running = new Map<string, number>()
  let total = 0

  function count(address: string, difference: 1 | -1): void {
    total += difference
    const now = (running.get(address) ?? 0) + difference
    if (now === 0) running.delete(address)
    else running.set(address, now)
  }

  return async ({ remoteAddress = '', remotePort = '' }, request, work) => {
    if (request.signal.aborted) throw new RequestError(499, 'The client closed the connection.')
    if (total >= maxConcurrentRequests || (running.get(remoteAddress) ?? 0) >= maxConcurrentRequestsPerCaller) {
      throw new RequestError(429, 'Too many concurrent requests.', { 'retry-after': '1' })
    }
    count(remoteAddress, 1)
    const { pause, leave } = enter(isLoopback(remoteAddress) ? `${remoteAddress} ${remotePort}` : remoteAddress)
    const ending = new AbortController()
    const { signal } = ending
    const timer = setTimeout(() => {
      ending.abort(new RequestError(504, `The request took longer than ${String(timeoutMs / 1000)} s.`))
    }, timeoutMs)
    const leaveOff = (): void => {
      ending.abort(new RequestError(499, 'The client closed the connection.'))
    }
    request.signal.addEventListener('abort', leaveOff)
    try {
      // What is stalled does not look at the signal.
      return await Promise.race([rejectWhenAborted(signal), work({ signal, pause })])
    } finally {
      clearTimeout(timer)
      request.signal.removeEventListener('abort', leaveOff)
      ending.abort()
      leave()
      count(remoteAddress, -1)
    }
  }
}

const rejectWhenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      // The reason is the error that was given to `abort`.
      reject(signal.reason as Error)
    })
  })
