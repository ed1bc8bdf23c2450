import { describe, expect, it } from 'vitest'
import { compile, observed, validate } from '../../src/index.ts'
import { expectAccepted, expectMatches, expectRejections } from './tables.ts'

describe('section 1: two dialects', () => {
  expectMatches([
    ['an empty filter matches everything', '', { name: 'a' }, true],
    ['a blank filter matches everything', ' \t\r\n ', {}, true],
    ['a clause of the AIP-160 dialect', 'name = a', { name: 'a' }, true],
    ['a clause of the regular-expression dialect', 'name eq a.c', { name: 'abc' }, true],
    ['the pattern matches the whole field', 'name eq b', { name: 'abc' }, false],
    ['ne', 'name ne a.*', { name: 'abc' }, false],
    ['a number in the regular-expression dialect', 'diskSizeGb eq 10', { diskSizeGb: '10' }, true],
    [
      'a boolean in the regular-expression dialect',
      'enableConfidentialCompute ne TRUE',
      { enableConfidentialCompute: true },
      false,
    ],
    ['clauses side by side are ANDed', '(name eq a.*) (name ne .*b)', { name: 'ab' }, false],
    ['clauses on the same field are always accepted', '(name eq a.*) (name ne .*b)', { name: 'ac' }, true],
  ])

  expectAccepted([
    ['all comparators', 'name=a name!=b name<c name<=d name>e name>=f name:g'],
    ['all logic', 'NOT name=a AND -name=b OR (name=c)'],
    ['two spellings of one field are one field', '(diskSizeGb eq 10) (disk_size_gb ne 20)'],
  ])

  expectRejections([
    [
      'mixed dialects',
      'name eq a.* AND family <|=|> b',
      'mixed-dialects',
      '`=` and `eq` cannot be combined in one filter',
      'use either `eq` and `ne` with patterns or the comparators `= != < <= > >= :` throughout',
    ],
    [
      'mixed dialects, the other way round',
      '(name = a) (family <|ne|> b)',
      'mixed-dialects',
      '`ne` and `=` cannot be combined in one filter',
      'use either `eq` and `ne` with patterns or the comparators `= != < <= > >= :` throughout',
    ],
    [
      'AND',
      '(name eq a) <|AND|> (name ne b)',
      'operator-in-regex-dialect',
      '`AND` cannot be combined with `eq` and `ne`',
      'write `(name eq a) (name ne b)`',
    ],
    [
      'OR',
      '(name eq a) <|OR|> (name eq b)',
      'operator-in-regex-dialect',
      '`OR` cannot be combined with `eq` and `ne`',
      'write `name eq "(a|b)"`',
    ],
    [
      'OR between words that hold it',
      '(name eq ORacle) <|OR|> (name eq b)',
      'operator-in-regex-dialect',
      '`OR` cannot be combined with `eq` and `ne`',
      'write `name eq "(ORacle|b)"`',
    ],
    [
      'NOT',
      '<|NOT|> name eq a',
      'operator-in-regex-dialect',
      '`NOT` cannot be combined with `eq` and `ne`',
      'write `name ne a`',
    ],
    [
      '-',
      '<|-|>(name eq a)',
      'operator-in-regex-dialect',
      '`-` cannot be combined with `eq` and `ne`',
      'write `name ne a`',
    ],
    [
      'several fields',
      '(name eq a) (<|family|> eq b)',
      'multiple-fields',
      'regular expressions may test only one field, not both `name` and `family`',
      'filter one field, use the comparators `=` and `:`, or allow several fields with the profile switch `multipleFields: "and"`, as the live API does',
    ],
  ])

  it('shows both comparators of mixed dialects', () => {
    expect(validate('name eq a.* AND family = b')[0]?.related).toEqual([
      { message: '`eq` belongs to the other dialect', span: { start: 5, end: 7 } },
    ])
  })

  it('reports each further field once, with the first as a related place', () => {
    const found = validate('(name eq a) (family eq b) (family ne c) (status eq d) (unknown.x eq e)')
    expect(found.filter(({ code }) => code === 'multiple-fields').map(({ span, related }) => [span, related])).toEqual([
      [{ start: 13, end: 19 }, [{ message: 'the first field', span: { start: 1, end: 5 } }]],
      [{ start: 41, end: 47 }, [{ message: 'the first field', span: { start: 1, end: 5 } }]],
      [{ start: 55, end: 64 }, [{ message: 'the first field', span: { start: 1, end: 5 } }]],
    ])
  })

  it('ANDs clauses on several fields under the observed profile', () => {
    const matcher = compile('(name eq a.*) (family eq b)', { profile: observed })
    expect([matcher({ name: 'a', family: 'b' }), matcher({ name: 'a' }), matcher({ family: 'b' })]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('reports only `mixed-dialects` for a mixed filter', () => {
    expect(validate('name eq a OR family = b name ne c').map(({ code }) => code)).toEqual(['mixed-dialects'])
  })

  it('reports every operator, in source order', () => {
    const filter = '(name eq a) AND (name eq b) AND name eq c OR name eq d OR NOT name eq e'
    const found = validate(filter).map(({ span }) => [span.start, filter.slice(span.start, span.end)])
    expect(found).toEqual([
      [12, 'AND'],
      [28, 'AND'],
      [42, 'OR'],
      [55, 'OR'],
      [58, 'NOT'],
    ])
  })
})
