import { describe, expect, it } from 'vitest'
import { endOfEnclosedLiteral } from '../../grammar/enclosed-literals.ts'
import { printLiteral, printName, printValue, type WordPosition } from '../../grammar/index.ts'
import { readLiteral, readName, readValue } from '../../grammar/literals.ts'
import { marked } from '../marked.ts'

describe('names', () => {
  it.each([
    ['a', 'a'],
    ['a\\.b', 'a.b'],
    ['a\\\\b\\x41', 'a\\bA'],
    ['"a.b"', 'a.b'],
    ["'a.b'", 'a.b'],
    ['"a\\"b"', 'a"b'],
    ['"a\\\\b"', 'a\\b'],
    ['""', ''],
    ['"a*b"', 'a*b'],
    ['"a\\*b"', 'a*b'],
    ['"\\a\\b\\f\\n\\r\\t\\v\\?\\\'"', "\x07\b\f\n\r\t\v?'"],
    ['"\\x41\\x42\\101\\u0043\\U00000044"', 'ABACD'],
    ['"\\U0001F600\\u00e9\\377"', '😀éÿ'],
    ['"\\.\\:\\=\\<\\>\\+\\~\\`"', '.:=<>+~`'],
    ['"\\x411\\u00411\\1011"', 'A1A1A1'],
  ])('%s is %j', (image, expected) => {
    expect(readName(image)).toBe(expected)
  })

  it.each([
    ['a', 'a', 'a'],
    ['a-b', 'a-b', 'a-b'],
    ['-a', '"-a"', '-a'],
    ['', '""', '""'],
    ['a.b', '"a.b"', '"a.b"'],
    ['a b', '"a b"', '"a b"'],
    ['a"b', '"a\\"b"', '"a\\"b"'],
    ["a'b", '"a\'b"', '"a\'b"'],
    ['a\\b', '"a\\\\b"', '"a\\\\b"'],
    ['a\\ b', '"a\\\\ b"', '"a\\\\ b"'],
    ['AND', '"AND"', 'AND'],
    ['OR', '"OR"', 'OR'],
    ['NOT', '"NOT"', 'NOT'],
    ['eq', '"eq"', 'eq'],
    ['ne', '"ne"', 'ne'],
    ['~', '"~"', '"~"'],
    ['&&', '"&&"', '"&&"'],
    ['a&b', 'a&b', 'a&b'],
    ['||', '"||"', '"||"'],
    ['a[0]', '"a[0]"', '"a[0]"'],
    ['a{b}', '"a{b}"', '"a{b}"'],
    ['a\u00a0b', '"a\u00a0b"', '"a\u00a0b"'],
    ['ANDY', 'ANDY', 'ANDY'],
    ['BAND', 'BAND', 'BAND'],
    ['eqx', 'eqx', 'eqx'],
    ['a=b', '"a=b"', '"a=b"'],
    ['a!b', '"a!b"', '"a!b"'],
    ['a\nb', '"a\\nb"', '"a\\nb"'],
    ['a\tb\r', '"a\\tb\\r"', '"a\\tb\\r"'],
    ['a\x00b', '"a\\x00b"', '"a\\x00b"'],
    ['a\x1fb', '"a\\x1fb"', '"a\\x1fb"'],
    ['a\x7fb', '"a\\x7fb"', '"a\\x7fb"'],
    ['a\x85b', '"a\\x85b"', '"a\\x85b"'],
    ['é😀', 'é😀', 'é😀'],
  ])('writes %j as %s, and as %s after a dot', (name, first, behindDot) => {
    expect(printName(name, true)).toBe(first)
    expect(printName(name, false)).toBe(behindDot)
    for (const printed of [first, behindDot]) expect(readName(printed)).toBe(name)
  })
})

describe('values', () => {
  it.each([
    ['a', ['a']],
    ['a*', ['a', '']],
    ['*', ['', '']],
    ['**', ['', '', '']],
    ['a*b*c', ['a', 'b', 'c']],
    ['a\\*b', ['a*b']],
    ['a\\\\*b', ['a\\', 'b']],
    ['a\\x5cb', ['a\\b']],
    ['a\\:b\\*\\x2a*', ['a:b**', '']],
    ['a\\\\b', ['a\\b']],
    ['a\\n*b', ['a\n', 'b']],
    ['"a"', ['a']],
    ['"a*"', ['a', '']],
    ['"a\\*b*"', ['a*b', '']],
    ['"a\\\\*b"', ['a\\', 'b']],
    ['"\\x2a*"', ['*', '']],
    ['"a\\nb"', ['a\nb']],
    ['"a\\nb*\\n"', ['a\nb', '\n']],
    ["'a*b'", ['a', 'b']],
    ['""', ['']],
  ])('%s is %j', (image, expected) => {
    expect(readValue(image)).toEqual(expected)
  })

  it.each([
    [['a'], 'a', 'a'],
    [[''], '""', '""'],
    [['', ''], '*', '*'],
    [['a', 'b'], 'a*b', 'a*b'],
    [['a*b'], 'a\\*b', 'a\\*b'],
    [['a*b', ''], 'a\\*b*', 'a\\*b*'],
    [['a\\'], 'a\\\\', 'a\\\\'],
    [['a\\', 'b'], 'a\\\\*b', 'a\\\\*b'],
    [['a\\b', 'c'], 'a\\\\b*c', 'a\\\\b*c'],
    [['a\\\\b'], 'a\\\\\\\\b', 'a\\\\\\\\b'],
    [['x', 'a\\\\b'], 'x*a\\\\\\\\b', 'x*a\\\\\\\\b'],
    [['a\\*b'], 'a\\\\\\*b', 'a\\\\\\*b'],
    [['a b'], '"a b"', '"a b"'],
    [['a b', 'c'], '"a b*c"', '"a b*c"'],
    [['a"b'], '"a\\"b"', '"a\\"b"'],
    [['a "b\\*'], '"a \\"b\\\\\\*"', '"a \\"b\\\\\\*"'],
    [['-a'], '-a', '"-a"'],
    [['-'], '-', '"-"'],
    [['-1'], '-1', '-1'],
    [['-', ''], '-*', '"-*"'],
    [['a-b'], 'a-b', 'a-b'],
    [['AND'], '"AND"', '"AND"'],
    [['~'], '"~"', '"~"'],
    [['||'], '"||"', '"||"'],
    [['a~'], '"a~"', '"a~"'],
    [['a&b|c'], 'a&b|c', 'a&b|c'],
    [['a&&b'], '"a&&b"', '"a&&b"'],
    [['a:b'], '"a:b"', '"a:b"'],
    [['2021-01-01T00:00:00Z'], '2021-01-01T00:00:00Z', '2021-01-01T00:00:00Z'],
    [['2021-01-01T00:00:00[x]'], '"2021-01-01T00:00:00[x]"', '"2021-01-01T00:00:00[x]"'],
    [['a\u00a0b'], '"a\u00a0b"', '"a\u00a0b"'],
    [['=a'], '"=a"', '"=a"'],
    [['a=b'], '"a=b"', '"a=b"'],
    [['a,b'], '"a,b"', '"a,b"'],
    [['a\nb'], '"a\\nb"', '"a\\nb"'],
    [['a\x01', 'b'], '"a\\x01*b"', '"a\\x01*b"'],
    [['a\x7fb'], '"a\\x7fb"', '"a\\x7fb"'],
  ] as const)('writes %j as %s, and as %s inside parentheses', (parts, open, enclosed) => {
    expect(printValue(parts, 'outer')).toBe(open)
    expect(printValue(parts, 'enclosed')).toBe(enclosed)
    for (const printed of [open, enclosed]) expect(readValue(printed)).toEqual(parts)
  })
})

describe('literals', () => {
  it.each([
    ['a', 'a'],
    ['a\\"b', 'a\\"b'],
    ['"a"', 'a'],
    ["'a'", 'a'],
    ['""', ''],
    ['"a\\"b"', 'a"b'],
    ['"a\\\'b"', "a\\'b"],
    ["'a\\'b'", "a'b"],
    ["'a\\\"b'", 'a\\"b'],
    ['"a\\\\"', 'a\\\\'],
    ['"a\\\\\\"b"', 'a\\\\"b'],
    ['"\\d\\n"', '\\d\\n'],
    ['"a\\\nb"', 'a\\\nb'],
  ])('%s is %j', (image, expected) => {
    expect(readLiteral(image)).toBe(expected)
  })

  const both = '\\"\\\''
  it.each([
    ['a', 'outer', 'a'],
    ['a', 'enclosed', '"a"'],
    ['a', 'alone', 'a'],
    ['', 'outer', '""'],
    ['', 'enclosed', '""'],
    ['', 'alone', '""'],
    ['a b', 'outer', '"a b"'],
    ['a b', 'alone', '"a b"'],
    ['a\tb', 'outer', '"a\tb"'],
    ['a\nb', 'outer', '"a\nb"'],
    ['a\rb', 'outer', '"a\rb"'],
    ['a"b', 'outer', 'a"b'],
    ['"b', 'outer', '"\\"b"'],
    ["'b", 'outer', '"\'b"'],
    ['a"b', 'enclosed', '"a\\"b"'],
    ["a'b", 'enclosed', '"a\'b"'],
    ['a\\"b', 'enclosed', "'a\\\"b'"],
    ["a\\'b", 'enclosed', '"a\\\'b"'],
    [both, 'outer', both],
    [both, 'enclosed', undefined],
    [both, 'alone', both],
    [`${both} a`, 'outer', undefined],
    [`${both} a`, 'enclosed', undefined],
    [`${both} a`, 'alone', `${both} a`],
    ['(a|b)', 'alone', '(a|b)'],
    [')', 'outer', ')'],
    [')', 'alone', '")"'],
    ['a)', 'alone', '"a)"'],
    ['(', 'alone', '"("'],
    ['[a', 'alone', '"[a"'],
    ['[a]', 'alone', '[a]'],
    ['[)]', 'alone', '[)]'],
    ['\\)', 'alone', '\\)'],
    ['a\\', 'alone', undefined],
    [` ${both}`, 'alone', undefined],
    [`${both} `, 'alone', undefined],
    [`"${both} a`, 'alone', undefined],
    ['a\\', 'outer', 'a\\'],
    ['a\\', 'enclosed', undefined],
    ['a\\\\', 'enclosed', '"a\\\\"'],
    ['a', 'last', '"a"'],
    [both, 'last', both],
    [`${both} a`, 'last', `${both} a`],
    ['a\\', 'last', undefined],
  ] as const satisfies readonly (readonly [string, WordPosition, string | undefined])[])(
    'writes %j %s as %s',
    (literal, surroundings, expected) => {
      const printed = printLiteral(literal, surroundings)
      expect(printed).toBe(expected)
      if (printed !== undefined) expect(readLiteral(printed)).toBe(literal)
    },
  )
})

describe('the end of a literal inside parentheses', () => {
  it.each([
    '<|a|>)',
    '<|a|>) (b eq c)',
    '<|a b|>)',
    '<|a b|> \t\r\n )',
    '<||>)',
    '<||> )',
    '<|(a)|>)',
    '<|(a ) b|>)',
    '<|((a))|>)',
    '<|a\\)b|>)',
    '<|\\(|>)',
    '<|\\\\|>)',
    '<|a\\|>',
    '<|a|>\0b)',
    '<|a|>\u00a0b)',
    '<|a(|>\x7f))',
    '<|a|>\f)',
    '<|a|>\fAND b',
    '<|a|>',
    '<|a (b|>',
    '<|[)]|>)',
    '<|[^)]|>)',
    '<|[])]|>)',
    '<|[^])]|>)',
    '<|[\\])]|>)',
    '<|[[:alpha:])]|>)',
    '<|[[:^alpha:])]|>)',
    '<|[[:alpha:]|>)',
    '<|[[:al pha:]|>)]',
    '<|[[)]|>)',
    '<|[a|>)',
    '<|[a|>) (b eq [c])',
    '<|[a|>) (b ne c])',
    '<|[a|>) x eq ]',
    '<|[a) x eqy ]|>)',
    '<|[a) xeq ]|>)',
    '<|[a|>) [b',
    '<|[a([b]|>',
    '<|[b eq [|>)])',
    '<|a|>\r)',
    '<|a|>\n)',
    '<|a|>\t)',
    '<|a|>\rAND b',
    '<|a|>\nAND b',
    '<|a|>\tOR b',
    '<|a|> AND b',
    '<|a|>  AND(b',
    '<|a|> OR b',
    '<|a|> NOT b',
    '<|a NOT(b)|>',
    '<|a ANDb|>)',
    '<|a ORb|>)',
    '<|a NOTb|>)',
    '<|a and b|>)',
    '<|aAND b|>)',
    '<|a|> b eq c)',
    '<|a|>\tb\tne\tc)',
    '<|a b eqc|>)',
    '<|a b.c|>)',
    '<|a|> b.c eq d)',
    '<|a|> "b c" eq d)',
    "<|a|> 'b c' eq d)",
    '<|a|> "b".c eq d)',
    '<|a "b|> c eq d)',
    '<|(a AND b)|>)',
    '<|(a b eq c)|>)',
    '<|[a AND b]|>)',
    '<|a\\ AND b|>)',
    '<|a b|> c eq d)',
    '<|a b c|> AND d)',
  ])('%s', (source) => {
    const { text, span } = marked(source)
    expect(endOfEnclosedLiteral(text, span.start)).toBe(span.end)
    expect(endOfEnclosedLiteral(`(a eq ${text}`, span.start + 6)).toBe(span.end + 6)
  })
})
