import { type Profile, type Schema, validate } from '../../index.ts'

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

/** @throws TypeError when the verbs do not take it, or when it has no field to filter by */
export function checkSchema(schema: Schema | undefined): void {
  validate('', { schema })
  if (schema !== undefined && Object.keys(schema.fields).length === 0)
    throw new TypeError('the option `schema` must have fields: { resource: …, fields: { name: { type: … }, … } }')
}
