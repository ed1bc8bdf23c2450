/** An order of resources, by keys that are made of them. */
export interface ResourceOrder<K> {
  readonly keyOf: (resource: unknown) => K
  readonly compare: (a: K, b: K) => number
}

/**
 * The rows of a collection in an order, kept current: changes are merged in when it is next read. Rows with equal keys
 * are in the order of their numbers.
 */
export interface Ordering<K> {
  add(row: number): void
  remove(row: number): void
  /** The rows whose keys come after one; all without one. The array never changes. */
  rowsAfter(after: K | undefined): Uint32Array
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

  /** The first place, from some place on, whose key and row satisfy what all later ones satisfy too. */
  function placeOf(among: Uint32Array, from: number, isLater: (key: K, row: number) => boolean): number {
    let [low, high] = [from, among.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const row = among[middle] ?? 0
      if (isLater(keyAt(row), row)) high = middle
      else low = middle + 1
    }
    return low
  }

  function settle(): void {
    if (added.size === 0 && removed.size === 0) return
    const gone = removed
    const kept = gone.size === 0 ? sorted : sorted.filter((row) => !gone.has(row))
    const fresh = Array.from(added, (row) => ({ row, key: keyAt(row) }))
    fresh.sort((a, b) => compare(a.key, b.key) || a.row - b.row)
    const merged = new Uint32Array(kept.length + fresh.length)
    let [from, to] = [0, 0]
    for (const { row, key } of fresh) {
      const place = placeOf(kept, from, (other, otherRow) => (compare(other, key) || otherRow - row) > 0)
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
    rowsAfter(after) {
      settle()
      return after === undefined ? sorted : sorted.subarray(placeOf(sorted, 0, (key) => compare(key, after) > 0))
    },
  }
}
