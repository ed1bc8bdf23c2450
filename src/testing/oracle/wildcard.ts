/** Whether a text is the parts in their order, with anything between them. */
export function matchesWildcard(parts: readonly string[], text: string): boolean {
  /** Where the parts so far may end. */
  let ends = [0]
  for (const [index, part] of parts.entries()) {
    const starts = index === 0 ? ends : positionsFrom(Math.min(...ends), text.length)
    ends = starts.filter((start) => text.startsWith(part, start)).map((start) => start + part.length)
  }
  return ends.includes(text.length)
}

const positionsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
