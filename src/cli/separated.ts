import type { JsonObject } from '../input/index.ts'
import type { OutputColumn } from './columns.ts'
import { escapeText } from './escape.ts'
import type { FormatContext } from './format.ts'

/** Values with separators, one resource a line. */
export interface Separated {
  /** The lines before the first row. */
  lead(columns: readonly OutputColumn[]): string
  row(columns: readonly OutputColumn[], resource: JsonObject): string
}

/** Comma-separated values with a head, quoted as in RFC 4180; lines end with a line feed. */
export function csv({ isTerminal }: Pick<FormatContext, 'isTerminal'>): Separated {
  // An empty line is not a row, so an only cell that is empty is quoted.
  const line = (cells: readonly string[]): string => `${cells.map(quote).join(',') || '""'}\n`
  const shown = (text: string): string => (isTerminal ? escapeText(text) : text)
  return {
    lead: (columns) => line(columns.map(({ name }) => name)),
    row: (columns, resource) => line(columns.map(({ read }) => shown(read(resource)))),
  }
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Values separated by tabs, without head, as gcloud's `value(…)`; tabs and line ends in them are escaped. */
export const value: Separated = {
  lead: () => '',
  row: (columns, resource) => `${columns.map(({ read }) => escapeText(read(resource))).join('\t')}\n`,
}
