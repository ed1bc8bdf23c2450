import { escapeText } from './escape.ts'
import { isObject, type JsonObject } from '../input/index.ts'
import type { Format } from './format.ts'

const columns: readonly (readonly [head: string, read: (image: JsonObject) => unknown])[] = [
  ['NAME', (image) => image.name],
  ['FAMILY', (image) => image.family],
  ['ARCHITECTURE', (image) => image.architecture],
  ['DISK_GB', (image) => image.diskSizeGb],
  ['STATUS', (image) => image.status],
  ['DEPRECATED', (image) => (isObject(image.deprecated) ? image.deprecated.state : undefined)],
  ['CREATED', (image) => dateOf(image.creationTimestamp)],
]

/** Rows of one table; more begin another, so that a long output needs no more memory than this. */
export const rowsPerTable = 10_000

/** Names in capitals over the columns, no lines. */
export function table(): Format {
  let count = 0
  const filled = columns.map(([head, read]) => ({ read, cells: [head] }))
  const print = (): string => {
    const padded = filled.map(({ cells }) => padAll(cells))
    const rows = Array.from({ length: count + 1 }, (_, at) => padded.map((cells) => cells[at]).join('  '))
    for (const { cells } of filled) cells.splice(1)
    count = 0
    return rows.map((row) => `${row.trimEnd()}\n`).join('')
  }
  return {
    add: ({ image }) => {
      for (const { read, cells } of filled) cells.push(cell(read(image)))
      count += 1
      return count === rowsPerTable ? print() : ''
    },
    end: () => (count === 0 ? '' : print()),
  }
}

/** All as wide as the widest. Names of Compute Engine are ASCII, so a code point is taken for one place. */
function padAll(cells: readonly string[]): readonly string[] {
  const widest = cells.reduce((most, text) => Math.max(most, width(text)), 0)
  return cells.map((text) => text + ' '.repeat(widest - width(text)))
}

const width = (text: string): number => Array.from(text).length

const widestCell = 80

function cell(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = escapeText(typeof value === 'string' ? value : JSON.stringify(value))
  return text.length > widestCell ? `${text.slice(0, widestCell - 1)}…` : text
}

/** The day of a timestamp, in its own offset. */
function dateOf(timestamp: unknown): unknown {
  return typeof timestamp === 'string'
    ? timestamp.replace(/^(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-][\d:]+)$/, '$1')
    : timestamp
}
