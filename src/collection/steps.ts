/** Work in steps, so that it can be paused between two of them; the last one returns the result. */
export type Resumable<T> = Generator<undefined, T>

/** How far work goes on without an end of its step, where all of it takes next to no time. */
export interface Pace {
  /** The number of cells that are judged, and of rows that are read. */
  readonly cells: number
  readonly rows: number
  /** The number of cells that are judged between two looks at the clock. */
  readonly cellsUnclocked: number
}

export const atOnce: Pace = { cells: Infinity, rows: Infinity, cellsUnclocked: Infinity }

export const inSteps: Pace = { cells: 128, rows: 1024, cellsUnclocked: 4 }

/** Each cell may take milliseconds, as a pattern may (limit `matchWork`). */
const clocked: Pace = { ...inSteps, cellsUnclocked: 1 }

/** The pace for cells of which judging is cheap or not. */
export const paceOf = (isCheap: boolean, pace: Pace): Pace => (isCheap || pace === atOnce ? pace : clocked)

/** Milliseconds after which a step ends as soon as the clock is looked at. */
const maxStepMs = 0.25

/**
 * Does work on the numbers from `first` up to `end`, at most `maxSize` in a step; all at once when that is Infinity. The
 * clock is looked at after one of them, then after two more, four and so on, and after one again when the step has taken
 * long. The loop over the numbers is left to the work, since a generator's own loop is slower.
 *
 * @param maxUnclocked the largest number of them between two looks at the clock
 */
export function* inParts(
  first: number,
  end: number,
  maxSize: number,
  work: (from: number, to: number) => void,
  maxUnclocked = maxSize,
): Resumable<void> {
  let unclocked = maxSize === Infinity ? Infinity : 1
  for (let from = first; from < end;) {
    const since = performance.now()
    const last = Math.min(end, from + maxSize)
    let isLate = false
    while (from < last && !isLate) {
      const to = Math.min(last, from + unclocked)
      work(from, to)
      from = to
      isLate = maxSize < Infinity && performance.now() - since > maxStepMs
      unclocked = isLate ? 1 : Math.min(maxUnclocked, unclocked * 2)
    }
    if (from < end || isLate) yield
  }
}

/** Does all the steps. */
export function finish<T>(steps: Resumable<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
