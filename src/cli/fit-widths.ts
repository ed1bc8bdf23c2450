const minWidth = 4
const minKeptWidth = 12

/**
 * Widths of columns that fit into the room, as far as they can. The widest is narrowed first; one column is narrowed only
 * when the others are as narrow as can be, and all to the least width when that is not enough.
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

/** The index of the widest column that is wider than `least`. */
function widestOf(widths: readonly number[], isMeant: (index: number) => boolean, least: number): number | undefined {
  let found: number | undefined
  let most = least
  for (const [index, width] of widths.entries()) {
    if (width > most && isMeant(index)) {
      found = index
      most = width
    }
  }
  return found
}
