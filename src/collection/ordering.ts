/** An order of resources, by keys that are made of them. */
export interface ResourceOrder<K> {
  readonly keyOf: (resource: unknown) => K
  readonly compare: (a: K, b: K) => number
}

/** The rows of a collection in an order, kept current: changes are merged in when it is next read. */
export interface Ordering<K> {
  add(row: number): void
  remove(row: number): void
  /** The rows that stand behind a key; all without one. What it gives never changes. */
  rowsBehind(after: K | undefined): Uint32Array
}

export function createOrdering<K>(
  { keyOf, compare }: ResourceOrder<K>,
  resourceAt: (row: number) => unknown,
  rows: Iterable<number>,
): Ordering<K> {
  let sorted = new Uint32Array()
  let added = new Set(rows)
  let removed = new Set<number>()
  const keyAt = (row: number): K => keyOf(resourceAt(row))

  /** The first place, from some place on, whose key satisfies what all keys behind it satisfy too. */
  function placeOf(among: Uint32Array, from: number, isBehind: (key: K) => boolean): number {
    let [low, high] = [from, among.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isBehind(keyAt(among[middle] ?? 0))) high = middle
      else low = middle + 1
    }
    return low
  }

  function settle(): void {
    if (added.size === 0 && removed.size === 0) return
    const gone = removed
    const kept = gone.size === 0 ? sorted : sorted.filter((row) => !gone.has(row))
    const fresh = Array.from(added, (row) => ({ row, key: keyAt(row) })).sort((a, b) => compare(a.key, b.key))
    const merged = new Uint32Array(kept.length + fresh.length)
    let [from, to] = [0, 0]
    for (const { row, key } of fresh) {
      const place = placeOf(kept, from, (other) => compare(other, key) > 0)
      merged.set(kept.subarray(from, place), to)
      to += place - from
      merged[to++] = row
      from = place
    }
    merged.set(kept.subarray(from), to)
    sorted = merged
    added = new Set()
    removed = new Set()
  }

  return {
    add: (row) => void added.add(row),
    remove(row) {
      if (!added.delete(row)) removed.add(row)
    },
    rowsBehind(after) {
      settle()
      return after === undefined ? sorted : sorted.subarray(placeOf(sorted, 0, (key) => compare(key, after) > 0))
    },
  }
}
