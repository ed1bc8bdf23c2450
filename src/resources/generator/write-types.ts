import type { BuiltField, BuiltFields, BuiltScalar } from './built.ts'

const jsonTypes: { readonly [T in BuiltScalar]: string } = {
  boolean: 'boolean',
  double: 'number',
  int64: 'Int64',
  integer: 'number',
  string: 'string',
  timestamp: 'Timestamp',
  uint32: 'number',
  uint64: 'Int64',
}

/** An interface for each message. Their names are those of Google's reference, so that one page explains both. */
export function writeTypes(messages: ReadonlyMap<string, BuiltFields>): string {
  const interfaces = [...messages].map(([name, fields]) => {
    const lines = Object.entries(fields).map(([field, built]) => `  readonly ${field}?: ${typeOf(built)} | Unset`)
    return lines.length === 0
      ? `export type ${name} = Readonly<Record<string, never>>\n`
      : `export interface ${name} {\n${lines.join('\n')}\n}\n`
  })
  return `import type { OpenEnum } from '../../schema/index.ts'
import type { Int64 } from '../../types/index.ts'

type Timestamp = string | Date
type Unset = null | undefined

${interfaces.join('\n')}`
}

function typeOf(field: BuiltField): string {
  const one = elementOf(field)
  return 'repeated' in field ? `readonly ${/[ |]/.test(one) ? `(${one})` : one}[]` : one
}

function elementOf(field: BuiltField): string {
  if (field.type === 'message') return field.message
  if (field.type === 'enum') return `OpenEnum<${field.values.map((value) => `'${value}'`).join(' | ')}>`
  if (field.type !== 'map') return jsonTypes[field.type]
  return `Readonly<Record<string, ${typeof field.value === 'object' ? field.value.message : jsonTypes[field.value]}>>`
}
