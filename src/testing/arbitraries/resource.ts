import fc from 'fast-check'
import { type Field, type Fields, type Image, imageSchema, type ResourceOf, type Schema } from '../../index.ts'
import { checkSchema } from './check-options.ts'
import { pick } from './choose.ts'
import { jsonOf, keys, literalsOf, strangeValues, wrongValues } from './values.ts'

export interface ResourceOptions {
  /**
   * Values of a JSON type that does not fit, which count as unset: in fields, lists and maps, and in place of the whole
   * resource. Enum values that the schema does not know, too. Default: false
   */
  readonly wrongTypes?: boolean | undefined
}

/**
 * Resources with unset fields, null, empty maps and lists, integers at the edges of 64 bits, astral text, and
 * timestamps that are equal as instants.
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
  { wrongTypes = false }: ResourceOptions = {},
): fc.Arbitrary<object> {
  checkSchema(schema)
  const resource = messageOf(schema.fields, wrongTypes)
  if (!wrongTypes) return resource
  const strange = fc.constantFrom(...strangeValues) as fc.Arbitrary<object>
  return fc.oneof({ weight: 60, arbitrary: resource }, { weight: 1, arbitrary: strange })
}

function messageOf(fields: Fields, wrongTypes: boolean): fc.Arbitrary<object> {
  const values = Object.entries(fields).map(([name, field]) => [name, valueOf(field, wrongTypes)] as const)
  return fc.record(Object.fromEntries(values), { requiredKeys: [], noNullPrototype: true })
}

function valueOf(field: Field, wrongTypes: boolean): fc.Arbitrary<unknown> {
  const element = elementOf(field, wrongTypes)
  const value = field.repeated ? fc.array(withWrong(field.type, element, wrongTypes), { maxLength: 3 }) : element
  const unset = fc.constantFrom(...(wrongTypes ? [...strangeValues, ...wrongValues[field.type]] : [null]))
  return fc.oneof({ weight: 10, arbitrary: value }, { weight: 1, arbitrary: unset })
}

function elementOf(field: Field, wrongTypes: boolean): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'message':
      return messageOf(field.fields, wrongTypes)
    case 'map':
      return mapOf(withWrong(field.value, scalarOf(field.value, literalsOf(field)), wrongTypes))
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

/** `__proto__` is an own property here, as it is in parsed JSON. */
const mapOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys.slice(0, 5), ...keys), value), {
      maxLength: 3,
      selector: ([key]) => key,
    })
    .map((entries) => Object.fromEntries(entries) as object)

/** An element or entry, or with a small chance one that does not fit. */
const withWrong = (type: Field['type'], value: fc.Arbitrary<unknown>, wrongTypes: boolean): fc.Arbitrary<unknown> =>
  wrongTypes
    ? fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, ...wrongValues[type]) })
    : value

const scalarOf = (type: Field['type'], literals: readonly string[]): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...literals), fc.nat(3)).map(([literal, form]) => pick(jsonOf(type, literal), form))
