const minWidth = 4
const minKeptWidth = 12

/**
 * Widths of columns that fit into the room, if possible. The widest column is narrowed first. One column is narrowed only
 * when all others have their minimum width, and below its own minimum only when that is not enough.
 */
export function fitWidths(widest: readonly number[], room: number, kept: number): readonly number[] {
  const widths = [...widest]
  for (let excess = widths.reduce((sum, width) => sum + width, 0) - room; excess > 0; excess--) {
    const at =
      widestOf(widths, (index) => index !== kept, minWidth) ??
      widestOf(widths, () => true, minKeptWidth) ??
      widestOf(widths, () => true, minWidth)
    if (at === undefined) break
    widths[at] = (widths[at] ?? 0) - 1
  }
  return widths
}

/** The index of the widest column that is wider than `min`. */
function widestOf(widths: readonly number[], isMeant: (index: number) => boolean, min: number): number | undefined {
  let found: number | undefined
  let max = min
  for (const [index, width] of widths.entries()) {
    if (width > max && isMeant(index)) {
      found = index
      max = width
    }
  }
  return found
}
