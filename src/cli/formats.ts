import { columnsOf, findFields, tableColumns, usualColumns } from './columns.ts'
import { escapeJson } from './escape.ts'
import { selectFields } from './fields.ts'
import type { Format, FormatContext, Match } from './format.ts'
import { csv, value } from './separated.ts'
import { table } from './table.ts'

export const formatNames = ['table', 'ndjson', 'json', 'csv', 'value'] as const
export type FormatName = (typeof formatNames)[number]

/**
 * Makes a format for one output.
 *
 * @param fields the value of `--fields`: `name,labels.env`
 * @throws UsageError for an unknown field
 */
export function createFormat(name: FormatName, fields: string | undefined, context: FormatContext): Format {
  const paths = fields === undefined ? undefined : findFields(fields)
  switch (name) {
    case 'table':
      return table(paths === undefined ? tableColumns() : columnsOf(paths), context)
    case 'csv':
      return csv(paths === undefined ? usualColumns() : columnsOf(paths), context)
    case 'value':
      return value(paths === undefined ? usualColumns() : columnsOf(paths))
    case 'ndjson':
      return ndjson(paths === undefined ? jsonOf : selecting(paths))
    case 'json':
      return json(paths === undefined ? jsonOf : selecting(paths))
  }
}

function ndjson(print: (match: Match) => string): Format {
  return { add: (match) => `${print(match)}\n`, end: () => '' }
}

/** A JSON array, one image a line. */
function json(print: (match: Match) => string): Format {
  let isEmpty = true
  return {
    add: (match) => {
      const lead = isEmpty ? '[\n' : ',\n'
      isEmpty = false
      return lead + print(match)
    },
    end: () => (isEmpty ? '[]\n' : '\n]\n'),
  }
}

/** On one line. */
const jsonOf = ({ resource, text }: Match): string => escapeJson(text ?? JSON.stringify(resource))

function selecting(paths: Parameters<typeof selectFields>[0]): (match: Match) => string {
  const select = selectFields(paths)
  return ({ resource }) => escapeJson(JSON.stringify(select(resource)))
}
