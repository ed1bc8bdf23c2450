import { describe, it } from 'vitest'
import { expectHelp, type HelpRow } from './expect-help.ts'

/* Values that are not valid as written: quotes, backslashes, times. */

const afterQuote = 'put white space after the closing quote'
const wholeWord = 'put the whole word in quotes'
const quotes = (text: string): string => `put it in quotes: \`${text}\``

const wholeTime = 'write date, time and offset, as in `2025-01-31T12:00:00Z`'

const rows: readonly HelpRow[] = [
  ['name = "a  ', 'close it with `"`', '* name = "a"  '],
  ['name = "a b \t', 'close it with `"`', '* name = "a b" \t'],
  ['name = "a = b', 'close it with `"`', 'name = "a = b"'],
  ["name = (b'c)", quotes('"b\'c"'), '* name = ("b\'c")'],
  ["name = ((b'c))", quotes('"b\'c"'), '* name = (("b\'c"))'],
  ["(name = a AND b'c = d)", wholeWord],
  ["f(a'b) = c", wholeWord],
  ['name = a"b"c', wholeWord, 'name = \'a"b"c\''],
  ['name = a"b"c\'d\'', wholeWord],
  ['name = a"b"c\'d', wholeWord],
  ['name = a\'b"c"', wholeWord],
  [' eq x', 'write `FIELD eq PATTERN`'],
  [' ne x', 'write `FIELD ne PATTERN`'],
  ['(name eq \0)', 'remove it; for the character itself, write `\\x00` in quotes'],
  ['(name eq \0x)', 'remove it; for the character itself, write `\\x00` in quotes', '* (name eq x)'],
  ['name = a\\-b', 'remove the backslash: `a-b`', '* name = a-b'],
  ['name = a\\,b', 'remove the backslash: `"a,b"`', '* name = "a,b"'],
  ['name = a\\(b', 'remove the backslash: `"a(b"`', '* name = "a(b"'],
  ['name = a\\(b)', 'remove the backslash: `"a(b"`', '* name = "a(b")'],
  ['name = a\\qb', quotes('"a\\\\qb"'), '* name = "a\\\\qb"'],
  ['name = a\\\\b\\', quotes('"a\\\\b\\\\"'), '* name = "a\\\\b\\\\"'],
  ['name = a\\', quotes('"a\\\\"'), '* name = "a\\\\"'],
  ['name = "a\\', 'close it with `"`'],
  ['name = "a\\qb"', 'remove the backslash, or write `\\\\` for a backslash', 'name = "aqb"', 'name = "a\\\\qb"'],
  ['name = "a"AND size = 5', afterQuote, '* name = "a" AND size = 5'],
  ['name = "a"OR', afterQuote, '* name = "a" OR'],
  ['name = "a"NOT x', afterQuote, '* name = "a" NOT x'],
  ['name = "a"xOR', afterQuote, 'name = "a" xOR'],
  ['name = "a"ANDy', afterQuote, 'name = "a" ANDy'],
  ['name = "a"AND-y', afterQuote, 'name = "a" AND-y'],
  ['name = "a"AND.y', afterQuote, 'name = "a" AND.y'],
  ['name = $x}', quotes('"$x}"'), '* name = "$x}"'],
  ['at > 2024-01-01 10:00:00', 'write `2024-01-01T10:00:00Z`', '* at > 2024-01-01T10:00:00Z'],
  ['at > 2024-01-01  10:00:00.123Z', 'write `2024-01-01T10:00:00.123Z`', '* at > 2024-01-01T10:00:00.123Z'],
  [
    'at > 2024-01-01\t10:00:00.123456789',
    'write `2024-01-01T10:00:00.123456789Z`',
    '* at > 2024-01-01T10:00:00.123456789Z',
  ],
  [
    'at > 2024-01-01 10:00:00Z AND name = a',
    'write `2024-01-01T10:00:00Z`',
    '* at > 2024-01-01T10:00:00Z AND name = a',
  ],
  ['at > 2024-01-01 10:00:00+01:00', 'write `2024-01-01T10:00:00+01:00`', '* at > 2024-01-01T10:00:00+01:00'],
  [
    'at between 2024-01-01T00:00:00Z and 2024-02-01T00:00:00Z',
    'write `at >= "2024-01-01T00:00:00Z" AND at <= "2024-02-01T00:00:00Z"`',
    '* at >= "2024-01-01T00:00:00Z" AND at <= "2024-02-01T00:00:00Z"',
  ],
  [
    'at not between 2024-01-01T00:00:00Z and 2024-02-01T00:00:00Z',
    'write `NOT (at >= "2024-01-01T00:00:00Z" AND at <= "2024-02-01T00:00:00Z")`',
    '* NOT (at >= "2024-01-01T00:00:00Z" AND at <= "2024-02-01T00:00:00Z")',
  ],
  ['at > 2024-01-01 10:99:00', wholeTime],
  ['at > 2024-01-01 24:00:00', wholeTime],
  ['at > 2024-13-01 10:00:00', wholeTime],
  ['at > 2024-01-32 10:00:00', wholeTime],
  ['at > 2024-00-01 10:00:00', wholeTime],
  ['at gt 2024-01-01T00:00:00Z', 'write `at > "2024-01-01T00:00:00Z"`', '* at > "2024-01-01T00:00:00Z"'],
  ['at after 2024-01-01T00:00:00Z', 'write the field and a comparator before a timestamp'],
  ['2024-01-01T00:00:00Z', 'write the field and a comparator before a timestamp'],
  ['name = "x 2024-01-01 10:00:00" AND at = a:b', quotes('"a:b"')],
  ['name = \'a"b', "close it with `'`", "* name = 'a\"b'"],
  ['name = "a\'b', 'close it with `"`', '* name = "a\'b"'],
  ["name = 'a\\", "close it with `'`"],
  ['name = a:b', quotes('"a:b"'), '* name = "a:b"'],
  ['name = a:b:c', quotes('"a:b:c"'), '* name = "a:b:c"'],
  ['name = "a":b', afterQuote, 'name = "a" :b'],
  ['name = a"b:c"', wholeWord, 'name = \'a"b:c"\''],
  ['name = x"y=z', quotes("'x\"y=z'"), "* name = 'x\"y=z'"],
  ['(name eq a), (name eq b)', 'write clauses side by side, each in parentheses: `(a eq x) (b eq y)`'],
  ['name eq "a", name = b', afterQuote, 'name eq "a" , name = b'],
  ['NOT(name=a)', 'put white space after `NOT`', '* NOT (name=a)'],
  ['not(name=a)', 'write `NOT`', '* NOT (name=a)'],
  ['and(name=a)', 'write `AND`'],
  ['f(name=a)', 'put white space before a group'],
  ['NOT(name = a)', 'put white space after `NOT`', '* NOT (name = a)'],
  ['name = a\u000bb', 'write a space; for the character itself, write `\\x0b` in quotes', '* name = a b'],
  ['name = a\u0085b', 'write a space; for the character itself, write `\\x85` in quotes', '* name = a b'],
  ['name = a\u00a0b', 'write a space; for the character itself, write `\\xa0` in quotes', '* name = a b'],
  ['name = a\0b', 'remove it; for the character itself, write `\\x00` in quotes', '* name = ab'],
  ['name = a\u007fb', 'remove it; for the character itself, write `\\x7f` in quotes', '* name = ab'],
  ['\u00a0name = a', 'write a space; for the character itself, write `\\xa0` in quotes', '*  name = a'],
  ['name = ab"c', quotes("'ab\"c'"), "* name = 'ab\"c'"],
  ['name = a"b"c\'d\'', wholeWord],
  ['name = a"b\\\'c"', wholeWord, "name = 'a\"b\\'c\"'"],
]

describe('help', () => {
  it.each(rows.map(([filter, help, ...fixed]) => ({ filter, help, fixed })))('for $filter', expectHelp)
})
