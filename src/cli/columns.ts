import { escapeText } from './escape.ts'
import { findField, splitFields, valuesAt } from './fields.ts'
import type { JsonObject } from '../input/index.ts'
import type { Path } from '../schema/index.ts'

/** One column of a table or of separated values. */
export interface OutputColumn {
  /** The field, as a filter writes it: `deprecated.state`. */
  readonly name: string
  /** `DEPRECATED.STATE` */
  readonly head: string
  /** Empty when unset; several values are separated by `;`, and values other than text are JSON. */
  readonly read: (image: JsonObject) => string
}

/** The columns of these fields. */
export const columnsOf = (paths: readonly Path[]): readonly OutputColumn[] =>
  paths.map((path) => ({
    name: path.text,
    head: escapeText(path.text.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toUpperCase()),
    read: (image) => valuesAt(image, path).map(textOf).join(';'),
  }))

/** @throws UsageError */
export const findFields = (fields: string): readonly Path[] =>
  splitFields(fields).map((name) => findField(name, '--fields'))

const usual = 'name,family,architecture,diskSizeGb,status,deprecated.state,creationTimestamp'
const heads = ['NAME', 'FAMILY', 'ARCHITECTURE', 'DISK_GB', 'STATUS', 'DEPRECATED', 'CREATED']

/** The columns without `--fields`. */
export const usualColumns = (): readonly OutputColumn[] => columnsOf(findFields(usual))

/** The columns of a table without `--fields`, with shorter heads and the day of a timestamp. */
export const tableColumns = (): readonly OutputColumn[] =>
  usualColumns().map((column, at) => ({
    ...column,
    head: heads[at] ?? '',
    read: column.name === 'creationTimestamp' ? (image) => dayOf(column.read(image)) : column.read,
  }))

/** The day of a timestamp, in its own offset. */
const dayOf = (timestamp: string): string => timestamp.replace(/^(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-][\d:]+)$/, '$1')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
