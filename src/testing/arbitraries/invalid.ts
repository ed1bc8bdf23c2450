import fc from 'fast-check'
import { type Code, type Field, imageSchema, type Schema } from '../../index.ts'
import { type Leaf, leavesOf } from './leaves.ts'

/**
 * Texts that must be rejected, with that code as the first one. For the codes of limits these are the default limits.
 *
 * @throws RangeError when the schema has no field with which that could happen
 * @example invalidFilterArbitrary('comparator-type') // status < READY, enableConfidentialCompute > false, …
 */
export function invalidFilterArbitrary(code: Code, schema: Schema = imageSchema): fc.Arbitrary<string> {
  const leaves = leavesOf(schema, ['env'])
  const given: Given = {
    path: (...kinds) =>
      pathOf(
        leaves.filter((leaf) => kinds.includes(kindOf(leaf))),
        kinds,
        schema,
      ),
    paths: (...kinds) => {
      const some = leaves.filter((leaf) => kinds.includes(kindOf(leaf)))
      if (some.length < 2)
        throw new RangeError(`${schema.resource} has no two fields of the kind ${kinds.join(' or ')}`)
      return fc.shuffledSubarray([...some], { minLength: 2, maxLength: 2 }).map((two) => two.map(pathText))
    },
  }
  return invalid[code](given)
}

type Kind = Field['type'] | 'array' | 'inside array'

interface Given {
  /** A field of one of these kinds. */
  readonly path: (...kinds: readonly Kind[]) => fc.Arbitrary<string>
  /** Two that differ. */
  readonly paths: (...kinds: readonly Kind[]) => fc.Arbitrary<readonly string[]>
}

function kindOf({ field, isRepeated }: Leaf): Kind {
  if (field.repeated) return 'array'
  return isRepeated && field.type !== 'message' && field.type !== 'map' ? 'inside array' : field.type
}
const pathText = ({ names }: Leaf): string => names.join('.')

function pathOf(leaves: readonly Leaf[], kinds: readonly Kind[], { resource }: Schema): fc.Arbitrary<string> {
  if (leaves.length === 0) throw new RangeError(`${resource} has no field of the kind ${kinds.join(' or ')}`)
  return fc.constantFrom(...leaves).map(pathText)
}

const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((text) => !['and', 'or', 'not', 'eq', 'ne'].includes(text))
const text = (parts: TemplateStringsArray, ...values: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<string> =>
  fc.tuple(...values).map((chosen) => String.raw(parts, ...chosen))
const oneOf = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)
const times = (least: number, most: number, part: string) =>
  fc.integer({ min: least, max: most }).map((count) => part.repeat(count))

const numbers = ['int64', 'uint64', 'integer', 'double'] as const

const invalid: { readonly [C in Code]: (given: Given) => fc.Arbitrary<string> } = {
  'unexpected-character': ({ path }) => text`${path('string')} = ${word}, ${word}`,
  'unexpected-token': ({ path }) => text`${path('string')} ${oneOf('==', '~', '!~', '<>', '&&', '||')} ${word}`,
  'unexpected-end': ({ path }) => text`${path('string')} ${oneOf('=', '!=', '= a AND', '= a OR', '= (a')}`,
  'unterminated-string': ({ path }) => text`${path('string')} = ${oneOf('"', "'")}${word}`,
  'invalid-escape': ({ path }) =>
    text`${path('string')} = "${word}${oneOf('\\d', '\\q', '\\ud800', '\\x1', '\\9')} ${word}"`,
  'too-long': ({ path }) => text`${path('string')} = a${times(8192, 9000, 'b')}`,
  'too-deep': ({ path }) =>
    fc
      .nat(20)
      .chain((more) => text`${oneOf('('.repeat(65 + more))}${path('string')} = a${oneOf(')'.repeat(65 + more))}`),
  'too-many-terms': ({ path }) =>
    path('string').chain((name) => text`${oneOf(name)} = (a${times(1000, 1100, ' OR b')})`),
  'mixed-dialects': ({ path }) =>
    text`(${path('string')} eq ${word}) (${path('string')} ${oneOf('=', '!=', ':')} ${word})`,
  'operator-in-regex-dialect': ({ path }) =>
    path('string').chain((name) =>
      oneOf(...['AND', 'OR'].map((operator) => `(${name} eq a) ${operator} (${name} ne b)`), `NOT ${name} eq a`),
    ),
  'multiple-fields': ({ paths }) =>
    paths('string').map(([one = '', other = '']) => `(${one} eq a.*) (${other} eq b.*)`),
  'missing-comparator': () => text`${word}${oneOf('', ' and b', ' OR c')}`,
  'unknown-function': ({ path }) => text`${word}(${path('string')}, ${word})`,
  'unknown-field': () =>
    text`${oneOf('__proto__', 'constructor', 'noSuchField', 'toString')} ${oneOf('=', '!=', ':')} ${word}`,
  'not-traversable': ({ path }) => text`${path('string', ...numbers)}.${word} = ${word}`,
  indexing: ({ path }) => text`${path('array')}${oneOf('[0]', '.0', '[*]')}:${word}`,
  'repeated-needs-has': ({ path }) => text`${path('array', 'inside array')} ${oneOf('=', '!=', '<', '>=')} ${word}`,
  'not-atomic': ({ path }) => text`${path('array', 'inside array', 'message', 'map')} ${oneOf('eq', 'ne')} ${word}`,
  'comparator-type': ({ path }) =>
    fc.oneof(
      text`${path('boolean')} ${oneOf('<', '<=', '>', '>=')} true`,
      text`${path('message', 'map')} ${oneOf('=', '!=', '<')} ${word}`,
    ),
  'literal-type': ({ path }) =>
    text`${path(...numbers)} ${oneOf('=', '!=', '<', '>')} ${oneOf('ten', '1.5.2', '0x10', '"1*"')}`,
  'unknown-enum-value': ({ path }) => text`${path('enum')} ${oneOf('=', '!=', ':')} ${oneOf('NO_SUCH_VALUE', 'X*')}`,
  'invalid-timestamp': ({ path }) =>
    text`${path('timestamp')} > ${oneOf('2021-01-01', '2021-02-30T00:00:00Z', '2021-01-01T00:00:00', 'yesterday')}`,
  'invalid-pattern': ({ path }) =>
    text`${path('string')} eq ${oneOf('a)|(b', '(a', '[a', 'a**', '(?=a)', '*a', '\\1', '\\cA')}`,
  'pattern-too-complex': ({ path }) =>
    text`${path('string')} eq ${oneOf('(\\pL{1,100}){1,10}', '((a{1,90}){1,90}){1,9}')}`,
}

/** All codes there are. */
export const codes = Object.keys(invalid) as readonly Code[]
