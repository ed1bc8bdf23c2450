/** A map of a bounded number of entries: the one that was not used for longest goes first. `quick-lru` is 1 kB of a page. */
export class RecentMap<Value> {
  private readonly entries = new Map<string, Value>()
  private readonly maxSize: number

  constructor(maxSize: number) {
    this.maxSize = maxSize
  }

  has(key: string): boolean {
    return this.entries.has(key)
  }

  /** Counts as a use. */
  get(key: string): Value | undefined {
    const value = this.entries.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.entries.delete(key)
    this.entries.set(key, value)
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.maxSize) break
      this.entries.delete(oldest)
    }
  }
}
