import { checkNames, checkRecord } from '../records.ts'
import { nextRound } from '../scheduling.ts'
import { ListError } from './list-error.ts'

/** How one list is made. */
export interface ListContext {
  /** Ends the work: what is under way rejects at once, with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Awaited before the filter is read, and in a search as soon as the clock shows that two milliseconds have passed, so that
   * others get their turn. The clock is looked at after each resource, or after the fourth where the Matcher is cheap.
   */
  readonly pause?: (() => Promise<void>) | undefined
}

/** Work that is paused and can be ended. */
export interface Work {
  /** Lets others have their turn. Rejects with the reason when the work has been ended. */
  readonly pause: () => Promise<void>
  /** Settles as what it is given does, or rejects at once when the work is ended. Waits for one thing at a time. */
  readonly wait: <T>(promise: T | PromiseLike<T>) => Promise<T>
  /** Runs what reads the source: whatever that throws is a failure of the source, not of the request. @throws ListError */
  readonly search: <T>(run: () => Promise<T>) => Promise<T>
}

/** Runs work with one listener on the signal, however often it waits. @throws TypeError for a wrong context */
export async function runWork<T>(context: ListContext, run: (work: Work) => Promise<T>): Promise<T> {
  checkNames(checkRecord(context, 'context'), ['signal', 'pause'], 'part of the context')
  const { signal, pause = nextRound } = context
  let giveUp: (reason: unknown) => void = () => undefined
  const end = (): void => {
    giveUp(signal?.reason)
  }
  signal?.addEventListener('abort', end)
  try {
    return await run({
      pause: async () => {
        signal?.throwIfAborted()
        await pause()
        signal?.throwIfAborted()
      },
      wait: (promise) =>
        new Promise((resolve, reject) => {
          giveUp = reject
          if (signal?.aborted === true) end()
          Promise.resolve(promise).then(resolve, reject)
        }),
      search: async (search) => {
        try {
          return await search()
        } catch (error) {
          signal?.throwIfAborted()
          if (error instanceof ListError) throw error
          throw new ListError(500, 'Internal error encountered.', { cause: error })
        }
      },
    })
  } finally {
    signal?.removeEventListener('abort', end)
  }
}
