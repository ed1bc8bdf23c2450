import type { ScalarType } from '../types/index.ts'

interface Repeatable {
  /** An array of such values. */
  readonly repeated?: true
}

export interface ScalarField extends Repeatable {
  readonly type: Exclude<ScalarType, 'enum'>
  /** The values of a string are whole URLs: for the hints `whole-url` and `whole-pattern`. */
  readonly format?: 'url'
}

export interface EnumField extends Repeatable {
  readonly type: 'enum'
  readonly values: readonly string[]
}

export interface MessageField extends Repeatable {
  readonly type: 'message'
  readonly fields: Fields
}

/** A message as the value of a map. */
export interface MapMessage {
  readonly type: 'message'
  readonly fields: Fields
  readonly repeated?: never
}

export interface MapField {
  readonly type: 'map'
  /** The type of its values, or the message that each of them is. Keys are strings. */
  readonly value: ScalarField['type'] | MapMessage
  readonly repeated?: never
}

/** What a schema says of one field. */
export type Field = ScalarField | EnumField | MessageField | MapField
export type FieldType = Field['type']

/** A field whose values have no parts. */
export type SingleField = ScalarField | EnumField

/** Whether the values of a field have no parts. */
export const isSingle = (field: Field): field is SingleField => field.type !== 'message' && field.type !== 'map'

/** The field at each key of a map. */
export const valueFieldOf = ({ value }: MapField): ScalarField | MapMessage =>
  typeof value === 'string' ? { type: value } : value

export interface Fields {
  readonly [name: string]: Field
}

/**
 * The fields of a resource, in the JSON names. A schema is checked when it is first given to a verb, with a TypeError
 * that names the part which is wrong; what a program changes in it afterwards is not noticed.
 *
 * @example
 * const diskSchema = {
 *   resource: 'Disk',
 *   fields: { name: { type: 'string' }, sizeGb: { type: 'int64' }, labels: { type: 'map', value: 'string' } },
 * } as const satisfies Schema
 */
export interface Schema {
  /** What messages call the resource. */
  readonly resource: string
  readonly fields: Fields
}
