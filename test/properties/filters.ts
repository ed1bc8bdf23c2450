import fc from 'fast-check'
import { REGEX_COMPARATORS } from '../../src/ast/index.ts'
import { type Field, type Fields, imageSchema } from '../../src/index.ts'

/*
 * Random filters that the Image schema accepts, and resources that some of them match: both draw from the same few
 * words.
 */

const words = ['', 'a', 'ab', 'prod', 'debian-12', 'é', '😀', '10']
const word = fc.constantFrom(...words)
const integer = fc.oneof(
  fc.integer({ min: -2, max: 11 }).map(String),
  fc.constantFrom('9007199254740993', '18446744073709551615'),
)
const instant = fc.constantFrom(
  ...[
    '2020-01-01T00:00:00Z',
    '2020-01-01T01:00:00+01:00',
    '2019-12-31T23:59:59.999999999Z',
    '2024-02-29T12:00:00-08:00',
  ],
)

interface Leaf {
  readonly path: string
  readonly field: Field
  readonly repeated: boolean
}

function leavesOf(fields: Fields, prefix = '', above = false): Leaf[] {
  return Object.entries(fields).flatMap(([name, field]): Leaf[] => {
    const path = prefix + name
    const repeated = above || field.repeated === true
    if (field.type === 'message') return leavesOf(field.fields, `${path}.`, repeated)
    if (field.type === 'map')
      return words.filter(Boolean).map((key) => ({ path: `${path}."${key}"`, field: { type: 'string' }, repeated }))
    return [{ path, field, repeated }]
  })
}

const leaves = leavesOf(imageSchema.fields)
const presences = [
  'labels:*',
  'labels:a',
  'deprecated:*',
  'deprecated:state',
  'rawDisk:*',
  'guestOsFeatures:*',
  'guestOsFeatures:type',
  'licenses:*',
]

const values = (field: Field): fc.Arbitrary<string> => {
  switch (field.type) {
    case 'string':
      return fc
        .oneof(
          word,
          fc.tuple(word, word).map((two) => two.join('*')),
          fc.constant('*'),
        )
        .map((text) => `"${text}"`)
    case 'enum':
      return fc.constantFrom(...field.values)
    case 'boolean':
      return fc.constantFrom('true', 'False')
    case 'int64':
    case 'uint64':
    case 'uint32':
    case 'integer':
    case 'double':
      return integer
    case 'timestamp':
      return instant
    case 'message':
    case 'map':
      return fc.constant('*')
  }
}

const comparators = ({ field, repeated }: Leaf): readonly string[] =>
  repeated
    ? [':']
    : field.type === 'enum' || field.type === 'boolean'
      ? ['=', '!=', ':']
      : ['=', '!=', ':', '<', '<=', '>', '>=']

/** One restriction of the AIP-160 dialect that the schema accepts. */
const comparison = fc.constantFrom(...leaves).chain((leaf) =>
  fc.constantFrom(...comparators(leaf)).chain((comparator) =>
    values(leaf.field)
      .map((value) => (/[<>]/.test(comparator) ? value.replaceAll('*', '') : value))
      .map((value) => `${leaf.path} ${comparator} ${value}`),
  ),
)

/** Filters of the AIP-160 dialect. */
export const aipFilter: fc.Arbitrary<string> = fc.letrec<{ readonly filter: string }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.constantFrom(...presences),
    fc
      .tuple(tie('filter'), fc.constantFrom(' AND ', ' OR ', ' '), tie('filter'))
      .map(([a, op, b]) => `(${a})${op}(${b})`),
    tie('filter').map((inner) => `NOT (${inner})`),
  ),
})).filter

/** Filters of the regular-expression dialect, on one field. */
export const regexFilter: fc.Arbitrary<string> = fc
  .constantFrom(...leaves.filter(({ repeated }) => !repeated))
  .chain(({ path, field }) => {
    const pattern = ['string', 'enum', 'timestamp'].includes(field.type)
      ? fc.constantFrom('a.*', '(?i)PROD', '.*', '', '[a-z0-9-]+', 'debian-\\d+', '\\PL+', '2020-.*', 'READY|ACTIVE')
      : values(field)
    return fc
      .array(fc.tuple(fc.constantFrom(...REGEX_COMPARATORS), pattern), { minLength: 1, maxLength: 3 })
      .map((clauses) => clauses.map(([comparator, text]) => `(${path} ${comparator} "${text}")`).join(' '))
  })

/** A value that fits a field, or one time in a few some other JSON. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  const element = ((): fc.Arbitrary<unknown> => {
    switch (field.type) {
      case 'message':
        return messageOf(field.fields)
      case 'map':
        return fc.dictionary(word, word, { maxKeys: 4 })
      case 'string':
        return word
      case 'enum':
        return fc.constantFrom(...field.values, ...field.values.map((value) => value.toLowerCase()))
      case 'boolean':
        return fc.boolean()
      case 'timestamp':
        return instant
      case 'int64':
      case 'uint64':
      case 'uint32':
      case 'integer':
      case 'double':
        return fc.oneof(integer, fc.integer({ min: -2, max: 11 }))
    }
  })()
  const value = field.repeated ? fc.array(element, { maxLength: 3 }) : element
  return fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: fc.jsonValue() })
}

function messageOf(fields: Fields): fc.Arbitrary<unknown> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)])), {
    requiredKeys: [],
  })
}

/** Resources, most of whose fields fit the schema. */
export const image: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 20, arbitrary: messageOf(imageSchema.fields) },
  { weight: 1, arbitrary: fc.jsonValue() },
)
