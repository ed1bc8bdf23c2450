import { describe, expect, it } from 'vitest'
import { parse } from '../../src/index.ts'
import { bare } from '../properties/trees.ts'
import { expectAccepted, expectMatches, expectRejections } from './tables.ts'

const image = (name: string, family: string, status = '') => ({ name, family, status })
const same = (a: string, b: string): void => {
  expect(bare(parse(a))).toEqual(bare(parse(b)))
}

describe('section 3: grammar', () => {
  it.each([
    ['a=1 AND b=2 OR c=3', 'a=1 AND (b=2 OR c=3)'],
    ['a=1 OR b=2 AND c=3', '(a=1 OR b=2) AND c=3'],
    ['(x=1) OR (y=1) AND (z=1)', '((x=1) OR (y=1)) AND (z=1)'],
    ['a=1 b=2 OR c=3', 'a=1 (b=2 OR c=3)'],
    ['a=1 b=2 AND c=3', '(a=1 b=2) AND c=3'],
    ['NOT a=1 OR b=2', '(NOT a=1) OR b=2'],
    ['-a=1', 'NOT a=1'],
    ['(a=b)(c=d)', '(a=b) (c=d)'],
    ['((a=b))', 'a=b'],
    ['a = ((b))', 'a = b'],
  ])('%s is %s', (a, b) => {
    same(a, b)
  })

  expectMatches([
    ['AND with OR', 'name = a AND family = b OR status = READY', image('a', 'x', 'READY'), true],
    ['AND with OR', 'name = a AND family = b OR status = READY', image('x', 'b', 'READY'), false],
    ['OR with AND', 'name = a OR family = b AND status = READY', image('a', 'x'), false],
    ['juxtaposition is AND', 'name = a family = b', image('a', 'x'), false],
    ['a composite value distributes OR', 'name = (a OR b)', image('b', ''), true],
    ['a composite value distributes AND', 'name = (a AND b)', image('b', ''), false],
    ['a composite value distributes NOT', 'name = (NOT a)', image('b', ''), true],
    ['a composite value distributes -', 'name = (-a)', image('a', ''), false],
    ['a composite value distributes juxtaposition', 'name = (a* *b)', image('ab', ''), true],
    ['a composite value nests', 'name = (a OR (b* AND NOT bc))', image('bd', ''), true],
    ['!= distributes as it stands', 'name != (a OR b)', image('a', ''), true],
    [': distributes', 'labels:(a OR b)', { labels: { b: '' } }, true],
    ['order distributes', 'diskSizeGb > (10 AND 20)', { diskSizeGb: '15' }, false],
  ])

  expectAccepted([['no white space between groups', '(name=b)(family=d)']])

  expectRejections([
    [
      'a word alone',
      '<|prod|>',
      'missing-comparator',
      '`prod` is not compared with anything',
      'only gcloud accepts `prod` alone; a filter needs field, comparator and value: `name = *prod*`',
    ],
    [
      'a quoted word alone',
      '<|"prod"|>',
      'missing-comparator',
      '`"prod"` is not compared with anything',
      'only gcloud accepts `"prod"` alone; a filter needs field, comparator and value: `name = *prod*`',
    ],
    [
      'a path alone',
      '<|labels.env|>',
      'missing-comparator',
      '`labels.env` is not compared with anything',
      'to test whether it is set, write `labels.env:*`',
    ],
    [
      'an alternative without its field',
      'family = debian-11 OR <|debian-12|>',
      'missing-comparator',
      '`debian-12` is not compared with anything',
      'to compare with several values, write `family = (debian-11 OR debian-12)`',
    ],
    [
      'an alternative of a key',
      'labels:a OR name = x OR <|b|>',
      'missing-comparator',
      '`b` is not compared with anything',
      'to compare with several values, write `name = (x OR b)`',
    ],
    ...(['&&', '||', '~'] as const).map(
      (word) =>
        [
          `${word} among values`,
          `name = (a <|${word}|> b)`,
          'unexpected-token',
          `unexpected \`${word}\``,
          {
            '&&': 'write `AND`',
            '||': 'write `OR`',
            '~': 'only gcloud has `~`: write `FIELD eq ".*PATTERN.*"`, since a pattern must match the whole field',
          }[word],
        ] as const,
    ),
    [
      '~ alone as a value',
      'name = <|~|> a',
      'unexpected-token',
      'unexpected `~`',
      'only gcloud has `~`: write `name eq ".*a.*"`, since a pattern must match the whole field',
    ],
    [
      '=~',
      'name <|=~|> a',
      'unexpected-token',
      'unexpected `=~`',
      'write `name eq ".*a.*"`, since a pattern must match the whole field',
    ],
    [
      '~=',
      'name <|~=|> a',
      'unexpected-token',
      'unexpected `~=`',
      'write `name eq ".*a.*"`, since a pattern must match the whole field',
    ],
    [
      '~ before a quote',
      'name<|~|>"debian.*"',
      'unexpected-token',
      'unexpected `~`',
      'only gcloud has `~`: write `name eq ".*debian.*"`, since a pattern must match the whole field',
    ],
    ['|| inside of a word', 'name<||||>a', 'unexpected-token', 'unexpected `||`', 'write `OR`'],
    ['EQ', 'name = a <|EQ|>', 'missing-comparator', '`EQ` is not compared with anything', 'write `FIELD eq PATTERN`'],
    [
      '~ inside of a word',
      'name<|~|>a',
      'unexpected-token',
      'unexpected `~`',
      'only gcloud has `~`: write `name eq ".*a.*"`, since a pattern must match the whole field',
    ],
    [
      'a function',
      '<|size|>(labels) > 5',
      'unknown-function',
      'unknown function `size`',
      'Compute has no functions; if a group is meant, write a space before `(`',
    ],
    [
      'a function alone',
      '<|f.g|>()',
      'unknown-function',
      'unknown function `f.g`',
      'Compute has no functions; if a group is meant, write a space before `(`',
    ],
    [
      'a function as value',
      'name = <|f|>(a, (b OR c), g())',
      'unknown-function',
      'unknown function `f`',
      'Compute has no functions; if a group is meant, write a space before `(`',
    ],
    [
      'a function in a composite',
      'name = (a OR <|f|>(b))',
      'unknown-function',
      'unknown function `f`',
      'Compute has no functions; if a group is meant, write a space before `(`',
    ],
    [
      '~',
      'name <|~|> a',
      'unexpected-token',
      'unexpected `~`',
      'only gcloud has `~`: write `name eq ".*a.*"`, since a pattern must match the whole field',
    ],
    [
      '!~',
      'name <|!~|> a',
      'unexpected-token',
      'unexpected `!~`',
      'only gcloud has `!~`: write `name ne ".*a.*"`, since a pattern must match the whole field',
    ],
    ['==', 'name <|==|> a', 'unexpected-token', 'unexpected `==`', 'write `=`'],
    ['<>', 'name <|<>|> a', 'unexpected-token', 'unexpected `<>`', 'write `!=`'],
    ['&&', 'name = a <|&&|> family = b', 'unexpected-token', 'unexpected `&&`', 'write `AND`'],
    ['!', '<|!|>name = a', 'unexpected-token', 'unexpected `!`', 'write `NOT` or `-`'],
    [
      'a parenthesis too many',
      'name = a<|)|>',
      'unexpected-token',
      'unexpected `)`',
      'no parenthesis is open here: remove it',
    ],
    ['empty parentheses', '(<|)|>', 'unexpected-token', 'unexpected `)`', undefined],
    [
      'no value in parentheses',
      '(name = <|)|>',
      'unexpected-token',
      'unexpected `)`',
      'write a value after `=`; the empty value is `""`',
    ],
    [
      'nothing open, nothing wanted',
      'name = a OR (family = b<||>',
      'unexpected-end',
      'unexpected end of the filter',
      'close the parenthesis with `)`',
    ],
  ])

  it('names `||` as it is written', () => {
    expect(() => parse('name = a || family = b')).toThrow('unexpected `||`')
  })
})
