/** A line of a filter's text. */
export interface Line {
  readonly text: string
  /** Counted from 1. */
  readonly number: number
  /** Where the line begins in the source, in UTF-16 code units. */
  readonly start: number
}

/**
 * Finds the line of each place in a text. Goes through the text once, whatever the number of places; a line ends with
 * CR, LF or both.
 */
export function findLines(source: string): (offset: number) => Line {
  const breaks = Array.from(source.matchAll(/\r\n|\n|\r/g), ({ index, 0: found }) => ({
    at: index,
    length: found.length,
  }))
  return (offset) => {
    const before = countUpTo(breaks, offset)
    const previous = breaks[before - 1]
    const start = previous === undefined ? 0 : previous.at + previous.length
    return { text: source.slice(start, breaks[before]?.at), number: before + 1, start }
  }
}

interface Break {
  readonly at: number
  readonly length: number
}

/** How many breaks end at a place or before it. */
function countUpTo(breaks: readonly Break[], offset: number): number {
  let low = 0
  let high = breaks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { at, length } = breaks[middle] as Break
    if (at + length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
