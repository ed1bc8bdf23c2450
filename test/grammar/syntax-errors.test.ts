import { describe, expect, it } from 'vitest'
import { type DiagnosticCode, type Diagnostic, FilterError, parse } from '../../src/index.ts'
import { marked } from '../marked.ts'

/** [filter with the place of the error, message, help] */
type Row = readonly [source: string, message: string, help?: string]

function errorOf(text: string): Diagnostic | undefined {
  try {
    parse(text)
  } catch (error) {
    expect(error).toBeInstanceOf(FilterError)
    const { diagnostics } = error as FilterError
    expect(diagnostics).toHaveLength(1)
    return diagnostics[0]
  }
  return undefined
}

function expectErrors(code: DiagnosticCode, rows: readonly Row[]): void {
  it.each(rows.map(([source, message, help]) => ({ source, message, help })))(
    '$source',
    ({ source, message, help }) => {
      const { text, span } = marked(source)
      const { related, ...error } = errorOf(text) ?? {}
      expect(error).toMatchObject({ code, severity: 'error', message, span })
      expect('help' in error ? error.help : undefined).toBe(help)
      expect(related === undefined).toBe(code !== 'unexpected-end' || !text.includes('('))
    },
  )
}

const negates = 'write `-` directly before the field or parenthesis that it negates'
const noSpace = 'remove the white space around the dot'
const afterQuote = 'put white space after the closing quote'
const doubled = 'inside quotes, write `\\"` for a quote'
const wholeWord = 'put the whole word in quotes'
const alternatives = 'write one comparison for each value, or `FIELD = (A OR B)`'

describe('unexpected-character', () => {
  expectErrors('unexpected-character', [
    ['<|,|>', 'unexpected `,`', alternatives],
    ['a<|,|> b = 1', 'unexpected `,`', 'replace the comma with `AND`'],
    ['a = b<|,|>c', 'unexpected `,`', 'to compare with several values, write `a = (b OR c)`'],
    ['a = b <|,|>', 'unexpected `,`', 'remove the comma'],
    ['(a = b<|,|>)', 'unexpected `,`', 'remove the comma'],
    ['a = <|,|>', 'unexpected `,`', alternatives],
    ['a eq<|,|>b', 'unexpected `,`', alternatives],
    ['<|-|> a = 1', 'unexpected `-`', negates],
    ['<|-|>-a = 1', 'unexpected `-`', 'to negate twice, write `NOT (NOT …)`'],
    ['<|-|>.a = 1', 'unexpected `-`', negates],
    ['<|-|>= 1', 'unexpected `-`', negates],
    ['(<|-|>)', 'unexpected `-`', negates],
    ['a = 1 <|-|> b = 2', 'unexpected `-`', negates],
    ['a = (<|-|>)', 'unexpected `-`', negates],
    ['a = (<|-|> b)', 'unexpected `-`', negates],
    ['a = (b <|-|> c)', 'unexpected `-`', negates],
    ['f(<|-|>, a)', 'unexpected `-`', negates],
    ['<|.|>a = 1', 'unexpected `.`'],
    ['a.<|.|>b = 1', 'unexpected `.`'],
    ['a = 1 AND <|.|>b', 'unexpected `.`'],
    ['(<|.|>)', 'unexpected `.`'],
    ['f(a)<|.|>b = 1', 'unexpected `.`'],
    ['(a)<|.|>b = 1', 'unexpected `.`'],
    ['a AND<|,|> b', 'unexpected `,`', alternatives],
    ['a <|.|>b = 1', 'unexpected `.`', noSpace],
    ['"a" <|.|>b = 1', 'unexpected `.`', noSpace],
    ['a.b\n<|.|>c = 1', 'unexpected `.`', noSpace],
    ['a.<| |>b = 1', 'unexpected ` `', noSpace],
    ['a.<|\t|>= 1', 'unexpected `\\t`', noSpace],
    ['a.<|(|>b)', 'unexpected `(`'],
    ['a.<|)|>', 'unexpected `)`'],
    ['a.<|=|> 1', 'unexpected `=`'],
    ['a.<|,|>', 'unexpected `,`', alternatives],
    ['a<|"|>b" = 1', 'unexpected `"`', wholeWord],
    ["a.b<|'|>c' = 1", "unexpected `'`", wholeWord],
    ['a = b<|"|>', 'unexpected `"`', "put it in quotes: `'b\"'`"],
    ['a = b<|"|>c"', 'unexpected `"`', wholeWord],
    ["a = (b<|'|>c')", "unexpected `'`", wholeWord],
    ['a = b.c<|"|>d"', 'unexpected `"`', wholeWord],
    ['a-<|"|>b"', 'unexpected `"`', wholeWord],
    ['a eq<|"|>b"', 'unexpected `"`', wholeWord],
    ['NOT<|"|>a" = 1', 'unexpected `"`', wholeWord],
    ['"a"<|b|> = 1', 'unexpected `b`', afterQuote],
    ['"a"<|"|>b" = 1', 'unexpected `"`', doubled],
    ['a."b"<|c|> = 1', 'unexpected `c`', afterQuote],
    ['a = "b"<|c|>', 'unexpected `c`', afterQuote],
    ['a = "b"<|"|>c"', 'unexpected `"`', doubled],
    [`a = "b"<|'|>c'`, "unexpected `'`", afterQuote],
    ['a = "b"<|=|>', 'unexpected `=`', afterQuote],
    ['a="b"<|A|>ND c=1', 'unexpected `A`', afterQuote],
    ['a = ("b"<|c|>)', 'unexpected `c`', afterQuote],
    ['a = "b"<|😀|>', 'unexpected `😀`', afterQuote],
    ['"a"<|e|>q b', 'unexpected `e`', afterQuote],
    ['a eq "b"<|c|>', 'unexpected `c`', afterQuote],
    ['a eq "b"<|(|>c)', 'unexpected `(`', afterQuote],
    ["(a eq 'b'<|c|>)", 'unexpected `c`', afterQuote],
    ['(a eq "b"<|"|>c")', 'unexpected `"`', afterQuote],
  ])
})

const quoteKeyword = (keyword: string) => `to use \`${keyword}\` as a value, put it in quotes: \`"${keyword}"\``
const quoteValue = 'if the value begins with a comparator, put it in quotes'
const valuesOnly = 'parentheses after a comparator can contain only values: `FIELD = (A OR B)`'
const doNotStack = 'to negate twice, write `NOT (NOT …)`'
const nothingOpen = 'no parenthesis is open here: remove it'

describe('unexpected-token: operators of other languages', () => {
  expectErrors('unexpected-token', [
    [
      'a <|~|> b',
      'unexpected `~`',
      'only gcloud has `~`: write `a eq ".*b.*"`, since a pattern must match the whole field',
    ],
    [
      'a <|~|>"b"',
      'unexpected `~`',
      'only gcloud has `~`: write `a eq ".*b.*"`, since a pattern must match the whole field',
    ],
    [
      'a <|!~|> b',
      'unexpected `!~`',
      'only gcloud has `!~`: write `a ne ".*b.*"`, since a pattern must match the whole field',
    ],
    [
      'a<|!~|>b',
      'unexpected `!~`',
      'only gcloud has `!~`: write `a ne ".*b.*"`, since a pattern must match the whole field',
    ],
    ['a <|==|> b', 'unexpected `==`', 'write `=`'],
    ['a<|==|>b', 'unexpected `==`', 'write `=`'],
    ['a <|===|> b', 'unexpected `===`', 'write `=`'],
    ['a <|==|> = b', 'unexpected `==`', 'write `=`'],
    ['a <|<>|> b', 'unexpected `<>`', 'write `!=`'],
    ['a = b <|&&|> c = d', 'unexpected `&&`', 'write `AND`'],
    ['(a = b)<|&&|>(c = d)', 'unexpected `&&`', 'write `AND`'],
    ['<|!|>a = b', 'unexpected `!`', 'write `NOT` or `-`'],
    ['<|!|>(a = b)', 'unexpected `!`', 'write `NOT` or `-`'],
  ])

  it('||', () => {
    expect(errorOf('a = b || c = d')).toEqual({
      code: 'unexpected-token',
      severity: 'error',
      message: 'unexpected `||`',
      span: { start: 6, end: 8 },
      details: { token: '||' },
      help: 'write `OR`',
    })
  })
})

describe('unexpected-token: comparators', () => {
  expectErrors('unexpected-token', [
    ['a =<|>|> 1', 'unexpected `>`', 'write `>=`'],
    ['a =<|<|> 1', 'unexpected `<`', 'write `<=`'],
    ['a =<|!|> 1', 'unexpected `!`', 'write `!=`'],
    ['a = <|!|>b', 'unexpected `!`', 'write `!=`'],
    ['a :<|=|> 1', 'unexpected `=`', 'write `=` or `:`'],
    ['a !=<|=|> 1', 'unexpected `=`', 'write `!=`'],
    ['a ><|>|> 1', 'unexpected `>`', quoteValue],
    ['a = <|=|>', 'unexpected `=`', 'write `=` once'],
    ['a = <|:=<|>b', 'unexpected `:=<`', quoteValue],
    ['a = (<|=|> b)', 'unexpected `=`', quoteValue],
    ['f(<|=|> b)', 'unexpected `=`', quoteValue],
    ['a = (b <|=|> c)', 'unexpected `=`', valuesOnly],
    ['a = (b OR <|!=|> c)', 'unexpected `!=`', valuesOnly],
    ['a = (f(b) <|:|>c)', 'unexpected `:`', valuesOnly],
    ['NOT(a <|=|> 1)', 'unexpected `=`', 'put white space after `NOT`'],
    ['a = 1 eq(b <|=|> 1)', 'unexpected `=`', 'put white space after `eq`'],
    ['a = NOTHING(b <|=|> 1)', 'unexpected `=`', 'put white space before a group'],
    ['f(a <|=|> 1)', 'unexpected `=`', 'put white space before a group'],
    ['<|=|> 1', 'unexpected `=`'],
    ['a = b <|=|> c', 'unexpected `=`'],
    ['a = b<|&&|>c = d', 'unexpected `&&`', 'write `AND`'],
    ['a AND <|=|> 1', 'unexpected `=`', 'write a comparison after `AND`'],
    ['a eq b <|=|> c', 'unexpected `=`'],
  ])
})

describe('unexpected-token: keywords and signs', () => {
  expectErrors('unexpected-token', [
    ['<|AND|>', 'unexpected `AND`', 'write a comparison before `AND`'],
    ['<|OR|> a', 'unexpected `OR`', 'write a comparison before `OR`'],
    ['(<|OR|> a)', 'unexpected `OR`', 'write a comparison before `OR`'],
    ['a AND <|AND|> b', 'unexpected `AND`', 'write a comparison before `AND`'],
    ['a OR <|AND|> b', 'unexpected `AND`', 'write a comparison before `AND`'],
    ['NOT <|OR|> b', 'unexpected `OR`', 'write a comparison before `OR`'],
    ['<|AND|> = 1', 'unexpected `AND`', 'write a comparison before `AND`'],
    ['a = (<|AND|> b)', 'unexpected `AND`', 'write a comparison before `AND`'],
    ['a = (b OR <|OR|> c)', 'unexpected `OR`', 'write a comparison before `OR`'],
    ['NOT <|NOT|> a', 'unexpected `NOT`', doNotStack],
    ['-<|NOT|> a', 'unexpected `NOT`', doNotStack],
    ['NOT <|-|>a', 'unexpected `-`', doNotStack],
    ['a = (NOT <|NOT|> b)', 'unexpected `NOT`', doNotStack],
    ['a = (NOT <|-|>b)', 'unexpected `-`', doNotStack],
    ['a = (-<|-|>b)', 'unexpected `-`', doNotStack],
    ['a = <|AND|>', 'unexpected `AND`', quoteKeyword('AND')],
    ['a:<|OR|> b', 'unexpected `OR`', quoteKeyword('OR')],
    ['a != <|NOT|> b = 1', 'unexpected `NOT`', quoteKeyword('NOT')],
    ['a = <|NOT|>(b)', 'unexpected `NOT`', quoteKeyword('NOT')],
    ['(a = <|AND|>)', 'unexpected `AND`', quoteKeyword('AND')],
  ])
})

describe('unexpected-token: parentheses and commas', () => {
  expectErrors('unexpected-token', [
    ['<|)|>', 'unexpected `)`', nothingOpen],
    ['a = 1<|)|>', 'unexpected `)`', nothingOpen],
    ['(a = 1)<|)|>', 'unexpected `)`', nothingOpen],
    ['f(a)<|)|>', 'unexpected `)`', nothingOpen],
    ['a eq "b"<|)|>', 'unexpected `)`', nothingOpen],
    ['(a eq b)<|)|>', 'unexpected `)`', nothingOpen],
    ['(<|)|>', 'unexpected `)`'],
    ['a = (<|)|>', 'unexpected `)`'],
    ['f(a,<|)|>', 'unexpected `)`'],
    ['a OR <|)|>', 'unexpected `)`', 'write a comparison after `OR`'],
    ['(a OR<|)|>', 'unexpected `)`', 'write a comparison after `OR`'],
    ['(NOT <|)|>', 'unexpected `)`', 'write a comparison after `NOT`'],
    ['a = (b AND<|)|>', 'unexpected `)`', 'write a comparison after `AND`'],
    ['a =<|)|>', 'unexpected `)`', 'write a value after `=`; the empty value is `""`'],
    ['(a !=<|)|>', 'unexpected `)`', 'write a value after `!=`; the empty value is `""`'],
    ['(a eq<|)|>', 'unexpected `)`', 'write a pattern after `eq`; the empty pattern is `""`'],
    ['(a ne <|)|>b)', 'unexpected `)`', 'write a pattern after `ne`; the empty pattern is `""`'],
    ['a = (b<|,|> c)', 'unexpected `,`', 'only gcloud has lists with commas: write `a = (b OR c)`'],
    ['a = (b OR c<|,|>)', 'unexpected `,`', 'only gcloud has lists with commas: write `a = (b OR c)`'],
    ['a = ("b"<|,|>"c")', 'unexpected `,`', 'only gcloud has lists with commas: write `a = ("b" OR "c")`'],
    ['f((a<|,|> b))', 'unexpected `,`', 'write `OR` between values'],
    ['a = (b OR<|,|>)', 'unexpected `,`', 'write a comparison after `OR`'],
    ['f(<|,|>)', 'unexpected `,`'],
    ['f(a,<|,|>b)', 'unexpected `,`'],
    ['f(a <|b|>)', 'unexpected `b`'],
    ['(NOT<|)|>', 'unexpected `)`', 'write a comparison after `NOT`'],
    ['a = (NOT<|)|>', 'unexpected `)`', 'write a comparison after `NOT`'],
    ['a = (NOT<|,|> b)', 'unexpected `,`', 'write a comparison after `NOT`'],
    ['f(<|NOT|>, a)', 'unexpected `NOT`'],
    ['f(<|-|>a)', 'unexpected `-`'],
    ['f(a, <|AND|>, b)', 'unexpected `AND`'],
    ['f(a <|OR|> b)', 'unexpected `OR`'],
  ])
})

describe('unexpected-end', () => {
  expectErrors('unexpected-end', [
    ['NOT<||>', 'unexpected end of the filter', 'write a comparison after `NOT`'],
    ['-<||>', 'unexpected end of the filter', 'write a comparison after `-`'],
    ['a AND<||>', 'unexpected end of the filter', 'write a comparison after `AND`'],
    ['a = 1 OR <||>', 'unexpected end of the filter', 'write a comparison after `OR`'],
    ['a =<||>', 'unexpected end of the filter', 'write a value after `=`; the empty value is `""`'],
    ['a: \n<||>', 'unexpected end of the filter', 'write a value after `:`; the empty value is `""`'],
    ['a eq<||>', 'unexpected end of the filter', 'write a pattern after `eq`; the empty pattern is `""`'],
    ['a ne  <||>', 'unexpected end of the filter', 'write a pattern after `ne`; the empty pattern is `""`'],
    ['a.<||>', 'unexpected end of the filter', 'write a field after `.`'],
    ['a."b".<||>', 'unexpected end of the filter', 'write a field after `.`'],
    ['(<||>', 'unexpected end of the filter', 'close the parenthesis with `)`'],
    ['(a = 1<||>', 'unexpected end of the filter', 'close the parenthesis with `)`'],
    ['a = (b OR c<||>', 'unexpected end of the filter', 'close the parenthesis with `)`'],
    ['f(a,<||>', 'unexpected end of the filter', 'close the parenthesis with `)`'],
    ['(a eq b (c)<||>', 'unexpected end of the filter', 'close the parenthesis with `)`'],
    ['(a eq "b"<||>', 'unexpected end of the filter', 'close the parenthesis with `)`'],
    ['(a = 1 AND<||>', 'unexpected end of the filter', 'write a comparison after `AND`'],
    ['a = (-<||>', 'unexpected end of the filter', 'write a comparison after `-`'],
  ])

  it.each([
    '<|(|>a = 1',
    '<|(|>a = 1 AND (b = 2)',
    '(a = 1) AND <|(|>b',
    '((a) (b) <|(|>c',
    'a = <|(|>b OR (c)',
    'a = (b <|f(|>c',
    '<|f.g(|>a, h(b)',
    '(a = <|f(|>b, (c)',
    '(a eq b) <|(|>c eq d',
    '<|(|>a AND',
  ])('points at the innermost parenthesis that is open: %s', (source) => {
    const { text, span } = marked(source)
    expect(errorOf(text)).toMatchObject({ code: 'unexpected-end', related: [{ message: 'opened here', span }] })
  })
})

describe('unterminated-string', () => {
  const rows = (quote: string): Row[] =>
    [
      [
        '<|Q|>',
        '<|Qa = 1|>',
        'a.<|Qb|>',
        'a = <|Qb|>',
        'a = (b OR <|Qc)|>',
        'f(<|Qa)|>',
        'a = <|Qb\\Q|>',
        'a = <|Qb\\|>',
      ],
      ['a = "c" <|Qb|>', 'a eq <|Qb|>', '(a eq <|Qb)|>', 'a eq <|Q\\Q|>', '(a ne b) (c eq <|Qd|>', 'a = <|Qb\n\nc|>'],
    ]
      .flat()
      .map((source) => [source.replaceAll('Q', quote), 'the quote is never closed', `close it with \`${quote}\``])
  expectErrors('unterminated-string', rows('"'))
  expectErrors('unterminated-string', rows("'"))
})

describe('invalid-escape', () => {
  expectErrors('invalid-escape', [
    ['a = b<|\\q|>', 'invalid escape `\\q`', 'put it in quotes: `"b\\\\q"`'],
    ['a = bc<|\\|>', 'invalid escape `\\`', 'put it in quotes: `"bc\\\\"`'],
    ['a = bc<|\\-|>d', 'invalid escape `\\-`', 'remove the backslash: `bc-d`'],
  ])

  const row = (source: string): Row => [
    source,
    `invalid escape \`${/<\|(.+?)\|>/u.exec(source)?.[1] ?? ''}\``,
    'remove the backslash, or write `\\\\` for a backslash',
  ]
  expectErrors(
    'invalid-escape',
    [
      [
        'a = "<|\\q|>"',
        "a = '<|\\q|>'",
        '"<|\\q|>" = 1',
        'a."b<|\\d|>c" = 1',
        'a = ("b" OR "<|\\-|>")',
        'f("<|\\s|>")',
      ],
      [
        'a = "\\n\\x41<|\\d|>\\d"',
        'a = "<|\\ |>"',
        'a = "<|\\x|>"',
        'a = "<|\\x|>4"',
        'a = "<|\\x|>g0"',
        'a = "<|\\X|>4g"',
      ],
      ['a = "<|\\0|>"', 'a = "<|\\1|>8"', 'a = "<|\\0|>8"', 'a = "<|\\4|>00"', 'a = "<|\\8|>"', 'a = "<|\\9|>99"'],
      ['a = "<|\\u|>12"', 'a = "<|\\u|>{41}"', 'a = "<|\\u|>d800"', 'a = "<|\\u|>DFFF"', 'a = "<|\\u|>d83d\\ude00"'],
      ['a = "<|\\U|>1F600"', 'a = "<|\\U|>00110000"', 'a = "<|\\U|>0000d800"', 'a = "<|\\U|>10000000"'],
      ['a = "<|\\😀|>"', 'a = "<|\\é|>"', 'a = "b" "<|\\q|>"', 'a = "<|\\q|>"b'],
    ]
      .flat()
      .map(row),
  )
})

it('reports only the first error', () => {
  for (const text of ['a == b == c', 'a = = "\\q" )', ') , "', 'a.. ..', '- - -']) {
    expect(errorOf(text)?.span.start).toBeLessThan(7)
  }
})
