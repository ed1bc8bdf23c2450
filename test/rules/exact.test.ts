import { describe, expect, it } from 'vitest'
import { observed, type Options, type Schema, validate } from '../../src/index.ts'

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']
const schema = {
  resource: 'Thing',
  fields: {
    count: { type: 'integer' },
    ratio: { type: 'double' },
    eight: { type: 'enum', values: letters.slice(0, 8) },
    nine: { type: 'enum', values: letters },
    config: { type: 'message', fields: { tags: { type: 'map', value: 'string' }, size: { type: 'int64' } } },
    parts: { type: 'message', repeated: true, fields: { name: { type: 'string' } } },
  },
} as const satisfies Schema

/** [filter, all its diagnostics: code and place] */
type Row = readonly [filter: string, ...found: readonly string[]]

function expectExactly(rows: readonly Row[], options: Options = {}): void {
  it.each(rows.map(([filter, ...found]) => ({ filter, found })))('$filter', ({ filter, found }) => {
    const diagnostics = validate(filter, options)
    expect(diagnostics.map(({ code, span }) => `${code} ${filter.slice(span.start, span.end)}`)).toEqual(found)
  })
}

/** [filter, help] */
type HelpRow = readonly [filter: string, help: string | undefined]

function expectHelp(rows: readonly HelpRow[], options: Options = {}): void {
  it.each(rows)('%s', (filter, help) => {
    expect(validate(filter, options).map((diagnostic) => diagnostic.help)).toEqual([help])
  })
}

describe('a mistake in one respect is not reported in another', () => {
  expectExactly([
    ['labels = *', 'comparator-type ='],
    ['labels = a*', 'comparator-type =', 'literal-type a*'],
    ['labels = a', 'comparator-type ='],
    ['deprecated = *', 'comparator-type ='],
    ['deprecated = nme', 'comparator-type ='],
    ['deprecated:nme', 'unknown-field nme'],
    ['deprecated:n*', 'literal-type n*'],
    ['diskSizeGb:*'],
    ['diskSizeGb = *', 'literal-type *'],
    ['diskSizeGb = (f(x) OR 1)', 'unknown-function f'],
    ['diskSizeGb = (f(x) OR y)', 'unknown-function f', 'literal-type y'],
    ['size(a) = 1', 'unknown-function size'],
    ['size(a) = f(b)', 'unknown-function size', 'unknown-function f'],
    ['name eq a family eq b', 'unexpected-token family eq b'],
    ['nme eq a family eq "("', 'unexpected-token family eq "("'],
    ['name eq a b', 'missing-comparator b'],
    ['b name eq a', 'missing-comparator b'],
    ['a b', 'missing-comparator a', 'missing-comparator b'],
    ['name eq a b family eq c', 'unexpected-token family eq c'],
    ['(name eq a) name eq b', 'unexpected-token name eq b'],
    ['name eq a (name eq b)', 'unexpected-token (name eq b)'],
    ['name eq a family = b', 'mixed-dialects ='],
    ['name = a family eq b', 'mixed-dialects eq'],
    ['diskSizeGb eq "("', 'literal-type "("'],
    ['enableConfidentialCompute eq "("', 'literal-type "("'],
    ['licenses eq "("', 'not-atomic licenses'],
    ['labels eq "("', 'not-atomic labels'],
    ['deprecated eq "("', 'not-atomic deprecated'],
    ['name eq "("', 'invalid-pattern "("'],
    ['status eq "("', 'invalid-pattern "("'],
    ['creationTimestamp eq "("', 'invalid-pattern "("'],
    ['creationTimestamp eq "2020-.*"'],
    ['status eq "R.*"'],
  ])
})

describe('literals of each type', () => {
  expectExactly([
    ['id = abc', 'literal-type abc'],
    ['id eq abc', 'literal-type abc'],
    ['id = 1'],
    ['id eq 1'],
    ['licenseCodes:abc', 'literal-type abc'],
    ['archiveSizeBytes eq abc', 'literal-type abc'],
    ['enableConfidentialCompute eq abc', 'literal-type abc'],
    ['enableConfidentialCompute eq TRUE'],
    ['name < a*', 'literal-type a*'],
    ['name > a*', 'literal-type a*'],
    ['name <= a*', 'literal-type a*'],
    ['name >= a*', 'literal-type a*'],
    ['name != a*'],
    ['status = READY*', 'unknown-enum-value READY*'],
    ['creationTimestamp = 2020*', 'invalid-timestamp 2020*'],
  ])
  expectExactly(
    [
      ['count = abc', 'literal-type abc'],
      ['count eq abc', 'literal-type abc'],
      ['count = 1.5', 'literal-type 1.5'],
      ['count eq 1'],
      ['ratio = abc', 'literal-type abc'],
      ['ratio eq abc', 'literal-type abc'],
      ['ratio eq 1.5'],
      ['ratio = 1*', 'literal-type 1*'],
    ],
    { schema },
  )
})

describe('values of enums', () => {
  expectExactly(
    [
      ['status = ready'],
      ['status = READY'],
      ['status = nope', 'unknown-enum-value nope'],
      ['rawDisk.containerType = tar'],
      ['rawDisk.containerType = zip', 'unknown-enum-value zip'],
    ],
    { profile: observed },
  )
  expectExactly([['status = ready', 'unknown-enum-value ready'], ['status = READY']])
  expectHelp(
    [
      ['eight = xyz', 'the values are `A`, `B`, `C`, `D`, `E`, `F`, `G` or `H`'],
      ['nine = xyz', undefined],
    ],
    { schema },
  )
})

describe('operators between clauses', () => {
  expectExactly([
    ['name eq a OR ORx eq b', 'operator-in-regex-dialect OR', 'multiple-fields ORx', 'unknown-field ORx'],
    ['name eq a AND ANDx eq b', 'operator-in-regex-dialect AND', 'multiple-fields ANDx', 'unknown-field ANDx'],
    ['name eq OR OR name eq b', 'operator-in-regex-dialect OR'],
    ['(name eq OR) OR (name eq b)', 'operator-in-regex-dialect OR'],
    ['-name eq a', 'operator-in-regex-dialect -'],
    ['NOT name eq a', 'operator-in-regex-dialect NOT'],
  ])
  it('stand where they are reported', () => {
    const starts = (filter: string): readonly number[] => validate(filter).map(({ span }) => span.start)
    expect(starts('name eq OR OR name eq ORx')).toEqual([11])
    expect(starts('name eq a OR name eq b OR name eq c')).toEqual([10, 23])
    expect(starts('name eq a OR ORx eq b').slice(0, 1)).toEqual([10])
    expect(starts('name eq a AND ANDx eq b').slice(0, 1)).toEqual([10])
    expect(starts('(((name eq OR))) OR ((name eq OR))')).toEqual([17])
  })
})

describe('messages about several fields', () => {
  it.each([
    ['(name eq a) (family eq b)', '`name` and `family`'],
    ['(disk.a eq a) (disk.b eq b)', '`disk.a` and `disk.b`'],
    ['(disk.a eq a) (disk.a eq b) (name eq c)', '`disk.a` and `name`'],
  ])('%s', (filter, fields) => {
    const messages = validate(filter).filter(({ code }) => code === 'multiple-fields')
    expect(messages.map(({ message }) => message)).toEqual([
      `regular expressions may test only one field, not both ${fields}`,
    ])
  })
})

const several = (values: string): string => `to compare with several values, write \`${values}\``

describe('help for a word without comparator', () => {
  expectHelp([
    ['and', 'write `AND`'],
    ['Or', 'write `OR`'],
    ['band', 'only gcloud accepts `band` alone; a filter needs field, comparator and value: `name = *band*`'],
    ['andy', 'only gcloud accepts `andy` alone; a filter needs field, comparator and value: `name = *andy*`'],
    ['orbit', 'only gcloud accepts `orbit` alone; a filter needs field, comparator and value: `name = *orbit*`'],
    ['color', 'only gcloud accepts `color` alone; a filter needs field, comparator and value: `name = *color*`'],
    ['eq', 'write `FIELD eq PATTERN`'],
    ['NE', 'write `FIELD ne PATTERN`'],
    ['seq', 'only gcloud accepts `seq` alone; a filter needs field, comparator and value: `name = *seq*`'],
    ['net', 'only gcloud accepts `net` alone; a filter needs field, comparator and value: `name = *net*`'],
    ['family = a OR b', several('family = (a OR b)')],
    ['family:a OR b', several('family:(a OR b)')],
    [
      'family = (a AND b) OR c',
      'only gcloud accepts `c` alone; a filter needs field, comparator and value: `name = *c*`',
    ],
    [
      'family = (a OR b) OR c',
      'only gcloud accepts `c` alone; a filter needs field, comparator and value: `name = *c*`',
    ],
    ['NOT family = a OR b', 'to compare with several values, write `family = (a OR b)`'],
    [
      'name = x OR family = a AND b',
      'only gcloud accepts `b` alone; a filter needs field, comparator and value: `name = *b*`',
    ],
    ['b OR family = a', 'only gcloud accepts `b` alone; a filter needs field, comparator and value: `name = *b*`'],
    ['name = x OR family = c OR b AND family = a', several('family = (c OR b)')],
    ['family = a OR name = b AND id = 1 OR 2', several('id = (1 OR 2)')],
    ['family = a AND name', 'to test whether it is set, write `name:*`'],
    ['deprecated.state', 'to test whether it is set, write `deprecated.state:*`'],
  ])
})

describe('help for an unknown field', () => {
  expectHelp([
    ['labels.a.b = 1', 'if the dot belongs to the key, quote it: `labels."a.b"`'],
    ['labels.a.b.c.d = 1', 'if the dot belongs to the key, quote it: `labels."a.b.c.d"`'],
    ['name.a = 1', undefined],
    ['labels[a] = 1', 'write the key after a dot: `labels.a = 1`'],
    ['labels[a-b_1] = 1', 'write the key after a dot: `labels.a-b_1 = 1`'],
    ['labels[0] = 1', 'write the key after a dot: `labels.NAME`'],
    ['labels["a"] = 1', 'write the key after a dot: `labels.a = 1`'],
    ["labels['a b'] = 1", 'write the key after a dot: `labels."a b" = 1`'],
    ['labels[*] = 1', 'write the key after a dot: `labels.NAME`'],
    ['labels.a[0] = 1', 'if the brackets belong to the key, quote it: `labels."a[0]"`'],
    ['labels[] = 1', 'write the key after a dot: `labels.NAME`'],
    ['deprecated[state] = ACTIVE', 'write the field after a dot: `deprecated.state = ACTIVE`'],
    ['name[0] = 1', undefined],
    ['licenses[0] = 1', 'only gcloud can select elements by index: to test all elements, write `licenses:1`'],
    ['licenses.0 = 1', 'only gcloud can select elements by index: to test all elements, write `licenses:1`'],
    ['guestOsFeatures[0] = 1', '`guestOsFeatures.FIELD:VALUE` tests all elements'],
  ])
  expectHelp(
    [
      ['config.tags.a.b = 1', 'if the dot belongs to the key, quote it: `config.tags."a.b"`'],
      ['config.tags.a.b.c = 1', 'if the dot belongs to the key, quote it: `config.tags."a.b.c"`'],
      ['config.size.a = 1', undefined],
      ['config.tags[a] = 1', 'write the key after a dot: `config.tags.a = 1`'],
      ['config.tags.a[0] = 1', 'if the brackets belong to the key, quote it: `config.tags."a[0]"`'],
    ],
    { schema },
  )
})

describe('help for an invalid pattern', () => {
  const noLookaround = 'RE2 does not support lookaround or backreferences'
  expectHelp([
    ['name eq *a', 'to match any characters, write `.*`'],
    ['name eq a**', undefined],
    ['name eq "(a)\\1"', noLookaround],
    ['name eq "(a)\\9"', noLookaround],
    ['name eq "\\d("', undefined],
    ['name eq "\\d)"', undefined],
    ['name eq "(?=a)"', noLookaround],
    ['name eq "(?!a)"', noLookaround],
    ['name eq "(?<=a)"', noLookaround],
    ['name eq "(?<!a)"', noLookaround],
    ['name eq "(?<a"', undefined],
    ['name eq "(?x"', undefined],
    ['name eq "a{2000}"', undefined],
    ['name eq "([ab]?c?){999}"', 'use smaller repetition counts and fewer character classes'],
  ])
})
