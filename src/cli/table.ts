import { countColumns } from '../diagnostics/index.ts'
import type { OutputColumn } from './columns.ts'
import { escapeText } from './escape.ts'
import { fitWidths } from './fit-widths.ts'
import type { Format, FormatContext } from './format.ts'

/** Rows of one table; more begin another, so that a long output needs no more memory than this. */
export const rowsPerTable = 10_000

/** Names in capitals over the columns, no lines; as wide as the terminal at most, where there is one. */
export function table(columns: readonly OutputColumn[], { width, paint }: FormatContext): Format {
  let count = 0
  // What does not fit is cut at once, since a table is held in memory.
  const maxCell = Math.max(width ?? 0, maxCellWidth)
  const filled = columns.map(({ name, head, read }) => ({ name, read, cells: [head] }))
  const kept = Math.max(
    0,
    filled.findIndex(({ name }) => name === 'name'),
  )
  const print = (): string => {
    const widest = filled.map(({ cells }) => cells.reduce((most, text) => Math.max(most, widthOf(text)), 0))
    const widths = width === undefined ? widest : fitWidths(widest, width - gap.length * (filled.length - 1), kept)
    const padded = filled.map(({ cells }, at) => cells.map((text) => pad(text, widths[at] ?? 0)))
    const rows = Array.from({ length: count + 1 }, (_, at) =>
      padded
        .map((cells) => cells[at])
        .join(gap)
        .trimEnd(),
    )
    for (const { cells } of filled) cells.splice(1)
    count = 0
    return rows.map((row, at) => `${at === 0 ? paint.head(row) : row}\n`).join('')
  }
  return {
    add: ({ image }) => {
      for (const { read, cells } of filled) cells.push(cut(escapeText(read(image)), maxCell))
      count += 1
      return count === rowsPerTable ? print() : ''
    },
    end: () => (count === 0 ? '' : print()),
  }
}

const gap = '  '

/** In columns of a terminal; those of ASCII are not counted. */
const widthOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : countColumns(text))

/** Where there is no terminal. */
const maxCellWidth = 80

function pad(text: string, width: number): string {
  const shown = cut(text, width)
  return shown + ' '.repeat(width - widthOf(shown))
}

/** Text of at most that width in columns of a terminal, with an ellipsis where something is left out. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let columns = 1
  for (const character of text) {
    columns += widthOf(character)
    if (columns > width) break
    kept += character
  }
  return `${kept}…`
}
