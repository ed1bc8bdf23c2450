import type fc from 'fast-check'

/** How a case violates the law, as lines to show. */
export interface Violation {
  readonly filter: string
  readonly lines: readonly string[]
  /** The call ran into the time limit: smaller cases are not tried. */
  readonly isSlow?: boolean
}

export interface Law<T> {
  readonly cases: fc.Arbitrary<T>
  readonly findViolation: (example: T) => Promise<Violation | undefined>
  /** Smaller cases. */
  readonly simpler: (example: T) => Iterable<T>
  /** The contents of a case besides its filter, as lines to show. */
  readonly show: (example: T) => readonly string[]
  /** Whether the filter is valid, so that its canonical text can be shown instead. */
  readonly canBePrinted?: (example: T) => boolean
}
