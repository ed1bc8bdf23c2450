import type { OutputColumn } from './columns.ts'
import { escapeText } from './escape.ts'
import type { Format, FormatContext } from './format.ts'

/** Comma-separated values with a head, quoted as in RFC 4180; lines end with a line feed. */
export function csv(columns: readonly OutputColumn[], { isTerminal }: FormatContext): Format {
  // An empty line is not a row, so an only cell that is empty is quoted.
  const line = (cells: readonly string[]): string => `${cells.map(quote).join(',') || '""'}\n`
  const shown = (text: string): string => (isTerminal ? escapeText(text) : text)
  let head = line(columns.map(({ name }) => name))
  const lead = (): string => {
    const first = head
    head = ''
    return first
  }
  return {
    add: ({ resource }) => lead() + line(columns.map(({ read }) => shown(read(resource)))),
    end: lead,
  }
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Values separated by tabs, without head, as gcloud's `value(…)`; tabs and line ends in them are escaped. */
export function value(columns: readonly OutputColumn[]): Format {
  return {
    add: ({ resource }) => `${columns.map(({ read }) => escapeText(read(resource))).join('\t')}\n`,
    end: () => '',
  }
}
