import { escapeJson } from './escape.ts'
import type { Found } from '../input/index.ts'
import type { Format } from './format.ts'
import { table } from './table.ts'

export const formatNames = ['table', 'ndjson', 'json'] as const
export type FormatName = (typeof formatNames)[number]

/** Makes a format for one output. */
export const formats: Readonly<Record<FormatName, () => Format>> = { table, ndjson, json }

function ndjson(): Format {
  return { add: (match) => `${jsonOf(match)}\n`, end: () => '' }
}

/** A JSON array, one image a line. */
function json(): Format {
  let isEmpty = true
  return {
    add: (match) => {
      const lead = isEmpty ? '[\n' : ',\n'
      isEmpty = false
      return lead + jsonOf(match)
    },
    end: () => (isEmpty ? '[]\n' : '\n]\n'),
  }
}

/** On one line. */
const jsonOf = ({ image, text }: Found): string => escapeJson(text ?? JSON.stringify(image))
