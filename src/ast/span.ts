/** A half-open range of the filter's text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The smallest span that covers both; frozen. */
export function cover(first: Span, last: Span): Span {
  return Object.freeze({ start: first.start, end: last.end })
}
