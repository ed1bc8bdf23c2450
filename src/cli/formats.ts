import { columnsOf, findFields, type OutputColumn, tableColumns, usualColumns } from './columns.ts'
import { escapeJson } from './escape.ts'
import { checkFieldNames, selectFields } from './fields.ts'
import type { Format, FormatContext, Match } from './format.ts'
import { csv, type Separated, value } from './separated.ts'
import { forEachSubject, type CommandSubject } from './subject.ts'
import { table } from './table.ts'
import { UsageError } from './usage-error.ts'

export const formatNames = ['table', 'ndjson', 'json', 'csv', 'value'] as const
export type FormatName = (typeof formatNames)[number]

/**
 * Makes a format for one output.
 *
 * @param fields the value of `--fields`: `name,labels.env`
 * @throws UsageError for text that is not a list of fields
 */
export function createFormat(name: FormatName, fields: string | undefined, context: FormatContext): Format {
  if (fields !== undefined) checkFieldNames(fields, '--fields')
  const choose = (usual: (schema: CommandSubject['schema']) => readonly OutputColumn[]): ColumnsOf =>
    forEachSubject(({ schema }) => (fields === undefined ? usual(schema) : columnsOf(findFields(fields, schema))))
  switch (name) {
    case 'table':
      return tables(choose(tableColumns), context)
    case 'csv':
      return separated(csv(context), choose(usualColumns), fields !== undefined)
    case 'value':
      return separated(value, choose(usualColumns), fields !== undefined)
    case 'ndjson':
      return ndjson(printing(fields))
    case 'json':
      return json(printing(fields))
  }
}

type ColumnsOf = (subject: CommandSubject) => readonly OutputColumn[]

/** A table for each kind of resources, in the order of their first matches. */
function tables(columnsOf: ColumnsOf, context: FormatContext): Format {
  const begun: { readonly end: () => string }[] = []
  const tableOf = forEachSubject((subject) => {
    const one = table(columnsOf(subject), context)
    begun.push(one)
    return one
  })
  return {
    prepare: columnsOf,
    add: (match, subject) => tableOf(subject).add(match),
    end: () =>
      begun
        .map((one) => one.end())
        .filter((text) => text !== '')
        .join('\n'),
  }
}

/** Separated values, which have the same columns for all kinds of resources. */
function separated(format: Separated, columnsOf: ColumnsOf, isNamed: boolean): Format {
  let first: CommandSubject | undefined
  let isBegun = false
  const lead = (subject: CommandSubject): string => {
    if (isBegun) return ''
    isBegun = true
    return format.lead(columnsOf(subject))
  }
  return {
    prepare: (subject) => {
      columnsOf(subject)
      first ??= subject
      if (isNamed || first === subject) return
      throw new UsageError(
        `the input has ${first.several} and ${subject.several}, which have different columns: name them with --fields, or choose one kind with --resource`,
      )
    },
    add: ({ resource }, subject) => lead(subject) + format.row(columnsOf(subject), resource),
    end: lead,
  }
}

interface Printing {
  readonly prepare: (subject: CommandSubject) => void
  readonly print: (match: Match, subject: CommandSubject) => string
}

const ndjson = ({ prepare, print }: Printing): Format => ({
  prepare,
  add: (match, subject) => `${print(match, subject)}\n`,
  end: () => '',
})

/** A JSON array, one resource a line. */
function json({ prepare, print }: Printing): Format {
  let isEmpty = true
  return {
    prepare,
    add: (match, subject) => {
      const lead = isEmpty ? '[\n' : ',\n'
      isEmpty = false
      return lead + print(match, subject)
    },
    end: () => (isEmpty ? '[]\n' : '\n]\n'),
  }
}

/** Prints a resource on one line, with these fields alone where they are given. */
function printing(fields: string | undefined): Printing {
  if (fields === undefined) {
    const print = ({ resource, text }: Match): string => escapeJson(text ?? JSON.stringify(resource))
    return { prepare: () => undefined, print }
  }
  const selectionOf = forEachSubject(({ schema }) => selectFields(findFields(fields, schema)))
  return {
    prepare: selectionOf,
    print: ({ resource }, subject) => escapeJson(JSON.stringify(selectionOf(subject)(resource))),
  }
}
