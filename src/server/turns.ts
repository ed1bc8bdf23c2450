import QuickLRU from 'quick-lru'
import { runNextRound } from '../scheduling.ts'

/** The use of the thread by one request. */
export interface ThreadShare {
  /** Resolves when it is the turn of this request. */
  readonly pause: () => Promise<void>
  /** Ends the request. */
  readonly leave: () => void
}

interface Waiting {
  readonly caller: string
  readonly resume: () => void
}

/** The maximum number of callers whose use is remembered. */
const maxCallers = 10_000

/** Longer times between two pauses were spent waiting for something else. */
const maxWorkMs = 100

/**
 * Shares the thread among requests. In each round of the event loop, the caller that has used least of it runs next. So the
 * work of one caller delays that caller's own requests and not those of others.
 *
 * @param now milliseconds of a clock
 */
export function createTurns(now = (): number => performance.now()): (caller: string) => ThreadShare {
  const used = new QuickLRU<string, number>({ maxSize: maxCallers })
  const waiting: Waiting[] = []
  /** The use that new callers start with, so that nobody can save up turns. */
  let floor = 0
  let isScheduled = false

  const useOf = (caller: string): number => Math.max(floor, used.get(caller) ?? 0)

  function schedule(): void {
    if (isScheduled || waiting.length === 0) return
    isScheduled = true
    runNextRound(() => {
      isScheduled = false
      resumeNext()
      schedule()
    })
  }

  function resumeNext(): void {
    const next = waiting.reduce((first, one) => (useOf(one.caller) < useOf(first.caller) ? one : first))
    waiting.splice(waiting.indexOf(next), 1)
    floor = useOf(next.caller)
    next.resume()
  }

  return (caller) => {
    let since: number | undefined
    const charge = (): void => {
      if (since === undefined) return
      used.set(caller, useOf(caller) + Math.min(now() - since, maxWorkMs))
      since = undefined
    }
    return {
      pause: async () => {
        charge()
        await new Promise<void>((resume) => {
          waiting.push({ caller, resume })
          schedule()
        })
        since = now()
      },
      leave: charge,
    }
  }
}
