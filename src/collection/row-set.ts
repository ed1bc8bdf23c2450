import { type Bitmap, createBitmap, enlarge, forEachRow, hasRow, setRow } from './bitmap.ts'

/** A set of row numbers. It grows without long pauses. */
export interface RowSet {
  add(row: number): void
  delete(row: number): boolean
  has(row: number): boolean
  readonly size: number
  /** The set itself, not a copy. */
  readonly bitmap: Bitmap
  /** In ascending order. */
  toArray(): Uint32Array
}

export function createRowSet(): RowSet {
  let bitmap = createBitmap(0)
  let size = 0
  const has = (row: number): boolean => hasRow(bitmap, row)
  return {
    add(row) {
      if (has(row)) return
      if (row >= bitmap.length * 32) bitmap = enlarge(bitmap, Math.max(1024, (row + 1) * 2))
      setRow(bitmap, row, true)
      size++
    },
    delete(row) {
      if (!has(row)) return false
      setRow(bitmap, row, false)
      size--
      return true
    },
    has,
    get size() {
      return size
    },
    get bitmap() {
      return bitmap
    },
    toArray() {
      const rows = new Uint32Array(size)
      let at = 0
      forEachRow(bitmap, (row) => {
        rows[at++] = row
        return true
      })
      return rows
    },
  }
}
