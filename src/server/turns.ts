import QuickLRU from 'quick-lru'
import { runNextRound } from '../scheduling.ts'

/** One request's share of the thread. */
export interface ThreadShare {
  /** Resolves when it is this request's turn. */
  readonly pause: () => Promise<void>
  /** The request is answered. */
  readonly leave: () => void
}

interface Waiting {
  readonly caller: string
  readonly resume: () => void
}

/** How many callers' use is remembered. */
const maxCallers = 10_000

/** Milliseconds: what takes longer between two pauses was waiting for something else. */
const maxWorkMs = 100

/**
 * Lets requests take turns on the one thread. The caller who has used least of it is next, one in each round of the event
 * loop, so that a request is delayed by its own caller's work and not by that of others.
 *
 * @param now milliseconds of a clock
 */
export function createTurns(now = (): number => performance.now()): (caller: string) => ThreadShare {
  const used = new QuickLRU<string, number>({ maxSize: maxCallers })
  const waiting: Waiting[] = []
  /** The least use of any caller, that of new ones included, so that turns cannot be saved up. */
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
    const next = waiting.reduce((least, one) => (useOf(one.caller) < useOf(least.caller) ? one : least))
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
