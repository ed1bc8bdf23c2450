import { checkNames, checkRecord } from '../records.ts'
import { nextRound } from '../scheduling.ts'
import { ListError } from './list-error.ts'

/** How a list is run. */
export interface ListContext {
  /** Aborts the list, which rejects at once with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Awaited before the filter is compiled, and in a search whenever two milliseconds have passed, so that other work can
   * run. The clock is read after each resource, or after every fourth if the Matcher is cheap. Default: the next round of
   * the event loop.
   */
  readonly pause?: (() => Promise<void>) | undefined
}

/** Work that pauses and can be aborted. */
export interface Work {
  /** Lets other work run. Rejects with the reason when the work was aborted. */
  readonly pause: () => Promise<void>
  /** Settles like the promise, or rejects at once when the work is aborted. Waits for one promise at a time. */
  readonly wait: <T>(promise: T | PromiseLike<T>) => Promise<T>
  /** Reads the source. Whatever that throws is a failure of the source, not of the request. @throws ListError */
  readonly search: <T>(run: () => Promise<T>) => Promise<T>
}

/** Runs work with a single listener on the signal. @throws TypeError for a wrong context */
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
