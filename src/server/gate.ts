import type { ListContext } from '../list/index.ts'
import { RequestError } from './request-error.ts'
import { createTurns } from './turns.ts'

/** Bounds on what is worked on at once, and for how long. */
export interface GateLimits {
  /** Milliseconds after which a request is given up with status 504; 30,000 unless said otherwise. */
  readonly timeLimit?: number | undefined
  /** How many requests are worked on at once; those above are answered with status 429. 256 unless said otherwise. */
  readonly concurrency?: number | undefined
  /** How many of them for one caller; 64 unless said otherwise. */
  readonly concurrencyPerCaller?: number | undefined
}

/** Does the work of a request when there is room for it. @throws RequestError 429, 504, and what the work throws */
export type Gate = <T>(
  caller: string,
  request: Request,
  work: (context: Required<ListContext>) => Promise<T>,
) => Promise<T>

export function createGate({ timeLimit = 30_000, concurrency = 256, concurrencyPerCaller = 64 }: GateLimits): Gate {
  const enter = createTurns()
  const running = new Map<string, number>()
  let total = 0

  function count(caller: string, difference: 1 | -1): void {
    total += difference
    const now = (running.get(caller) ?? 0) + difference
    if (now === 0) running.delete(caller)
    else running.set(caller, now)
  }

  return async (caller, request, work) => {
    if (total >= concurrency || (running.get(caller) ?? 0) >= concurrencyPerCaller) {
      throw new RequestError(429, 'Too many requests are being worked on.', { 'retry-after': '1' })
    }
    count(caller, 1)
    const { pause, leave } = enter(caller)
    const ending = new AbortController()
    const { signal } = ending
    const giveUp = (): void => {
      ending.abort(new RequestError(504, `The request took longer than ${String(timeLimit / 1000)} s.`))
    }
    const timer = setTimeout(giveUp, timeLimit)
    request.signal.addEventListener('abort', giveUp)
    try {
      if (request.signal.aborted) giveUp()
      // What is stalled does not look at the signal.
      return await Promise.race([rejectWhenAborted(signal), work({ signal, pause })])
    } finally {
      clearTimeout(timer)
      request.signal.removeEventListener('abort', giveUp)
      ending.abort()
      leave()
      count(caller, -1)
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
