/** Work in steps, so that it can be paused between two of them; the last one returns the result. */
export type Steps<T> = Generator<undefined, T>

/** After how many cells that were judged, or rows that were read, a step ends. */
export interface Pace {
  readonly cells: number
  readonly rows: number
}

export const atOnce: Pace = { cells: Infinity, rows: Infinity }

/** A cell may take milliseconds, as a pattern may (limit `matchWork`); reading a row takes a fraction of a microsecond. */
export const inSteps: Pace = { cells: 4, rows: 1024 }

/**
 * Does work on the numbers from `first` up to `end`, `size` in a step. The loop over them is left to the work, since a
 * generator's own loop is slower.
 */
export function* inParts(
  first: number,
  end: number,
  size: number,
  work: (from: number, to: number) => void,
): Steps<void> {
  for (let from = first; from < end; from += size) {
    if (from > first) yield
    work(from, Math.min(end, from + size))
  }
}

/** Does all the steps. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
