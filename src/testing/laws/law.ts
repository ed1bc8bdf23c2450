import type fc from 'fast-check'

/** What is wrong with a case, as lines to show; undefined when nothing is. */
export interface Violation {
  readonly filter: string
  readonly lines: readonly string[]
  /** It took as long as patience lasts: smaller cases are not tried. */
  readonly isSlow?: boolean
}

export interface Law<T> {
  readonly cases: fc.Arbitrary<T>
  readonly findViolation: (example: T) => Promise<Violation | undefined>
  /** What the case could be made smaller to. */
  readonly simpler: (example: T) => Iterable<T>
  /** What a case holds besides its filter, as lines to show. */
  readonly show: (example: T) => readonly string[]
  /** Whether the filters have a meaning, so that the canonical text shows as much. */
  readonly canBePrinted?: (example: T) => boolean
}
