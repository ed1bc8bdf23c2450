import fc from 'fast-check'
import { documented, type Field, imageSchema, type Options, type ScalarType } from '../../index.ts'
import { isScalar } from '../oracle/fields.ts'
import { types } from '../oracle/types.ts'
import { type FieldPlace, leavesOf } from './leaves.ts'
import { NoSuchFieldError } from './no-such-field.ts'

export type FieldKind = Field['type'] | 'array' | 'inside array'

/** Fields of a schema, by what a filter may do with them. */
export interface FieldsByKind {
  /** A field of one of these kinds. @throws NoSuchFieldError when there is none */
  readonly path: (...kinds: readonly FieldKind[]) => fc.Arbitrary<string>
  /** Two that differ. */
  readonly paths: (...kinds: readonly FieldKind[]) => fc.Arbitrary<readonly string[]>
  /** A field of any scalar kind outside of arrays: what has no parts. */
  readonly scalar: () => fc.Arbitrary<string>
  /** With a name that no field has, at any depth. */
  readonly unknown: () => fc.Arbitrary<string>
  /** The comparators that no repeated field takes. */
  readonly wrongOnRepeated: readonly string[]
  /** Values that the profile rejects for some enum: in another letter case, or unknown. */
  readonly wrongEnumValues: readonly string[]
}

export function fieldsOf({
  schema = imageSchema,
  profile = documented,
}: Pick<Options, 'schema' | 'profile'>): FieldsByKind {
  const leaves = leavesOf(schema, ['env', 'a.b'])
  const pathsTo = (kinds: readonly FieldKind[], least: number): readonly string[] => {
    const found = leaves.filter((leaf) => kinds.includes(kindOf(leaf))).map(pathText)
    if (found.length >= least) return found
    const wanted = `of the kind ${kinds.join(' or ')}`
    throw new NoSuchFieldError(`${schema.resource} has no ${least === 1 ? 'field' : 'two fields'} ${wanted}`)
  }
  const path: FieldsByKind['path'] = (...kinds) => fc.constantFrom(...pathsTo(kinds, 1))
  const messages = leaves.filter((leaf) => leaf.field.type === 'message').map((leaf) => `${pathText(leaf)}.`)
  return {
    path,
    paths: (...kinds) => fc.shuffledSubarray([...pathsTo(kinds, 2)], { minLength: 2, maxLength: 2 }),
    scalar: () => path(...(Object.keys(types) as ScalarType[])),
    unknown: () =>
      fc
        .tuple(
          fc.constantFrom('', '', ...messages),
          fc.constantFrom('noSuchField', 'constructor', '__proto__', 'toString', 'Name', 'no_such_field'),
        )
        .map(([above, name]) => above + name),
    wrongOnRepeated: profile.repeatedEquals === 'any' ? ['<', '>='] : ['=', '!=', '<', '>='],
    wrongEnumValues: [
      'NO_SUCH_VALUE',
      'X*',
      '"*Y"',
      '""',
      ...(profile.enumCase === 'sensitive' ? ['ready', 'Ready', 'raw', 'aRm64'] : []),
    ],
  }
}

function kindOf({ field, isRepeated }: FieldPlace): FieldKind {
  if (field.repeated) return 'array'
  return isRepeated && isScalar(field) ? 'inside array' : field.type
}

const pathText = ({ names }: FieldPlace): string =>
  names.map((name) => (/^\w+$/.test(name) ? name : JSON.stringify(name))).join('.')
