import { quoted } from '../diagnostics/index.ts'
import { checkNames, checkRecord, describe, isRecord } from '../records.ts'
import { type ScalarType, scalarTypeNames } from '../types/index.ts'
import type { FieldType, ScalarField, Schema } from './schema.ts'

/** Each schema is checked once: what a program does to it afterwards is not noticed. */
const checked = new WeakSet<Schema>()

/**
 * The schema itself. Takes time of the order of its fields, and no stack; a message may contain itself.
 *
 * @throws TypeError that names the part which is wrong: `schema.fields.status.type must be …`
 */
export function checkSchema(schema: Schema): Schema {
  if (checked.has(schema)) return schema
  const { resource, fields } = checkRecord(schema, 'schema') as Unchecked<Schema>
  checkNames(schema, ['resource', 'fields'], 'part of the schema')
  if (typeof resource !== 'string') throw new TypeError(`schema.resource must be a string, not ${describe(resource)}`)
  checkFields(fields)
  checked.add(schema)
  return schema
}

type Unchecked<T> = { readonly [K in keyof T]?: unknown }

/** Where a part is, from the inside out; as text only when it is needed. */
interface Place {
  readonly name: string
  readonly outer?: Place
}

function nameOf(place: Place): string {
  const names: string[] = []
  for (let at: Place | undefined = place; at !== undefined; at = at.outer) names.push(at.name)
  const [first, ...others] = names.reverse()
  // The end of a long path says the most.
  return others.length > 12 ? `${String(first)}.….${others.slice(-4).join('.')}` : names.join('.')
}

function checkFields(given: unknown): void {
  const seen = new Set<unknown>()
  const pending: Inside[] = []
  const add = (fields: unknown, place: Place): void => {
    if (seen.has(fields)) return
    seen.add(fields)
    pending.push({ fields, place })
  }
  add(given, { name: 'fields', outer: { name: 'schema' } })
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { fields, place } = next
    if (!isRecord(fields)) throw misfit(place, 'an object', fields)
    for (const [name, field] of Object.entries(fields)) {
      const inside = checkField(field, { name, outer: place })
      if (inside !== undefined) add(inside.fields, inside.place)
    }
  }
}

const misfit = (place: Place, expected: string, found: unknown): TypeError =>
  new TypeError(`${nameOf(place)} must be ${expected}, not ${describe(found)}`)

const isPlain = (type: ScalarType): type is ScalarField['type'] => type !== 'enum'
const types: readonly FieldType[] = [...scalarTypeNames, 'message', 'map']
/** The types that a map may have as its values, besides messages. */
const valueTypes = scalarTypeNames.filter(isPlain)

/** The fields inside of a message, which are still to be checked. */
interface Inside {
  readonly fields: unknown
  readonly place: Place
}

/** Checks one field; the fields inside of a message remain to be checked. */
function checkField(field: unknown, place: Place): Inside | undefined {
  if (!isRecord(field)) throw misfit(place, 'an object', field)
  const { type, repeated, format, values, value, fields } = field
  const misfitOf = (part: string, expected: string): TypeError =>
    misfit({ name: part, outer: place }, expected, field[part])
  if (!isOneOf(types, type)) throw misfitOf('type', listOf(types))
  const part = partOf[type]
  checkNames(
    field,
    ['type', 'repeated', ...(type === 'string' ? ['format'] : []), ...(part === undefined ? [] : [part])],
    `part of the field ${quoted(place.name)}`,
  )
  if (repeated !== undefined && typeof repeated !== 'boolean') throw misfitOf('repeated', '`true` or absent')
  if (format !== undefined && format !== 'url') throw misfitOf('format', '`url` or absent')
  switch (part) {
    case undefined:
      return undefined
    case 'values':
      if (!isListOfTexts(values)) throw misfitOf('values', 'an array of strings')
      return undefined
    case 'value':
      if (repeated === true) throw misfitOf('repeated', 'absent from a map')
      if (isRecord(value)) return checkMapMessage(value, { name: 'value', outer: place })
      if (!isOneOf(valueTypes, value)) throw misfitOf('value', `${listOf(valueTypes)}, or a message`)
      return undefined
    case 'fields':
      return { fields, place: { name: 'fields', outer: place } }
  }
}

type Part = 'values' | 'value' | 'fields'

/** What a field of the type has besides. */
const partOf: { readonly [T in FieldType]?: Part } = { enum: 'values', message: 'fields', map: 'value' }

function checkMapMessage(value: Readonly<Record<string, unknown>>, place: Place): Inside {
  checkNames(value, ['type', 'fields'], `part of the field ${quoted(place.name)}`)
  if (value.type !== 'message') throw misfit({ name: 'type', outer: place }, quoted('message'), value.type)
  return { fields: value.fields, place: { name: 'fields', outer: place } }
}

const isOneOf = <T extends string>(known: readonly T[], given: unknown): given is T =>
  (known as readonly unknown[]).includes(given)

const listOf = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.slice(-1).join()}`

const isListOfTexts = (given: unknown): boolean =>
  Array.isArray(given) && given.every((value) => typeof value === 'string')
