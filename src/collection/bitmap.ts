/** A set of row numbers, one bit each. */
export type Bitmap = Uint32Array

export const createBitmap = (rows: number): Bitmap => new Uint32Array((rows + 31) >>> 5)

export function setRow(bitmap: Bitmap, row: number, isIn: boolean): void {
  const bit = 1 << (row & 31)
  const word = bitmap[row >>> 5] ?? 0
  bitmap[row >>> 5] = isIn ? word | bit : word & ~bit
}

/** The rows that are in every bitmap; without bitmaps, all rows. */
export function intersect(all: Bitmap, bitmaps: readonly Bitmap[]): Bitmap {
  const result = all.slice()
  for (const bitmap of bitmaps)
    for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) & (bitmap[at] ?? 0)
  return result
}

/** The rows that are in at least one bitmap; without bitmaps, none. */
export function unite(all: Bitmap, bitmaps: readonly Bitmap[]): Bitmap {
  const result = new Uint32Array(all.length)
  for (const bitmap of bitmaps)
    for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) | (bitmap[at] ?? 0)
  return result
}

/** The rows that are not in the bitmap. */
export const complementOf = (all: Bitmap, bitmap: Bitmap): Bitmap => all.map((word, at) => word & ~(bitmap[at] ?? 0))

export function countRows(bitmap: Bitmap): number {
  let count = 0
  for (const word of bitmap) {
    let bits = word - ((word >>> 1) & 0x55555555)
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

export const hasRow = (bitmap: Bitmap, row: number): boolean => ((bitmap[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0

/** Visits each row, in order, until the visitor returns false. */
export function forEachRow(bitmap: Bitmap, visit: (row: number) => boolean): void {
  for (let at = 0; at < bitmap.length; at++) {
    for (let word = bitmap[at] ?? 0; word !== 0; word &= word - 1) {
      if (!visit((at << 5) + 31 - Math.clz32(word & -word))) return
    }
  }
}

/** A larger bitmap with the same rows. */
export function enlarge(bitmap: Bitmap, rows: number): Bitmap {
  const larger = createBitmap(rows)
  larger.set(bitmap)
  return larger
}
