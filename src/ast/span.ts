/** A half-open range of the filter's text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The smallest span that covers both. */
export function cover(first: Span, last: Span): Span {
  return { start: first.start, end: last.end }
}
