import fc from 'fast-check'
import type { DiagnosticCode, HintCode } from '../../index.ts'
import { clauseComparators } from './comparators.ts'
import { among, type Flaw, oneOf, text, word } from './flaw.ts'
import type { SyntaxCode } from './syntax-flaws.ts'

const numbers = ['int64', 'uint64', 'uint32', 'integer', 'double'] as const
const orders = oneOf('<', '<=', '>', '>=')
const equals = oneOf('=', '!=', ':')
const clause = oneOf(...clauseComparators)

/** What filters are rejected with. `engine-missing` tells of the program around a filter. */
export type FilterCode = Exclude<DiagnosticCode, HintCode | 'engine-missing'>

/** Texts that can be read, and are rejected by what they mean. */
export const meaningFlaws: { readonly [C in Exclude<FilterCode, SyntaxCode>]: readonly Flaw[] } = {
  'mixed-dialects': [
    [
      'clause',
      ({ path }) =>
        text`(${path('string')} ${clause} ${word}) (${path('string')} ${oneOf('=', '!=', ':', '<')} ${word})`,
    ],
    ['clause', ({ path }) => text`(${path('string')} = ${word})((${path('string')} ${clause} ${word}))`],
  ],
  'operator-in-regex-dialect': [
    ['whole', ({ path }) => operators(path('string'))],
    ['whole', ({ path }) => text`${oneOf('NOT ', '-', 'NOT (', '-(')}${path('string')} ${clause} a`.map(closed)],
  ],
  'multiple-fields': [
    ['clause', ({ paths }) => two(paths('string'), (one, other) => `(${one} eq a.*) (${other} eq b.*)`)],
    ['clause', ({ paths }) => two(paths('string'), (one, other) => `(${one} eq a)((${one} ne x)(${other} ne b))`)],
  ],
  'missing-comparator': [
    ['AIP-160', () => word],
    ['AIP-160', () => text`"${word}"`],
    ['AIP-160', ({ path }) => path('string')],
    ['AIP-160', ({ path }) => text`${path('string')} = a ${oneOf('and', 'or', 'b')} ${path('string')} = b`],
  ],
  'unknown-function': [
    ['AIP-160', () => text`${word}(${word}, ${word})`],
    ['AIP-160', ({ path }) => text`${path('string')} = ${word}(a)`],
    ['AIP-160', () => text`${word}.${word}() != b`],
  ],
  'unknown-field': [
    ['AIP-160', ({ unknown }) => text`${unknown()} ${oneOf('=', '!=', ':', '<')} ${word}`],
    ['clause', ({ unknown }) => text`${unknown()} ${clause} ${word}`],
    ['AIP-160', ({ path }) => text`${path('message')}:noSuchField`],
  ],
  'not-traversable': [
    ['AIP-160', ({ scalar }) => text`${scalar()}.${word} ${oneOf('=', ':', '<')} ${word}`],
    ['clause', ({ scalar }) => text`${scalar()}.${word} ${clause} ${word}`],
  ],
  indexing: [['AIP-160', ({ path }) => text`${path('array')}${oneOf('[0]', '.0', '[*]', '.17')}:${word}`]],
  'repeated-needs-has': [
    [
      'AIP-160',
      ({ path, wrongOnRepeated }) => text`${path('array', 'inside array')} ${oneOf(...wrongOnRepeated)} ${word}`,
    ],
  ],
  'not-atomic': [['clause', ({ path }) => text`${path('array', 'inside array', 'message', 'map')} ${clause} ${word}`]],
  'comparator-type': [
    ['AIP-160', ({ path }) => text`${path('boolean')} ${orders} true`],
    ['AIP-160', ({ path }) => text`${path('enum')} ${orders} READY`],
    ['AIP-160', ({ path }) => text`${path('message', 'map')} ${oneOf('=', '!=', '<')} ${word}`],
  ],
  'literal-type': [
    ['AIP-160', ({ path }) => text`${path(...numbers)} ${oneOf('=', '!=', '<', '>')} ${among('10', wrongNumbers)}`],
    ['AIP-160', ({ path }) => text`${path('boolean')} ${equals} ${among('true', oneOf('yes', '1', 't', '"tr*"'))}`],
    ['AIP-160', ({ path }) => text`${path('string')} ${orders} ${oneOf('a*', '"*"', '(a OR b*)')}`],
    ['AIP-160', ({ path }) => text`${path('map')}:${oneOf('o*', '*r', '"o*r"', '(a OR o*)')}`],
    ['clause', ({ path }) => text`${path(...numbers, 'boolean')} ${clause} ${oneOf('ten', '"1*"', '.*')}`],
  ],
  'unknown-enum-value': [
    ['AIP-160', ({ path, wrongEnumValues }) => text`${path('enum')} ${equals} ${oneOf(...wrongEnumValues)}`],
  ],
  'invalid-timestamp': [
    [
      'AIP-160',
      ({ path }) =>
        text`${path('timestamp')} ${oneOf('=', '!=', '<', '>=')} ${among('2021-01-01T00:00:00Z', wrongInstants)}`,
    ],
  ],
  'invalid-pattern': [
    ['clause', ({ path }) => text`${path('string', 'enum', 'timestamp')} ${clause} ${wrongPatterns}`],
  ],
  'pattern-too-complex': [['clause', ({ path }) => text`${path('string')} ${clause} ${complexPatterns}`]],
}

const wrongNumbers = oneOf('ten', '1.5.2', '0x10', '"1*"', '10*', '*', '1_0', '"1 "', '""', '١')

const wrongInstants = oneOf(
  ...['2021-01-01', '2021-02-30T00:00:00Z', '2021-01-01T00:00:00', 'yesterday', '*', '2021-01-01T24:00:00Z'],
  ...['2021-01-01T00:00:61Z', '2021-01-01T00:00:00+24:00', '2021-13-01T00:00:00Z', '2021-01-01T00:00:00.0000000001Z'],
)

const wrongPatterns = oneOf('"a)|(b"', '"(a"', '"[a"', 'a**', '(?=a)', '*a', '\\1', '\\cA', 'a{1001}', '(?<=a)b')

/** Each is longer than the limit, the first by one. What else is too much depends on the implementation. */
const complexPatterns = oneOf('a'.repeat(1025), `(${'ab|'.repeat(342)}c)`, `[ab]{2}${'b'.repeat(1020)}`)

const operators = (path: fc.Arbitrary<string>) =>
  fc
    .tuple(path, oneOf('(x eq a) AND (x ne b)', '(x eq a) OR (x ne b)', '(x ne a) ((x ne b) OR (x eq c))'))
    .map(([name, form]) => form.replaceAll('x', name))

const closed = (text: string): string => (text.includes('(') ? `${text})` : text)

const two = (paths: fc.Arbitrary<readonly string[]>, build: (one: string, other: string) => string) =>
  paths.map(([one = '', other = '']) => build(one, other))
