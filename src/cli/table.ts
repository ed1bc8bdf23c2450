import { countColumns } from '../diagnostics/index.ts'
import type { OutputColumn } from './columns.ts'
import { escapeText } from './escape.ts'
import { fitWidths } from './fit-widths.ts'
import type { FormatContext, Match } from './format.ts'

/** The maximum number of rows of a table, to bound memory. Further rows begin another table. */
export const rowsPerTable = 10_000

/** Rows that are held until their widths are known. */
export interface PrintedTable {
  /** The text of a table that is full. */
  add(match: Match): string
  end(): string
}

/** A table with names in capitals above the columns, at most as wide as the terminal. */
export function table(columns: readonly OutputColumn[], { width, paint }: FormatContext): PrintedTable {
  let count = 0
  // Long cells are cut at once, since the table is held in memory.
  const maxCell = Math.max(width ?? 0, maxCellWidth)
  const filled = columns.map(({ name, head, read }) => ({ name, read, cells: [head] }))
  const kept = Math.max(
    0,
    filled.findIndex(({ name }) => name === 'name'),
  )
  const print = (): string => {
    const widest = filled.map(({ cells }) => cells.reduce((max, text) => Math.max(max, widthOf(text)), 0))
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
    add: ({ resource }) => {
      for (const { read, cells } of filled) cells.push(cut(escapeText(read(resource)), maxCell))
      count += 1
      return count === rowsPerTable ? print() : ''
    },
    end: () => (count === 0 ? '' : print()),
  }
}

const gap = '  '

/** In columns of a terminal. */
const widthOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : countColumns(text))

/** The maximum width of a cell without a terminal. */
const maxCellWidth = 80

function pad(text: string, width: number): string {
  const shown = cut(text, width)
  return shown + ' '.repeat(width - widthOf(shown))
}

/** Cuts text to a width in columns of a terminal, with an ellipsis at the end. */
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
