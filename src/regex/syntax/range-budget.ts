/** What reading a pattern, or the patterns of one filter, may take: the ranges of all classes that are put together. */
export class RangeBudget {
  private left: number

  constructor(maxRanges = 15_000) {
    this.left = maxRanges
  }

  /** Takes some ranges off. @throws TooManyRangesError when there are not that many left */
  take(ranges: number): void {
    this.left -= ranges
    if (this.left < 0) throw new TooManyRangesError()
  }
}

/** Thrown while a pattern is read, and caught by the one who reads it. */
export class TooManyRangesError extends Error {}
