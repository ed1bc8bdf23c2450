import type { EnumField, Field, MapField, MapMessage, ScalarField, ScalarType, Schema } from '../../index.ts'
import { types } from './types.ts'

/** The values at a path: sections 4 to 6. */
export interface FieldValues {
  readonly field: Field
  /** The set ones; more than one only behind a repeated field. */
  readonly values: readonly unknown[]
  /** Whether what holds the last name is there: a message that is set, a map that has the key. */
  readonly isParentSet: boolean
  /** Some name is that of a repeated field. */
  readonly isRepeated: boolean
  /** The last name is a key of a map, or a repeated field. */
  readonly isEntry: boolean
}

/** Follows the names through the schema and the resource at once. */
export function find(resource: unknown, schema: Schema, names: readonly string[]): FieldValues {
  let found: FieldValues = {
    field: { type: 'message', fields: schema.fields },
    values: [resource],
    isParentSet: true,
    isRepeated: false,
    isEntry: false,
  }
  for (const [index, name] of names.entries()) {
    const next = enter(found, name)
    // The resource itself counts as set, whatever it is.
    found = index === 0 ? { ...next, isParentSet: true } : next
  }
  return found
}

/** One name further. Only own properties count, and null is unset. */
export function enter({ field, values, isRepeated }: FieldValues, name: string): FieldValues {
  const parents = values.filter(isObject)
  if (field.type === 'map') {
    const inside = valueFieldOf(field)
    const entries = own(parents, name)
    return {
      field: inside,
      values: entries,
      isParentSet: entries.some((value) => isValueOf(inside, value)),
      isRepeated,
      isEntry: true,
    }
  }
  if (field.type !== 'message') throw new Error(`a scalar has no field ${name}; the validator rejects this`)
  const jsonName = jsonNameOf(name, Object.keys(field.fields))
  const inside = field.fields[jsonName]
  if (inside === undefined) throw new Error(`there is no field ${name}; the validator rejects this`)
  const set = own(parents, jsonName)
  return {
    field: inside,
    values: inside.repeated ? set.filter(Array.isArray).flat().filter(isSet) : set,
    isParentSet: parents.length > 0,
    isRepeated: isRepeated || inside.repeated === true,
    isEntry: inside.repeated === true,
  }
}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether the values of a field have no parts. */
export const isScalar = (field: Field): field is ScalarField | EnumField =>
  field.type !== 'map' && field.type !== 'message'

/** What a map has at each key. */
export const valueFieldOf = ({ value }: MapField): ScalarField | MapMessage =>
  typeof value === 'string' ? { type: value } : value

/** Whether a value of a map is one. */
export const isValueOf = (field: ScalarField | MapMessage, value: unknown): boolean =>
  field.type === 'message' ? isObject(value) : fits(value, field.type)

export const fits = (value: unknown, type: ScalarType): boolean => types[type].read(value) !== undefined

const isSet = (value: unknown): boolean => value !== undefined && value !== null

const own = (parents: readonly object[], name: string): unknown[] =>
  parents
    .filter((parent) => Object.hasOwn(parent, name))
    .map((parent) => (parent as Record<string, unknown>)[name])
    .filter(isSet)

/** `disk_size_gb` is a spelling of `diskSizeGb`. */
function jsonNameOf(name: string, known: readonly string[]): string {
  const snakeCase = (json: string) => json.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return known.find((json) => json === name) ?? known.find((json) => snakeCase(json) === name) ?? name
}
