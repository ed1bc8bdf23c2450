import { isLoopback } from './loopback.ts'
import { RequestError } from './request-error.ts'
import { createTurns } from './turns.ts'

/** Bounds on the number of concurrent requests and on their time. */
export interface GateLimits {
  /** The maximum time of a request; one that takes longer gets status 504. Default: 30,000. */
  readonly timeoutMs?: number | undefined
  /** The maximum number of requests at once; further ones get status 429. Default: 256. */
  readonly maxConcurrentRequests?: number | undefined
  /** The maximum number of requests at once from one address; further ones get status 429. Default: 64. */
  readonly maxConcurrentRequestsPerCaller?: number | undefined
}

/** The other end of a connection. */
export interface Connection {
  /** The address, as in `node:http`. It identifies the caller. */
  readonly remoteAddress?: string | undefined
  /** The port. It identifies the caller on loopback addresses, which all callers share. */
  readonly remotePort?: number | undefined
}

/** A running request: how it is aborted, and how it pauses. */
export interface Turn {
  /** Aborted when the time is over, or when the client closes the connection. */
  readonly signal: AbortSignal
  /** Await it every few milliseconds, so that other requests can run. */
  readonly pause: () => Promise<void>
}

/**
 * Runs the work of a request, unless too many are running.
 *
 * @throws RequestError 429, 504, 499 when the client closes the connection; and what the work throws
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
    const abort = (): void => {
      ending.abort(new RequestError(499, 'The client closed the connection.'))
    }
    request.signal.addEventListener('abort', abort)
    try {
      // Stalled work does not check the signal.
      return await Promise.race([rejectWhenAborted(signal), work({ signal, pause })])
    } finally {
      clearTimeout(timer)
      request.signal.removeEventListener('abort', abort)
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
