import { type Field, type Fields, type Profile, type ScalarType, type Schema, validate } from '../../index.ts'

/** One of the two dialects, as options name them. */
export type Dialect = 'AIP-160' | 'regular expressions'

/** @throws TypeError when it is neither undefined nor one of the two */
export function checkDialect(dialect: Dialect | undefined): void {
  const known: readonly (Dialect | undefined)[] = [undefined, 'AIP-160', 'regular expressions']
  if (!known.includes(dialect))
    throw new TypeError(
      `the option \`dialect\` must be \`AIP-160\` or \`regular expressions\`, not \`${String(dialect)}\``,
    )
}

/** @throws TypeError when it is not a record of all switches, as `{ ...documented, enumCase: … }` is */
export function checkProfile(profile: Profile | undefined): void {
  validate('', { profile })
}

/** @throws TypeError when it has no fields, or one of a type that there is not */
export function checkSchema(schema: Schema | undefined): void {
  if (schema === undefined) return
  const { fields } = Object(schema) as { readonly fields?: unknown }
  if (!isRecord(fields) || Object.keys(fields).length === 0)
    throw new TypeError('the option `schema` must have fields: { resource: …, fields: { name: { type: … }, … } }')
  checkFields(fields as Fields, '')
}

function checkFields(fields: Fields, above: string): void {
  for (const [name, field] of Object.entries(fields)) {
    const problem = problemOf(field)
    if (problem !== undefined) throw new TypeError(`the field \`${above}${name}\` of the option \`schema\` ${problem}`)
    if (field.type === 'message') checkFields(field.fields, `${above}${name}.`)
  }
}

const scalarTypes: { readonly [T in ScalarType]: true } = {
  string: true,
  boolean: true,
  int64: true,
  uint64: true,
  integer: true,
  double: true,
  timestamp: true,
}

/** What is wrong with a field, in words; a schema in JavaScript may hold anything. */
function problemOf(field: unknown): string | undefined {
  const { type, values, value, fields } = Object(field) as { readonly [name in string]?: unknown }
  switch (type as Field['type']) {
    case 'enum':
      return Array.isArray(values) && values.length > 0 ? undefined : 'must have `values`'
    case 'map':
      return isScalarType(value) ? undefined : `must have a scalar type for its \`value\`, not \`${String(value)}\``
    case 'message':
      return isRecord(fields) ? undefined : 'must have `fields`'
    case 'string':
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
    case 'timestamp':
      return undefined
  }
  return `must have a type that there is, not \`${String(type)}\``
}

const isScalarType = (type: unknown): boolean => typeof type === 'string' && Object.hasOwn(scalarTypes, type)

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
