import { describe, it } from 'vitest'
import { expectHelp, type HelpRow } from './expect-help.ts'

/* Commas, lists and numbers of other languages. */

const orBetween = 'write `OR` between values'
const alternatives = 'write one comparison for each value, or `FIELD = (A OR B)`'
const commaIsAnd = 'replace the comma with `AND`'
const noComma = 'remove the comma'
const several = (text: string): string => `to compare with several values, write \`${text}\``
const gcloudList = (text: string): string => `only gcloud has lists with commas: write \`${text}\``

const rows: readonly HelpRow[] = [
  ['size = 1,000,000', 'write numbers without commas: `1000000`', '* size = 1000000'],
  ['size = 1,000x', several('size = (1 OR 000x)')],
  ['size = 1,0000', several('size = (1 OR 0000)'), '* size = (1 OR 0000)'],
  ['size = 1000,000', several('size = (1000 OR 000)'), '* size = (1000 OR 000)'],
  ['size = a1,000', several('size = (a1 OR 000)')],
  ['size = 1a,000', several('size = (1a OR 000)')],
  ['size = -1,000', 'write numbers without commas: `-1000`', '* size = -1000'],
  ['size = 1,000-5', several('size = (1 OR 000-5)')],
  ['ratio = 1,5-5', several('ratio = (1 OR 5-5)')],
  ['name = a,bc"d"', orBetween],
  ["name = a,bc'd'", orBetween],
  ['size = 12,345', 'write numbers without commas: `12345`', '* size = 12345'],
  ['size = -100,000 AND name = a', 'write numbers without commas: `-100000`', '* size = -100000 AND name = a'],
  ['size = 1, 000', several('size = (1 OR 000)'), '* size = (1 OR 000)'],
  ['ratio = 0,5', 'write a decimal point: `0.5`', '* ratio = 0.5'],
  ['ratio = 0,25', 'write a decimal point: `0.25`', '* ratio = 0.25'],
  ['ratio = -10,25', 'write a decimal point: `-10.25`', '* ratio = -10.25'],
  ['ratio = 0,5x', several('ratio = (0 OR 5x)')],
  ['ratio = 0,5 AND name = a', 'write a decimal point: `0.5`', '* ratio = 0.5 AND name = a'],
  ['ratio = a0,5', several('ratio = (a0 OR 5)')],
  ['ratio = 0a,5', several('ratio = (0a OR 5)')],
  ['ratio = 0, 5', several('ratio = (0 OR 5)'), '* ratio = (0 OR 5)'],
  ['ratio = 0,x,5', several('ratio = (0 OR x OR 5)')],
  ['ratio = x,y', several('ratio = (x OR y)')],
  ['nam = 0,5', several('nam = (0 OR 5)'), '* nam = (0 OR 5)'],
  ['size = 0,5', several('size = (0 OR 5)'), '* size = (0 OR 5)'],
  ['name = a,"b c"', several('name = (a OR "b c")'), '* name = (a OR "b c")'],
  ["name = a,'b c'", several("name = (a OR 'b c')"), "* name = (a OR 'b c')"],
  ['name = a,"b\\"c"', several('name = (a OR "b\\"c")'), '* name = (a OR "b\\"c")'],
  ["name = a,'b\\'c'", several("name = (a OR 'b\\'c')"), "* name = (a OR 'b\\'c')"],
  [
    'name = a, b, "c d", \'e f\',gh',
    several('name = (a OR b OR "c d" OR \'e f\' OR gh)'),
    '* name = (a OR b OR "c d" OR \'e f\' OR gh)',
  ],
  ['name = a,', noComma, '* name = a'],
  ['name = a,)', noComma],
  ['name = a , ', noComma, '* name = a  '],
  ['name = x,name2 = y', commaIsAnd, '* name = x AND name2 = y'],
  ['name = x ,size > 5', commaIsAnd, '* name = x AND size > 5'],
  ['(name = a) , (name = b)', alternatives],
  ['name = (a, b)', gcloudList('name = (a OR b)'), '* name = (a OR b)'],
  ['name = (a, \'b\', "c d")', gcloudList('name = (a OR \'b\' OR "c d")'), '* name = (a OR \'b\' OR "c d")'],
  ['name = ((a, b))', orBetween],
  ['name = (a (b, c))', orBetween],
  ['name = (a b, c)', gcloudList('name = (a OR b OR c)'), '* name = (a OR b OR c)'],
  ['name = (a, b', orBetween],
  ['name = (NOT a, b)', orBetween],
  ['name = (a AND b, c)', orBetween],
  ['name = (f(a), b)', orBetween],
  ['size = (1, 2)', gcloudList('size = (1 OR 2)'), '* size = (1 OR 2)'],
  ['text = (a, b)', gcloudList('text:(a OR b)'), '* text:(a OR b)'],
  ['name != (a, b)', gcloudList('NOT name = (a OR b)'), '* NOT name = (a OR b)'],
  ['f(name) = a, b', alternatives],
  ['name in (a, b', alternatives],
  ['-name = a--b, c', several('name = (a--b OR c)'), '* -name = (a--b OR c)'],
  ['name = a,x y', several('name = (a OR x)'), '* name = (a OR x) y'],
  ['name = a,"x" y', several('name = (a OR "x")'), '* name = (a OR "x") y'],
  ['name = a ,b', several('name = (a OR b)'), '* name = (a OR b)'],
  [
    'name = a, "b", \'c\' AND size = 5',
    several('name = (a OR "b" OR \'c\')'),
    '* name = (a OR "b" OR \'c\') AND size = 5',
  ],
  ['size < 1,000', 'write numbers without commas: `1000`', '* size < 1000'],
  ['size < 1,2', 'write one comparison for each value'],
  ['size = -1,2', several('size = (-1 OR 2)'), '* size = (-1 OR 2)'],
  ['size > 1,x', 'write one comparison for each value'],
  ['name = x,-size = 5', commaIsAnd, '* name = x AND -size = 5'],
  ['size = 1,x,000', several('size = (1 OR x OR 000)')],
  ['f(name) = (a, b)', orBetween],
]

describe('help', () => {
  it.each(rows.map(([filter, help, ...fixed]) => ({ filter, help, fixed })))('for $filter', expectHelp)
})
