import { booleanType } from './boolean.ts'
import { doubleType } from './double.ts'
import { enumType } from './enum.ts'
import { int64Type, integerType, uint32Type, uint64Type } from './integers.ts'
import type { ScalarTypeDefinition } from './scalar-type.ts'
import { stringType } from './string.ts'
import { timestampType } from './timestamp.ts'

export type { Int64 } from './integers.ts'
export type { FastComparison, ScalarTypeDefinition } from './scalar-type.ts'

/** A type is one file and one line here; whatever else needs to know of it asks its definition. */
const definitions = {
  string: stringType,
  enum: enumType,
  boolean: booleanType,
  int64: int64Type,
  uint64: uint64Type,
  uint32: uint32Type,
  integer: integerType,
  double: doubleType,
  timestamp: timestampType,
}

/** A type whose values have no parts. `integer` is the 32-bit one. */
export type ScalarType = keyof typeof definitions

/** The values of each type, as they are compared. */
export type ScalarValues = {
  readonly [T in ScalarType]: (typeof definitions)[T] extends ScalarTypeDefinition<infer Value> ? Value : never
}

/** The values of each type as TypeScript sees them in a resource. */
export type ScalarJson = {
  readonly [T in ScalarType]: (typeof definitions)[T] extends ScalarTypeDefinition<unknown, infer Json> ? Json : never
}

export const scalarTypes: { readonly [T in ScalarType]: ScalarTypeDefinition<ScalarValues[T]> } = definitions

export const scalarTypeNames = Object.keys(definitions) as readonly ScalarType[]

/** A value of a scalar type, with the type that says how it compares. */
export type Scalar = { readonly [T in ScalarType]: TypedValue<T> }[ScalarType]

export interface TypedValue<T extends ScalarType> {
  readonly type: T
  readonly value: ScalarValues[T]
}

/** A literal of a filter as a value of a type; undefined when the text does not fit. */
export function parseScalar(type: ScalarType, text: string): Scalar | undefined {
  const value = scalarTypes[type].parse(text)
  return value === undefined ? undefined : ({ type, value } as Scalar)
}
