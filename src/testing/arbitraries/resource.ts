import fc from 'fast-check'
import { type Field, type Fields, type Image, imageSchema, type ResourceOf, type Schema } from '../../index.ts'
import { jsonOf, keyOf, literalsOf } from './values.ts'

export interface ResourceOptions {
  /** Values of a JSON type that does not fit their field, which count as unset. On unless said otherwise. */
  readonly wrongTypes?: boolean
}

/**
 * Resources with the shapes that bite: unset fields, null, empty maps and lists, integers at the edges of 64 bits,
 * astral text, timestamps that are equal as instants.
 *
 * @example fc.assert(fc.property(resourceArbitrary(), (image) => …))
 */
export function resourceArbitrary(schema?: undefined, options?: ResourceOptions): fc.Arbitrary<Image>
export function resourceArbitrary<const S extends Schema>(
  schema: S,
  options?: ResourceOptions,
): fc.Arbitrary<ResourceOf<S>>
export function resourceArbitrary(
  schema: Schema = imageSchema,
  { wrongTypes = true }: ResourceOptions = {},
): fc.Arbitrary<object> {
  return messageOf(schema.fields, wrongTypes)
}

function messageOf(fields: Fields, wrongTypes: boolean): fc.Arbitrary<object> {
  const values = Object.entries(fields).map(([name, field]) => [name, valueOf(field, wrongTypes)] as const)
  // A few fields of many, so that a counter-example has few.
  const record = fc.record(Object.fromEntries(values), { requiredKeys: [], noNullPrototype: true })
  return record
}

function valueOf(field: Field, wrongTypes: boolean): fc.Arbitrary<unknown> {
  const element = elementOf(field, wrongTypes)
  const value = field.repeated ? fc.array(element, { maxLength: 3 }) : element
  const odd: fc.Arbitrary<unknown> = fc.constantFrom(...([null, {}, [], 5, true, 'x', [null], { type: 5 }] as const))
  return fc.oneof({ weight: 10, arbitrary: value }, { weight: 1, arbitrary: wrongTypes ? odd : fc.constant(null) })
}

function elementOf(field: Field, wrongTypes: boolean): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'message':
      return messageOf(field.fields, wrongTypes)
    case 'map':
      return fc.dictionary(keyOf, scalarOf(field.value, literalsOf(field)), { maxKeys: 3, noNullPrototype: true })
    case 'string':
    case 'enum':
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
    case 'timestamp':
      return scalarOf(field.type, literalsOf(field))
  }
}

const scalarOf = (type: Field['type'], literals: readonly string[]): fc.Arbitrary<unknown> =>
  fc.constantFrom(...literals).chain((literal) => jsonOf(type, literal))
