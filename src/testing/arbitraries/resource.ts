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
 * Resources with unset fields, null, empty messages, maps and lists, integers at the edges of 64 bits, astral text, URLs
 * in full and in part, and timestamps that are equal as instants. Lists have at most three elements, those deep inside
 * two, so that no schema of Compute has resources above 64 kB.
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
  const resource = messageOf(schema.fields, { wrongTypes, depth: 0 })
  if (!wrongTypes) return resource
  const strange = fc.constantFrom(...strangeValues) as fc.Arbitrary<object>
  return fc.oneof({ weight: 60, arbitrary: resource }, { weight: 1, arbitrary: strange })
}

/** The place of a value, and whether values may have a wrong type. */
interface Setting {
  readonly wrongTypes: boolean
  /** The number of messages and maps around the value. */
  readonly depth: number
}

function messageOf(fields: Fields, setting: Setting): fc.Arbitrary<object> {
  const values = Object.entries(fields).map(([name, field]) => [name, valueOf(field, setting)] as const)
  return fc.record(Object.fromEntries(values), { requiredKeys: [], noNullPrototype: true })
}

function valueOf(field: Field, setting: Setting): fc.Arbitrary<unknown> {
  const { wrongTypes, depth } = setting
  const element = elementOf(field, setting)
  const list = () => fc.array(withWrong(field, element, wrongTypes), { maxLength: depth < 2 ? 3 : 2 })
  const unset = fc.constantFrom(...(wrongTypes ? [...strangeValues, ...wrongValuesOf(field)] : [null]))
  return fc.oneof({ weight: 10, arbitrary: field.repeated ? list() : element }, { weight: 1, arbitrary: unset })
}

function elementOf(field: Field, setting: Setting): fc.Arbitrary<unknown> {
  const inside: Setting = { ...setting, depth: setting.depth + 1 }
  if (field.type === 'message') return mayBeEmpty(messageOf(field.fields, inside))
  if (field.type !== 'map') return scalarOf(field)
  const value = valueFieldOf(field)
  return mapOf(withWrong(value, elementOf(value, inside), setting.wrongTypes))
}

/** A message of many fields is hardly ever empty by chance. */
const mayBeEmpty = (message: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.oneof({ weight: 12, arbitrary: message }, { weight: 1, arbitrary: fc.constant({}) })

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
