import { escapeJson } from './escape.ts'
import type { Format } from './format.ts'
import { table } from './table.ts'

export const formatNames = ['table', 'ndjson', 'json'] as const
export type FormatName = (typeof formatNames)[number]

/** Makes a format for one output. */
export const formats: Readonly<Record<FormatName, () => Format>> = { table, ndjson, json }

function ndjson(): Format {
  return { add: ({ text }) => `${escapeJson(text)}\n`, end: () => '' }
}

/** A JSON array, one image a line. */
function json(): Format {
  let isEmpty = true
  return {
    add: ({ text }) => {
      const lead = isEmpty ? '[\n' : ',\n'
      isEmpty = false
      return lead + escapeJson(text)
    },
    end: () => (isEmpty ? '[]\n' : '\n]\n'),
  }
}
