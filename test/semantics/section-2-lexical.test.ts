import { describe } from 'vitest'
import { expectAccepted, expectMatches, expectRejections } from './tables.ts'

const text = (description: string) => ({ description })

describe('section 2: white space and names', () => {
  expectMatches([
    ['space, tab, CR, LF and form feed', '\tname\r\n=\f\n a ', { name: 'a' }, true],
    ['form feed around a keyword', 'name = a\fAND\fname = a', { name: 'a' }, true],
    ['form feed around a clause', '(\fname\feq\fa\f)', { name: 'a' }, true],
    ['white space from U+00A1 on is text', 'description = a\u2003b', text('a\u2003b'), true],
    ['any character may stand in quotes', 'description = "a\u00a0\x07b"', text('a\u00a0\x07b'), true],
    ['and in the quotes of a pattern', 'description eq "a\u00a0b"', text('a\u00a0b'), true],
    ['a field is a path', 'deprecated.state = OBSOLETE', { deprecated: { state: 'OBSOLETE' } }, true],
    ['a name may be quoted', 'labels."a.b" = x', { labels: { 'a.b': 'x' } }, true],
    ['the first name, too', '"labels".\'a b\' = x', { labels: { 'a b': 'x' } }, true],
    ['a keyword after a dot is a name', 'labels.AND = x AND labels.NOT:*', { labels: { AND: 'x', NOT: '' } }, true],
    ['eq after a dot is a name', 'labels.eq = x', { labels: { eq: 'x' } }, true],
    ['an escape in a name', 'labels.a\\.b = x', { labels: { 'a.b': 'x' } }, true],
    ['of any character', 'labels.a\\x20\\u00e9 = x', { labels: { 'a é': 'x' } }, true],
    ['all characters of TEXT', 'labels.a+/*&#$%;?@^|` = x', { labels: { 'a+/*&#$%;?@^|`': 'x' } }, true],
    ['a hyphen inside is part of the word', 'labels.goog-managed-by = x', { labels: { 'goog-managed-by': 'x' } }, true],
    ['and of the value', 'name = debian-12', { name: 'debian-12' }, true],
  ])
})

describe('section 2: unquoted values', () => {
  expectMatches([
    ['all characters of TEXT', 'description = _-+*/&#$%;?@^|`.', text('_-+x/&#$%;?@^|`.'), true],
    ['path', 'description = /projects/p?a&c', text('/projects/p?a&c'), true],
    ['timestamp', 'creationTimestamp>2021-01-01T00:00:00Z', { creationTimestamp: '2022-01-01T00:00:00Z' }, true],
    ['dotted name', 'name=com.google', { name: 'com.google' }, true],
    ['negative number', 'diskSizeGb = -1', { diskSizeGb: '-1' }, true],
    ['negative number in a composite', 'diskSizeGb = (-1 OR 5)', { diskSizeGb: '-1' }, true],
    ['asterisk alone', 'name = *', { name: 'a' }, true],
    ['an escaped asterisk is not a wildcard', 'description = a\\*', text('a*'), true],
    ['and matches nothing else', 'description = a\\*', text('ab'), false],
    ['an escaped backslash is one', 'description = a\\\\b', text('a\\b'), true],
    ['an escaped colon', 'description = foo\\:bar', text('foo:bar'), true],
    ['escaped punctuation', "description = \\.\\:\\=\\<\\>\\+\\~\\`\\?\\'", text(".:=<>+~`?'"), true],
    ['escapes of control characters', 'description = \\a\\b\\f\\n\\r\\t\\v', text('\x07\b\f\n\r\t\v'), true],
    ['escapes of code points', 'description = \\x41\\102\\u0043\\U0001F600', text('ABC😀'), true],
    [
      'escapes in a timestamp',
      'creationTimestamp < 2010-01-01T00\\:00\\:00Z',
      { creationTimestamp: '2009-01-01T00:00:00Z' },
      true,
    ],
    [
      'timestamp in lower case',
      'creationTimestamp>2021-01-01t00:00:00z',
      { creationTimestamp: '2022-01-01T00:00:00Z' },
      true,
    ],
    [
      'timestamp with offset',
      'creationTimestamp=(2021-01-01T00:00:00+01:00)',
      { creationTimestamp: '2020-12-31T23:00:00Z' },
      true,
    ],
    ['text that begins like a timestamp', 'description = 2021-01-01T00:00:a', text('2021-01-01T00:00:a'), true],
    ['single & and |', 'description = a&b|c', text('a&b|c'), true],
    ['lower-case words are values', 'description = and', text('and'), true],
    ['it ends at a parenthesis', '(description = a)', text('a'), true],
  ])
  expectRejections([
    ['=>', 'diskSizeGb =<|>|> 5', 'unexpected-token', 'unexpected `>`', 'write `>=`'],
    ['=<', 'diskSizeGb =<|<|> 5', 'unexpected-token', 'unexpected `<`', 'write `<=`'],
    [':=', 'name :<|=|> 5', 'unexpected-token', 'unexpected `=`', 'write `=` or `:`'],
    [
      '>>',
      'diskSizeGb ><|>|> 5',
      'unexpected-token',
      'unexpected `>`',
      'if the value begins with a comparator, put it in quotes',
    ],
    [
      'a keyword',
      'name = <|AND|>',
      'unexpected-token',
      'unexpected `AND`',
      'to use `AND` as a value, put it in quotes: `"AND"`',
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
      'to compare with several values, write `name = (a OR b)`',
    ],
  ])
})

/** [rule, filter with the place, message, help] */
type QuotesRow = readonly [rule: string, source: string, character: string, quoted: string]

describe('section 2: needs-quotes', () => {
  const rows: readonly QuotesRow[] = [
    ['a URL', 'region = <|https://x.y/r|>', ':', '"https://x.y/r"'],
    ['without white space', 'region=<|https://x.y/r?a=b|>', ':', '"https://x.y/r?a=b"'],
    ['behind another comparator', 'region != <|http://x|> name = a', ':', '"http://x"'],
    ['=', 'name = <|a=b|>', '=', '"a=b"'],
    ['<', 'name=<|a<b|>', '<', '"a<b"'],
    ['>', 'name = <|a->b|>', '>', '"a->b"'],
    ['!', 'name = <|a!|>', '!', '"a!"'],
    ['~ inside', 'name = <|a~1|>', '~', '"a~1"'],
    ['brackets', 'name = <|a[b]|>', '[', '"a[b]"'],
    ['braces', 'name = <|a{b}|>', '{', '"a{b}"'],
    ['a time', 'name = <|12:30|>', ':', '"12:30"'],
    ['in a composite value', 'name = (a OR <|b:c|>)', ':', '"b:c"'],
    ['behind a timestamp', 'name = <|2021-01-01T00:00:00[x]|>', '[', '"2021-01-01T00:00:00[x]"'],
    ['escapes of punctuation stay', 'name = <|a\\:b:c|>', ':', '"a\\:b:c"'],
    ['other backslashes are meant as such', 'name = <|C:\\temp\\x|>', ':', '"C:\\\\temp\\\\x"'],
    ['up to &&', 'name = <|a:b|>&&name = c', ':', '"a:b"'],
    ['up to ||', 'name = <|a:b|>||name = c', ':', '"a:b"'],
  ]
  expectRejections(
    rows.map(([rule, source, character, quoted]) => [
      rule,
      source,
      'needs-quotes',
      `a value without quotes cannot contain \`${character}\``,
      `put it in quotes: \`${quoted}\``,
    ]),
  )
  expectAccepted(
    ['"https://x.y/r"', '"a->b"', '"a[b]"', '"C:\\\\temp\\\\x"'].map((quoted) => [
      'and the same in quotes is accepted',
      `name = ${quoted}`,
    ]),
  )
})

describe('section 2: operators of other languages, with white space around them and without', () => {
  expectRejections(
    [
      ['name<|=~|>web', 'name <|=~|> web', 'name <|=~|>web', 'name<|=~|> web'],
      ['name<|~|>web', 'name <|~|> web', 'selfLink<|~|>https://x', 'name<|~|>a:b', 'name<|~|>x=y'],
      ['name = <|~|>web', 'name:<|~|>web'],
      ['name<|!~|>web', 'name <|!~|> web', 'name<|~=|>web', 'name <|~=|> web'],
      ['name<|==|>a', 'name <|==|> a', 'name<|<>|>a', 'name <|<>|> a'],
      ['name=a<|&&|>family=b', 'name=a <|&&|> family=b', 'name=a<|&&|>b', 'name = (a<|&&|>b)', 'labels.a<|&&|>b = c'],
      ['name=a<||||>family=b', 'name=a <||||> family=b', 'name=a<||||>b', 'name = (a<||||>b)'],
    ].flatMap((sources) =>
      sources.map((source) => {
        const operator = source.slice(source.indexOf('<|') + 2, source.indexOf('|>', source.indexOf('<|') + 2))
        const help = operator.includes('~') ? searchFor(source, operator) : helps[operator]
        return ['an operator', source, 'unexpected-token', `unexpected \`${operator}\``, help] as const
      }),
    ),
  )
})

const helps: Readonly<Record<string, string>> = {
  '==': 'write `=`',
  '<>': 'write `!=`',
  '&&': 'write `AND`',
  '||': 'write `OR`',
}

function searchFor(source: string, operator: string): string {
  const [, field = '', text = ''] = /^(\w+)[ =:]*<\|.*\|> ?(.*)$/.exec(source) ?? []
  const lead = operator.includes('=') ? 'write' : `only gcloud has \`${operator}\`: write`
  const comparator = operator.startsWith('!') ? 'ne' : 'eq'
  return `${lead} \`${field} ${comparator} ".*${text}.*"\`, since a pattern must match the whole field`
}

describe('section 2: characters that cannot be seen', () => {
  const rows: readonly (readonly [character: string, name: string])[] = [
    ['\0', 'U+0000, a null character'],
    ['\x01', 'U+0001, a control character'],
    ['\b', 'U+0008, a backspace'],
    ['\v', 'U+000B, a vertical tab'],
    ['\x1b', 'U+001B, an escape character'],
    ['\x7f', 'U+007F, a delete character'],
    ['\x80', 'U+0080, a control character'],
    ['\x85', 'U+0085, a next-line character'],
    ['\xa0', 'U+00A0, a no-break space'],
  ]
  const places = [
    'name =<|X|>a',
    'name<|X|>= a',
    '<|X|>name = a',
    'name = a<|X|>b',
    'name = a<|X|>AND name = b',
    'name = a AND<|X|>name = b',
    'name = (a<|X|>OR b)',
    'name = a<|X|>',
    'labels.a<|X|>b = c',
    'labels.<|X|>b = c',
    'name = "a"<|X|>AND name = b',
    'name eq<|X|>a',
    'name<|X|>eq a',
    'name eq <|X|>a',
    'name eq a<|X|>b',
    'name eq "a"<|X|>',
    '(name eq a)<|X|>(name ne b)',
    '(name eq a<|X|>b)',
    '(name eq<|X|>a)',
    '(<|X|>name eq a)',
    '(name eq (a<|X|>b))',
  ]
  expectRejections(
    rows.flatMap(([character, name]) =>
      places.map((place) => {
        const code = character.charCodeAt(0).toString(16).padStart(2, '0')
        const instead = /[\v\x85\xa0]/.test(character) ? 'write a space' : 'remove it'
        return [
          name,
          place.replace('X', character),
          'unexpected-character',
          `unexpected ${name}`,
          `${instead}; for the character itself, write \`\\x${code}\` in quotes`,
        ] as const
      }),
    ),
  )
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
    ['\\* is literal', 'description = "a \\*"', text('a b'), false],
    ['the empty value', 'description = ""', text(''), true],
    ['keywords are values', 'description = "AND"', text('AND'), true],
  ])
  expectRejections([
    [
      'any other backslash',
      'name = "a<|\\q|>"',
      'invalid-escape',
      'invalid escape `\\q`',
      'remove the backslash, or write `\\\\` for a backslash',
    ],
    [
      '\\X is not an escape',
      'name = "a<|\\X|>42"',
      'invalid-escape',
      'invalid escape `\\X`',
      'remove the backslash, or write `\\\\` for a backslash',
    ],
    [
      'behind a legal one',
      'name = "\\n\\x41<|\\d|>"',
      'invalid-escape',
      'invalid escape `\\d`',
      'remove the backslash, or write `\\\\` for a backslash',
    ],
    [
      'a surrogate',
      'name = "<|\\u|>d83d"',
      'invalid-escape',
      'invalid escape `\\u`',
      'remove the backslash, or write `\\\\` for a backslash',
    ],
    ['without quotes', 'name = a<|\\d|>b', 'invalid-escape', 'invalid escape `\\d`', 'put it in quotes: `"a\\\\db"`'],
    ['at the end', 'name = a<|\\|>', 'invalid-escape', 'invalid escape `\\`', 'put it in quotes: `"a\\\\"`'],
    ['alone', 'name = <|\\|>', 'invalid-escape', 'invalid escape `\\`', 'put it in quotes: `"\\\\"`'],
    [
      'of a surrogate without quotes',
      'name = <|\\u|>d83d',
      'invalid-escape',
      'invalid escape `\\u`',
      'put it in quotes: `"\\\\ud83d"`',
    ],
    [
      'in an unquoted name',
      'labels.a<|\\q|> = x',
      'invalid-escape',
      'invalid escape `\\q`',
      'remove the backslash, or write `\\\\` for a backslash',
    ],
    [
      'beyond Unicode',
      'name = "<|\\U|>00110000"',
      'invalid-escape',
      'invalid escape `\\U`',
      'remove the backslash, or write `\\\\` for a backslash',
    ],
    [
      'in a name',
      'labels."<|\\q|>" = x',
      'invalid-escape',
      'invalid escape `\\q`',
      'remove the backslash, or write `\\\\` for a backslash',
    ],
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
    ['AND at the start', '<|AND|> name = a', 'unexpected-token', 'unexpected `AND`', 'write a comparison before `AND`'],
    [
      'OR at the end',
      'name = a OR<||>',
      'unexpected-end',
      'unexpected end of the filter',
      'write a comparison after `OR`',
    ],
    [
      'white space before a dot',
      'labels <|.|>a = b',
      'unexpected-character',
      'unexpected `.`',
      'remove the white space around the dot',
    ],
    [
      'white space behind a dot',
      'labels.<| |>a = b',
      'unexpected-character',
      'unexpected ` `',
      'remove the white space around the dot',
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
      'put each clause in parentheses: `(name eq a) (name ne b)`',
    ],
    [
      'the first has them',
      '(name eq a) <|name ne b|>',
      'unexpected-token',
      'unexpected `name ne b`',
      'put each clause in parentheses: `(name eq a) (name ne b)`',
    ],
    [
      'the second has them',
      'name eq a <|(name ne b)|>',
      'unexpected-token',
      'unexpected `(name ne b)`',
      'put each clause in parentheses: `(name eq a) (name ne b)`',
    ],
    [
      'inside of one pair',
      '(name eq a <|name ne b|>)',
      'unexpected-token',
      'unexpected `name ne b`',
      'put each clause in parentheses: `(name eq a) (name ne b)`',
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
