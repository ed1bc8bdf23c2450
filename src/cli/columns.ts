import { defaultColumns } from './default-columns.ts'
import { escapeText } from './escape.ts'
import { findField, splitFields, valuesAt } from './fields.ts'
import { isObject, type JsonObject } from '../input/index.ts'
import { isSingle, type Path, type Schema } from '../schema/index.ts'

/** One column of a table or of separated values. */
export interface OutputColumn {
  /** The field, as a filter writes it: `deprecated.state`. */
  readonly name: string
  /** `DEPRECATED.STATE` */
  readonly head: string
  /** Empty when unset; several values are separated by `;`, and values other than text are JSON. */
  readonly read: (resource: JsonObject) => string
}

/** The columns of these fields. */
export const columnsOf = (paths: readonly Path[]): readonly OutputColumn[] =>
  paths.map((path) => ({ name: path.text, head: headOf(path.text), read: (resource) => readText(resource, path) }))

const headOf = (name: string): string => escapeText(name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toUpperCase())

const readText = (resource: JsonObject, path: Path): string => valuesAt(resource, path).map(textOf).join(';')

/** @throws UsageError */
export const findFields = (fields: string, schema: Schema): readonly Path[] =>
  splitFields(fields).map((name) => findField(name, '--fields', schema))

/** The columns without `--fields`: whole values under the names of the fields. */
export const usualColumns = (schema: Schema): readonly OutputColumn[] =>
  specsOf(schema).map(({ name, shown }) => ({
    ...columnFor(name, isPlace(shown) ? shown : 'text', schema),
    head: name,
  }))

/** The columns of a table without `--fields`, with shorter heads and values. */
export const tableColumns = (schema: Schema): readonly OutputColumn[] =>
  specsOf(schema).map(({ head, name, shown }) => ({ ...columnFor(name, shown, schema), head }))

/** What is shown of the values of a column. */
type Shown = keyof typeof shows | 'location' | 'scope'

interface ColumnSpec {
  readonly head: string
  readonly name: string
  readonly shown: Shown
}

function specsOf(schema: Schema): readonly ColumnSpec[] {
  const known: Readonly<Record<string, string | undefined>> = defaultColumns
  const text = known[schema.resource] ?? otherColumns(schema)
  const specs = text.split(' ').map((part): ColumnSpec => {
    const [, head = '', name = '', shown = 'text'] = /^(.*?)=(.*?)(?:\|(.*))?$/.exec(part) ?? []
    return { head, name, shown: shown as Shown }
  })
  // Your own schema may share the name of a resource.
  return specs.filter(({ name, shown }) => isPlace(shown) || Object.hasOwn(schema.fields, name.replace(/\..*/, '')))
}

/** The columns of a resource without an entry: its name, place and day, else its first fields. */
function otherColumns({ fields }: Schema): string {
  if (Object.hasOwn(fields, 'name')) {
    const isPlaced = Object.hasOwn(fields, 'zone') || Object.hasOwn(fields, 'region')
    return `NAME=name${isPlaced ? ' LOCATION=zone|location' : ''} CREATED=creationTimestamp|day`
  }
  const all = Object.entries(fields).filter(([name]) => !/[=|\s]/.test(name))
  const single = all.filter(([, field]) => isSingle(field))
  return (single.length > 0 ? single : all)
    .slice(0, maxOthers)
    .map(([name]) => `${headOf(name)}=${name}`)
    .join(' ')
}

const maxOthers = 5

const isPlace = (shown: Shown): shown is 'location' | 'scope' => shown === 'location' || shown === 'scope'

function columnFor(name: string, shown: Shown, schema: Schema): Omit<OutputColumn, 'head'> {
  if (isPlace(shown)) return { name: shown, read: places[shown] }
  const path = findField(name, '--fields', schema)
  const show = shows[shown]
  return {
    name,
    read: (resource) =>
      valuesAt(resource, path)
        .map(show)
        .filter((text) => text !== '')
        .join(';'),
  }
}

const places = {
  location: ({ zone, region }: JsonObject): string => lastOf(textOf(zone ?? region ?? '')),
  scope: ({ zone, region }: JsonObject): string =>
    zone === undefined ? (region === undefined ? 'global' : 'region') : 'zone',
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const lastOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

const shows = {
  text: textOf,
  last: (value: unknown): string => lastOf(textOf(value)),
  /** The day of a timestamp, in its own offset. */
  day: (value: unknown): string => textOf(value).replace(/^(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-][\d:]+)$/, '$1'),
  /** The protocols and ports of a firewall's rule: `tcp:22,tcp:80`. */
  rules: (rule: unknown): string => {
    if (!isObject(rule)) return textOf(rule)
    const { IPProtocol = '', ports } = rule
    const protocol = textOf(IPProtocol)
    return Array.isArray(ports) ? ports.map((port) => `${protocol}:${textOf(port)}`).join(',') : protocol
  },
}
