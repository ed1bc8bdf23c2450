/** Work in steps, which can pause between two steps. The last step returns the result. */
export type Resumable<T> = Generator<undefined, T>

/** The size of a step, for work that takes almost no time per item. */
export interface Pace {
  /** The number of cells to judge, and of rows to read. */
  readonly cells: number
  readonly rows: number
  /** The number of cells to judge between two readings of the clock. */
  readonly cellsUnclocked: number
}

export const atOnce: Pace = { cells: Infinity, rows: Infinity, cellsUnclocked: Infinity }

export const inSteps: Pace = { cells: 128, rows: 1024, cellsUnclocked: 4 }

/** For cells that may take milliseconds each, as with a pattern (limit `matchWork`). */
const clocked: Pace = { ...inSteps, cellsUnclocked: 1 }

/** The pace for cells that are cheap to judge, or not. */
export const paceOf = (isCheap: boolean, pace: Pace): Pace => (isCheap || pace === atOnce ? pace : clocked)

/** A step ends at the first reading of the clock after this time. */
const maxStepMs = 0.25

/**
 * Works on the numbers from `first` up to `end`, at most `maxSize` in a step; Infinity does all in one step. The clock is read
 * after one number, then after two more, four, and so on, and after one again when a step takes long. The loop over the
 * numbers is in `work`, since a loop in a generator is slower.
 *
 * @param maxUnclocked the maximum count between two readings of the clock
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

/** Runs all steps. */
export function finish<T>(steps: Resumable<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
