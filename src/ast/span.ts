/** A half-open range of the filter's text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The span of a node that a program built, which has no place in a text. It is one frozen object, told by identity. */
export const noSpan: Span = Object.freeze({ start: 0, end: 0 })

/** The smallest span that covers both; frozen. */
export function cover(first: Span, last: Span): Span {
  return Object.freeze({ start: first.start, end: last.end })
}
