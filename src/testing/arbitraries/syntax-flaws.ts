import fc from 'fast-check'
import type { DiagnosticCode } from '../../index.ts'
import { clauseComparators } from './comparators.ts'
import { type Flaw, oneOf, overLimit, text, times, word } from './flaw.ts'

export type SyntaxCode = Extract<
  DiagnosticCode,
  | 'unexpected-character'
  | 'unexpected-token'
  | 'unexpected-end'
  | 'unterminated-string'
  | 'invalid-escape'
  | 'needs-quotes'
  | 'too-long'
  | 'too-deep'
  | 'too-many-terms'
>

/** Texts that cannot be read, and so have no tree. Those over a limit are over it by one at least. */
export const syntaxFlaws: { readonly [C in SyntaxCode]: readonly Flaw[] } = {
  'unexpected-character': [
    ['AIP-160', ({ path }) => text`${path('string')} =${invisible}${word}`],
    ['AIP-160', ({ path }) => text`${path('string')} = ${word}${invisible}${word}`],
    ['AIP-160', ({ path }) => text`${path('string')}${invisible}= ${word}`],
    ['clause', ({ path }) => text`${path('string')} eq ${word}${invisible}${word}`],
    ['clause', ({ path }) => text`${path('string')} ${invisible}eq ${word}`],
    ['AIP-160', ({ path }) => text`${path('string')} = ${word}, ${word}`],
    ['AIP-160', ({ path }) => text`${path('string')}${oneOf('.', '..x')} = ${word}`],
    ['AIP-160', ({ path }) => text`${path('string')} = ${word}${oneOf('"x"', "'x'")}`],
  ],
  'unexpected-token': [
    ['AIP-160', ({ path }) => text`${path('string')} ${oneOf('==', '~', '!~', '<>', '=~', '= =', '=>')} ${word}`],
    [
      'AIP-160',
      ({ path }) =>
        text`${path('string')} = a ${oneOf('&&', '||', 'AND AND', 'OR AND', 'AND OR')} ${path('string')} = b`,
    ],
    ['whole', ({ path }) => text`${oneOf('AND ', 'OR ', 'NOT NOT ', 'NOT -', '!')}${path('string')} = ${word}`],
    ['AIP-160', ({ path }) => text`${path('string')} = ${oneOf('AND', 'NOT', '()', '(a AND)', '(OR a)')}`],
    ['whole', ({ path }) => path('string').map((name) => `${name} eq x ${name} eq y`)],
    ['whole', ({ path }) => text`${path('string')} = ${word})`],
  ],
  'unexpected-end': [
    [
      'end',
      ({ path }) =>
        text`${path('string')} ${oneOf('=', '!=', '= a AND', '= a OR', '= (a', '= a AND (', '= (a OR', '= a OR NOT')}`,
    ],
  ],
  'unterminated-string': [
    ['end', ({ path }) => text`${path('string')} ${oneOf('=', '!=', '<')} ${oneOf('"', "'", '"\\\\\\"')}${word}`],
    ['whole', ({ path }) => text`${path('string')} ${oneOf(...clauseComparators)} ${oneOf('"', "'")}${word}`],
  ],
  'invalid-escape': [
    ['AIP-160', ({ path }) => text`${path('string')} = "${word}${invalidEscapes} ${word}"`],
    ['AIP-160', ({ path }) => text`${path('string')} = '${invalidEscapes}'`],
    ['AIP-160', ({ path }) => text`${path('string')} = ${word}${unquotedEscapes}`],
    ['AIP-160', ({ path }) => text`${path('string')}${oneOf('\\q', '\\-a')} = ${word}`],
  ],
  'needs-quotes': [
    ['AIP-160', ({ path }) => text`${path('string')} ${oneOf('=', '!=', ':', '<')} ${word}${needsQuotes}${word}`],
    ['AIP-160', ({ path }) => text`${path('string')} = (${word} OR ${word}${needsQuotes})`],
    ['AIP-160', ({ path }) => text`${path('string')} = ${oneOf('[a]', '{a}', 'a]', 'https://a/b', '12:30')}`],
    ['AIP-160', ({ path }) => text`${path('map')}:${word}${oneOf('=', ':')}${word}`],
  ],
  'too-long': [
    ['whole', ({ path }) => text`${path('string')} = a${times(8192, 9000, 'b')}`],
    // Fewer characters than the limit, and more UTF-16 units.
    ['whole', ({ path }) => text`${path('string')} = "${times(4096, 4400, '😀')}"`],
    [
      'whole',
      ({ path }) => fc.tuple(path('string'), overLimit(8193, 9000)).map(([name, most]) => `${name} = a`.padEnd(most)),
    ],
  ],
  'too-deep': [
    ['whole', ({ path }) => nested(path('string'), (name, open, close) => `${open}${name} = a${close}`)],
    ['whole', ({ path }) => nested(path('string'), (name, open, close) => `${name} = ${open}a${close}`)],
    ['whole', ({ path }) => nested(path('string'), (name, open, close) => `${open}${name} eq a${close}`)],
  ],
  'too-many-terms': [
    ['whole', ({ path }) => text`${path('string')} = (a${times(1000, 1100, ' OR b')})`],
    [
      'whole',
      ({ path }) => fc.tuple(path('string'), times(1000, 1100, ' _=1')).map(([name, all]) => `${name}=1${all}`),
    ],
  ],
}

/** What is neither text nor white space outside quotes. */
const invisible = oneOf('\u00a0', '\u0085', '\v', '\0', '\u007f', '\u001b')

const needsQuotes = oneOf(':', '=', '<', '>', '!', '~', '[', ']', '{', '}', '==', '!=')

const unquotedEscapes = oneOf('\\d', '\\q', '\\-', '\\9', '\\400', '\\ud800', '\\')

const invalidEscapes = oneOf(
  ...['\\d', '\\q', '\\-', '\\ ', '\\X41', '\\x1', '\\9', '\\400', '\\08', '\\u12', '\\ud800', '\\U00110000'],
)

const nested = (
  path: fc.Arbitrary<string>,
  build: (name: string, open: string, close: string) => string,
): fc.Arbitrary<string> =>
  fc.tuple(path, overLimit(65, 85)).map(([name, depth]) => build(name, '('.repeat(depth), ')'.repeat(depth)))
