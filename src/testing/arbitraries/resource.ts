import fc from 'fast-check'
import { type Field, type Fields, type Image, imageSchema, type ResourceOf, type Schema } from '../../index.ts'
import { checkSchema } from './check-options.ts'
import { pick } from './choose.ts'
import { valueFieldOf } from '../oracle/fields.ts'
import { jsonOf, keys, literalsOf, strangeValues, wrongValuesOf } from './values.ts'

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
  const value = field.repeated ? fc.array(withWrong(field, element, wrongTypes), { maxLength: 3 }) : element
  const unset = fc.constantFrom(...(wrongTypes ? [...strangeValues, ...wrongValuesOf(field)] : [null]))
  return fc.oneof({ weight: 10, arbitrary: value }, { weight: 1, arbitrary: unset })
}

function elementOf(field: Field, wrongTypes: boolean): fc.Arbitrary<unknown> {
  if (field.type === 'message') return messageOf(field.fields, wrongTypes)
  if (field.type !== 'map') return scalarOf(field)
  const value = valueFieldOf(field)
  return mapOf(withWrong(value, elementOf(value, wrongTypes), wrongTypes))
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
const withWrong = (field: Field, value: fc.Arbitrary<unknown>, wrongTypes: boolean): fc.Arbitrary<unknown> =>
  wrongTypes
    ? fc.oneof(
        { weight: 8, arbitrary: value },
        { weight: 1, arbitrary: fc.constantFrom(null, ...wrongValuesOf(field)) },
      )
    : value

const scalarOf = (field: Field): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...literalsOf(field)), fc.nat(3))
    .map(([literal, form]) => pick(jsonOf(field, literal), form))
