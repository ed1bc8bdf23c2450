/** A value without parts. `integer` is the 32-bit one, which JSON carries as a number. */
export type ScalarType = 'string' | 'boolean' | 'int64' | 'uint64' | 'integer' | 'double' | 'timestamp'

interface Repeatable {
  /** An array of such values. */
  readonly repeated?: true
}

export interface ScalarField extends Repeatable {
  readonly type: ScalarType
}

export interface EnumField extends Repeatable {
  readonly type: 'enum'
  readonly values: readonly string[]
}

export interface MessageField extends Repeatable {
  readonly type: 'message'
  readonly fields: Fields
}

export interface MapField {
  readonly type: 'map'
  /** The type of its values; keys are strings. */
  readonly value: ScalarType
  readonly repeated?: never
}

export type Field = ScalarField | EnumField | MessageField | MapField
export type FieldType = Field['type']

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
