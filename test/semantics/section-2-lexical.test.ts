import { describe } from 'vitest'
import { expectAccepted, expectMatches, expectRejections } from './tables.ts'

const text = (description: string) => ({ description })

describe('section 2: white space and names', () => {
  expectMatches([
    ['space, tab, CR and LF', '\tname\r\n=\n a ', { name: 'a' }, true],
    ['other white space is text', 'description = a\u00a0b', text('a\u00a0b'), true],
    ['a field is a path', 'deprecated.state = OBSOLETE', { deprecated: { state: 'OBSOLETE' } }, true],
    ['a name may be quoted', 'labels."a.b" = x', { labels: { 'a.b': 'x' } }, true],
    ['the first name, too', '"labels".\'a b\' = x', { labels: { 'a b': 'x' } }, true],
    ['a keyword after a dot is a name', 'labels.AND = x AND labels.NOT:*', { labels: { AND: 'x', NOT: '' } }, true],
    ['eq after a dot is a name', 'labels.eq = x', { labels: { eq: 'x' } }, true],
    ['a hyphen inside is part of the word', 'labels.goog-managed-by = x', { labels: { 'goog-managed-by': 'x' } }, true],
    ['and of the value', 'name = debian-12', { name: 'debian-12' }, true],
  ])
})

describe('section 2: unquoted values', () => {
  expectMatches([
    [
      'URL',
      'selfLink=https://www.googleapis.com/compute/v1/projects/p?a=b&c',
      { selfLink: 'https://www.googleapis.com/compute/v1/projects/p?a=b&c' },
      true,
    ],
    ['timestamp', 'creationTimestamp>2021-01-01T00:00:00Z', { creationTimestamp: '2022-01-01T00:00:00Z' }, true],
    ['dotted name', 'name=com.google', { name: 'com.google' }, true],
    ['negative number', 'diskSizeGb = -1', { diskSizeGb: '-1' }, true],
    ['negative number in a composite', 'diskSizeGb = (-1 OR 5)', { diskSizeGb: '-1' }, true],
    ['asterisk alone', 'name = *', { name: 'a' }, true],
    ['an escaped asterisk is no wildcard', 'description = a\\*', text('a*'), true],
    ['and matches nothing else', 'description = a\\*', text('ab'), false],
    ['an escaped backslash is one', 'description = a\\\\b', text('a\\b'), true],
    ['another backslash is itself', 'description = a\\b', text('a\\b'), true],
    ['lower-case words are values', 'description = and', text('and'), true],
    ['it ends at a parenthesis', '(description = a)', text('a'), true],
  ])
  expectRejections([
    ['=>', 'diskSizeGb =<|>|> 5', 'unexpected-token', 'unexpected `>`', 'write `>=`'],
    ['=<', 'diskSizeGb =<|<|> 5', 'unexpected-token', 'unexpected `<`', 'write `<=`'],
    [':=', 'name :<|=|> 5', 'unexpected-token', 'unexpected `=`', 'write `=` or `:`'],
    ['>>', 'diskSizeGb ><|>|> 5', 'unexpected-token', 'unexpected `>`', 'a value that begins so is written in quotes'],
    [
      'a keyword',
      'name = <|AND|>',
      'unexpected-token',
      'unexpected `AND`',
      'as a value, `AND` is written in quotes: `"AND"`',
    ],
    [
      'text that runs into a quote',
      'name = a<|"|>b"',
      'unexpected-character',
      'unexpected `"`',
      'put the whole word in quotes',
    ],
    [
      'a comma',
      'name = a<|,|> b',
      'unexpected-character',
      'unexpected `,`',
      'write one restriction for each value, or `FIELD = (A OR B)`',
    ],
  ])
})

describe('section 2: quoted values', () => {
  expectMatches([
    ['double quotes', 'description = "a b"', text('a b'), true],
    ['single quotes', "description = 'a \"b'", text('a "b'), true],
    [
      'all short escapes',
      'description = "\\a\\b\\f\\n\\r\\t\\v\\\\\\"\\\'\\?\\*"',
      text('\x07\b\f\n\r\t\v\\"\'?*'),
      true,
    ],
    ['escaped punctuation', 'description = "\\.\\:\\=\\<\\>\\+\\~\\`"', text('.:=<>+~`'), true],
    ['\\xHH', 'description = "\\x41\\x4a"', text('AJ'), true],
    ['\\ooo', 'description = "\\101"', text('A'), true],
    ['\\uXXXX', 'description = "\\u00e9"', text('é'), true],
    ['\\UXXXXXXXX', 'description = "\\U0001F600"', text('😀'), true],
    ['\\U in the basic plane', 'description = "\\U000000e9"', text('é'), true],
    ['a bare asterisk is a wildcard', 'description = "a *"', text('a b'), true],
    ['\\* is none', 'description = "a \\*"', text('a b'), false],
    ['the empty value', 'description = ""', text(''), true],
    ['keywords are values', 'description = "AND"', text('AND'), true],
  ])
  expectRejections([
    [
      'any other backslash',
      'name = "a<|\\q|>"',
      'invalid-escape',
      'invalid escape `\\q`',
      'for a backslash write `\\\\`',
    ],
    ['\\X is none', 'name = "a<|\\X|>42"', 'invalid-escape', 'invalid escape `\\X`', 'for a backslash write `\\\\`'],
    [
      'behind a legal one',
      'name = "\\n\\x41<|\\d|>"',
      'invalid-escape',
      'invalid escape `\\d`',
      'for a backslash write `\\\\`',
    ],
    ['a surrogate', 'name = "<|\\u|>d83d"', 'invalid-escape', 'invalid escape `\\u`', 'for a backslash write `\\\\`'],
    [
      'beyond Unicode',
      'name = "<|\\U|>00110000"',
      'invalid-escape',
      'invalid escape `\\U`',
      'for a backslash write `\\\\`',
    ],
    ['in a name', 'labels."<|\\q|>" = x', 'invalid-escape', 'invalid escape `\\q`', 'for a backslash write `\\\\`'],
    ['never closed', 'name = <|"a|>', 'unterminated-string', 'the quote is never closed', 'close it with `"`'],
    ['never closed, single', "name = <|'a|>", 'unterminated-string', 'the quote is never closed', "close it with `'`"],
    [
      'something behind the quote',
      'name = "a"<|b|>',
      'unexpected-character',
      'unexpected `b`',
      'put white space after the closing quote',
    ],
  ])
})

describe('section 2: AND, OR, NOT and -', () => {
  expectMatches([
    ['AND between parentheses', '(name=a)AND(family=b)', { name: 'a', family: 'b' }, true],
    ['NOT followed by white space', 'NOT (name = a)', { name: 'a' }, false],
    ['- before a field', '-name = a', { name: 'a' }, false],
    ['- before a parenthesis', '-(name = a)', { name: 'b' }, true],
    ['- behind a value negates what follows', 'name = -a -family = b', { name: '-a', family: 'c' }, true],
  ])
  expectRejections([
    [
      'lower case and',
      'name = a <|and|> family = b',
      'missing-comparator',
      '`and` is not compared with anything',
      'write `AND`',
    ],
    [
      'lower case or',
      'name = a <|or|> family = b',
      'missing-comparator',
      '`or` is not compared with anything',
      'write `OR`',
    ],
    ['lower case not', '<|not|> name = a', 'missing-comparator', '`not` is not compared with anything', 'write `NOT`'],
  ])
  expectRejections([
    [
      'NOT followed by a parenthesis',
      '<|NOT|>(a)',
      'unknown-function',
      'unknown function `NOT`',
      'put white space after `NOT`',
    ],
    [
      '- alone',
      '<|-|> name = a',
      'unexpected-character',
      'unexpected `-`',
      'write `-` directly before the field or parenthesis that it negates',
    ],
    ['two of them', 'NOT <|-|>name = a', 'unexpected-token', 'unexpected `-`', 'to negate twice, write `NOT (NOT …)`'],
    [
      'AND at the start',
      '<|AND|> name = a',
      'unexpected-token',
      'unexpected `AND`',
      'write a restriction before `AND`',
    ],
    [
      'OR at the end',
      'name = a OR<||>',
      'unexpected-end',
      'unexpected end of the filter',
      'write a restriction after `OR`',
    ],
    [
      'white space before a dot',
      'labels <|.|>a = b',
      'unexpected-character',
      'unexpected `.`',
      'no white space stands around the dot of a field',
    ],
    [
      'white space behind a dot',
      'labels.<| |>a = b',
      'unexpected-character',
      'unexpected ` `',
      'no white space stands around the dot of a field',
    ],
    [
      'nothing behind a dot',
      'labels.<||>',
      'unexpected-end',
      'unexpected end of the filter',
      'write a field after `.`',
    ],
  ])
})

describe('section 2: literals of the regular-expression dialect', () => {
  expectMatches([
    ['only the backslash before the own quote goes', 'description eq "a\\"b"', text('a"b'), true],
    ['every other one reaches RE2', 'description eq ".*\\bdebian\\-1\\b.*"', text('the debian-1 image'), true],
    ['and means what it means there', 'description eq ".*\\bdebian\\-1\\b.*"', text('the debian-12 image'), false],
    ['the other quote keeps its backslash', "description eq 'a\\\"b'", text('a"b'), true],
    ['unquoted, up to white space, parentheses included', 'description eq ^p(-.+)*-v.+', text('p-a-v1'), true],
    ["unbalanced parentheses outside of any are the pattern's", 'description eq [(]', text('('), true],
    [
      'in parentheses, up to the one that closes the clause',
      '(description eq (debian|ubuntu)-.*)',
      text('ubuntu-1'),
      true,
    ],
    ['escaped parentheses count for nothing', '(description eq \\(a\\))', text('(a)'), true],
    ['parentheses in classes count for nothing', '(description eq [)(]x[^)]*)', text(')x('), true],
    ['a class may begin with its closing bracket', '(description eq []()]+)', text('](]'), true],
    ['an escaped bracket in a class', '(description eq [\\]a)]+)', text(']a)'), true],
    ['a named class', '(description eq [[:alpha:])]+)', text('a)'), true],
    ['white space at both ends', '(  description eq a  )', text('a'), true],
    ['spaces inside', '(description eq a b.*)', text('a bc'), true],
    ['white space in a group of the pattern', '(description eq (a AND b|c))', text('a AND b'), true],
    ['no white space between groups', '(description eq a.*)(description ne ab)', text('ac'), true],
    ['groups nest', '(description eq a.*)((description ne ab)(description ne ac))', text('ac'), false],
    ['the empty pattern', 'description eq ""', text(''), true],
  ])
  expectAccepted([['a clause in parentheses alone', '((name eq a))']])
  expectRejections([
    [
      'a second clause needs parentheses around both',
      'name eq a <|name ne b|>',
      'unexpected-token',
      'unexpected `name ne b`',
      'put each clause in parentheses: `(a eq x) (b eq y)`',
    ],
    [
      'the first has them',
      '(name eq a) <|name ne b|>',
      'unexpected-token',
      'unexpected `name ne b`',
      'put each clause in parentheses: `(a eq x) (b eq y)`',
    ],
    [
      'the second has them',
      'name eq a <|(name ne b)|>',
      'unexpected-token',
      'unexpected `(name ne b)`',
      'put each clause in parentheses: `(a eq x) (b eq y)`',
    ],
    [
      'inside of one pair',
      '(name eq a <|name ne b|>)',
      'unexpected-token',
      'unexpected `name ne b`',
      'put each clause in parentheses: `(a eq x) (b eq y)`',
    ],
    [
      'nothing behind eq',
      'name eq <||>',
      'unexpected-end',
      'unexpected end of the filter',
      'write a pattern after `eq`; the empty pattern is `""`',
    ],
    [
      'nothing behind eq in parentheses',
      '(name eq <|)|>',
      'unexpected-token',
      'unexpected `)`',
      'write a pattern after `eq`; the empty pattern is `""`',
    ],
    ['never closed', 'name eq <|"a|>', 'unterminated-string', 'the quote is never closed', 'close it with `"`'],
    [
      'something behind the quote',
      'name eq "a"<|b|>',
      'unexpected-character',
      'unexpected `b`',
      'put white space after the closing quote',
    ],
    ['a class never closed', '(name eq <|[abc|>)', 'invalid-pattern', 'invalid pattern: missing ]: [abc', undefined],
    [
      'a parenthesis never closed',
      '(name eq a(b)<||>',
      'unexpected-end',
      'unexpected end of the filter',
      'close the parenthesis with `)`',
    ],
  ])
})
