/*
 * Long work shares the thread: it is done in slices of a few milliseconds, with a pause after each.
 */

/** Milliseconds of work between two pauses. */
const sliceMs = 2

/** Measures a slice of work, which begins when this is made. */
export interface TimeSlice {
  readonly isOver: () => boolean
  /** Begins the next one. */
  readonly restart: () => void
}

export function createTimeSlice(): TimeSlice {
  let since = performance.now()
  return {
    isOver: () => performance.now() - since > sliceMs,
    restart() {
      since = performance.now()
    },
  }
}

/** Calls back in the next round of the event loop, after everything that is waiting now. */
export function runNextRound(work: () => void): void {
  if (typeof setImmediate === 'function') setImmediate(work)
  else setTimeout(work)
}

/** Resolves in the next round of the event loop. */
export const nextRound = (): Promise<void> => new Promise(runNextRound)

/** Runs work that comes in steps, with a pause after every slice. Stops the work when the pause rejects. */
export async function runInSlices<T>(steps: Generator<unknown, T>, pause: () => Promise<void>): Promise<T> {
  const slice = createTimeSlice()
  try {
    for (;;) {
      const { done, value } = steps.next()
      if (done === true) return value
      if (!slice.isOver()) continue
      await pause()
      slice.restart()
    }
  } finally {
    steps.return(undefined as never)
  }
}
