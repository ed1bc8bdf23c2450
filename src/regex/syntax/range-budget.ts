/** Bounds the work of reading a pattern, or the patterns of one filter: the total number of ranges in classes. */
export class RangeBudget {
  private left: number

  constructor(maxRanges = 15_000) {
    this.left = maxRanges
  }

  /** Spends a number of ranges. @throws TooManyRangesError when fewer are left */
  take(ranges: number): void {
    this.left -= ranges
    if (this.left < 0) throw new TooManyRangesError()
  }
}

/** Thrown and caught within `readPattern`. */
export class TooManyRangesError extends Error {}
