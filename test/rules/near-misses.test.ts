import { describe, expect, it } from 'vitest'
import { applyFix, validate } from '../../src/index.ts'
import { thingSchema } from './thing-schema.ts'

/*
 * What comes close to something that help recognizes, and means something else: a filter, the help of its errors, each once,
 * and the texts after their fixes, each once; a preferred one is marked with `*`.
 */

const rows: readonly (readonly [filter: string, help: readonly (string | undefined)[], ...fixed: string[]])[] = [
  ['sizes eq (5|6)', ['use `:`, which tests all elements: `sizes:VALUE`']],
  [
    '(dotted eq a.b) (name = a)',
    ['use either `eq` and `ne` with patterns or the comparators `= != < <= > >= :` throughout'],
  ],
  ['text[x].y = a', ['`text:VALUE` tests all elements']],
  ['text.0 = 1', ['only gcloud can select elements by index: to test all elements, write `text:1`'], 'text:1'],
  ['places.a[0].key = b', ['write the field after a dot: `places.a.NAME`']],
  ['places.a[key] = b', ['write the field after a dot: `places.a.key = b`'], '* places.a.key = b'],
  ['places[a].key = b', ['write the key after a dot: `places.a.key = b`'], '* places.a.key = b'],
  ['labels.env[0].x = a', ['if the brackets belong to the key, quote it: `labels."env[0]"`']],
  ['name[x] = a', [undefined]],
  ['labels[*x] = a', ['write the key after a dot: `labels."*x" = a`'], '* labels."*x" = a'],
  ['labels[env][x] = a', ['write the key after a dot: `labels.env`']],
  ['flag = t*', ['write `true` or `false`']],
  ['size = 2020-01-01', ['write a decimal integer']],
  ['diskSizeGb = 10GB5', ['write a decimal integer']],
  ['diskSizeGb = 10.0GB', ['write `diskSizeGb = 10`'], '* diskSizeGb = 10'],
  ['diskSizeGb = "10 GiB"', ['write `diskSizeGb = 10`'], '* diskSizeGb = 10'],
  ['size = 1_000.0', ['write `size = 1000`'], '* size = 1000'],
  ['size = 5.05', ['write a decimal integer']],
  ['size = nu*ll', ['write a decimal integer']],
  ['at = "“2020-01-01T10:00:00Z”"', ['write `at = 2020-01-01T10:00:00Z`'], '* at = 2020-01-01T10:00:00Z'],
  ['at = 2020-01-01T10:00+0100', ['write `at = 2020-01-01T10:00:00+01:00`'], '* at = 2020-01-01T10:00:00+01:00'],
  [
    'at > 2020-01-01 10:99',
    ['write date, time and offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`', undefined],
  ],
  ['at > 2020/01/01 10:00', ['write `at > 2020-01-01T10:00:00Z`', undefined], '* at > 2020-01-01T10:00:00Z'],
  ['(at > 2020-01-01  10:00)', ['write `at > 2020-01-01T10:00:00Z`', undefined], '* (at > 2020-01-01T10:00:00Z)'],
  [
    'at < 2020-01-01 AND name = "x 10:00 y"',
    ['write `at < 2020-01-01T00:00:00Z`'],
    '* at < 2020-01-01T00:00:00Z AND name = "x 10:00 y"',
  ],
  [
    'at < 2020-01-01 AND name = "x 10:00"',
    ['write `at < 2020-01-01T00:00:00Z`'],
    '* at < 2020-01-01T00:00:00Z AND name = "x 10:00"',
  ],
  ['at > 2020-01-01 10:00', ['write `at > 2020-01-01T10:00:00Z`', undefined], '* at > 2020-01-01T10:00:00Z'],
  ['part = xtrue', ['name a field inside it, for example `part.key`']],
  ['part = truely', ['name a field inside it, for example `part.key`']],
  ['part = xfalse', ['name a field inside it, for example `part.key`']],
  ['part = falsely', ['name a field inside it, for example `part.key`']],
  ['group = web', ['name a field inside it, for example `group.sizes`']],
  ['dotted = none', ['did you mean `NONE`?'], '* dotted = NONE'],
  ['dotted = null', ['to test whether it is unset, write `-dotted:*`'], '* -dotted:*'],
  ['parts:0', ['`parts.FIELD:VALUE` tests all elements']],
  ['part:null', ['to test whether it is unset, write `NOT part:*`'], '* NOT part:*'],
  [
    'parts = f(x)',
    [
      'name a field inside it, for example `parts.key`',
      'Compute has no functions; if a group is meant, write a space before `(`',
    ],
  ],
  ['labels.a.b^=c', ['if the dot belongs to the key, quote it: `labels."a.b^"`'], '* labels."a.b^"=c'],
  ['size = 5 AND –name = a', ['write a plain hyphen: `-name = a`'], '* size = 5 AND -name = a'],
  ['part.–x = a', [undefined]],
  ['sizs:5', ['did you mean `size` or `sizes`?'], 'size:5', 'sizes:5'],
  ['contains(name, a*b)', ['Compute has no functions: write `name = *a*b*`'], 'name = *a*b*'],
  ['in(name, a, f(b))', ['Compute has no functions; if a group is meant, write a space before `(`']],
  ['exists(name, f(a))', ['Compute has no functions; if a group is meant, write a space before `(`']],
  ['size = 5 AND contains(name, a)', ['Compute has no functions: write `name = *a*`'], '* size = 5 AND name = *a*'],
  ['foo = contains(a)', [undefined, 'Compute has no functions: write `foo = *a*`'], '* foo = *a*'],
  ['contains()', ['Compute has no functions; if a group is meant, write a space before `(`']],
  ['exists()', ['Compute has no functions; if a group is meant, write a space before `(`']],
  ['contains(x*, a)', ['Compute has no functions; if a group is meant, write a space before `(`']],
  ['contains(*x, a)', ['Compute has no functions; if a group is meant, write a space before `(`']],
  [
    'x name is null',
    ['only gcloud accepts `x` alone; a filter needs field, comparator and value: `name = *x*`', 'write `-name:*`'],
    '* name = *x* name is null',
    '* x -name:*',
  ],
  [
    'name is null x',
    ['write `-name:*`', 'a filter needs field, comparator and value: `name = debian-12`'],
    '* -name:* x',
  ],
  [
    'name brand',
    ['write `name = brand`', 'a filter needs field, comparator and value: `name = debian-12`'],
    'name = brand',
  ],
  [
    'name order',
    ['write `name = order`', 'a filter needs field, comparator and value: `name = debian-12`'],
    'name = order',
  ],
  [
    'name = "x y" OR brand',
    ['to compare with several values, write `name = ("x y" OR brand)`'],
    '* name = ("x y" OR brand)',
  ],
  [
    'name = "x y" OR order',
    ['to compare with several values, write `name = ("x y" OR order)`'],
    '* name = ("x y" OR order)',
  ],
  [
    'name = "x y" OR and OR b',
    ['write `AND`', 'only gcloud accepts `b` alone; a filter needs field, comparator and value: `name = *b*`'],
    '* name = "x y" OR and OR name = *b*',
  ],
  ['foo = a OR b', [undefined, 'to compare with several values, write `foo = (a OR b)`'], '* foo = (a OR b)'],
  ['name = a or android', ['to compare with several values, write `name = (a OR android)`'], '* name = (a OR android)'],
  ['name = aa or bb', ['to compare with several values, write `name = (aa OR bb)`'], '* name = (aa OR bb)'],
  ['size = 5 # a note of several words', ['filters cannot contain comments']],
  ['size = 5\n# a note of several words', ['filters cannot contain comments']],
  [
    '# a note\nname = a x',
    ['filters cannot contain comments', 'put the whole text in quotes: `"a x"`'],
    '* # a note\nname = "a x"',
  ],
  [
    '(size eq 5 OR size eq 6) AND name eq a',
    [
      'write alternatives in the pattern: `name eq (a|b)`',
      'clauses side by side are ANDed: `(name eq a.*) (name ne .*b)`',
      'filter one field, use the comparators `=` and `:`, or allow several fields with the profile switch `multipleFields: "and"`, as the live API does',
    ],
    '* (size = 5 OR size = 6) AND name = a',
  ],
  [' NOT name eq a ', ['write `name ne a`'], '*  name ne a '],
  // One call is a comparison in words, and is reported once.
  ['name in(a, b)', ['write `name = (a OR b)`'], '* name = (a OR b)'],
  [
    '(name eq x) OR (at eq y)',
    [
      'write alternatives in the pattern: `name eq (a|b)`',
      'filter one field, use the comparators `=` and `:`, or allow several fields with the profile switch `multipleFields: "and"`, as the live API does',
    ],
  ],
]

describe('help', () => {
  it.each(rows.map(([filter, help, ...fixed]) => ({ filter, help, fixed })))(
    'for $filter',
    ({ filter, help, fixed }) => {
      const errors = validate(filter, { schema: thingSchema })
      expect([...new Set(errors.map((error) => error.help))]).toEqual(help)
      const fixes = errors.flatMap((error) => error.fixes ?? [])
      const texts = fixes.map((fix) => (fix.isPreferred ? '* ' : '') + applyFix(filter, fix))
      expect([...new Set(texts)]).toEqual(fixed)
    },
  )
})

it('names the words of a comparison alone', () => {
  const messages = validate('x name is null AND size = 5', { schema: thingSchema }).map(({ message }) => message)
  expect(messages).toEqual(['`x` is not compared with anything', '`name is null` is not compared with anything'])
})

it('tries out no fix that would leave some of the clauses', () => {
  // There is time to judge so long a text once: for the misspelt name.
  const filter = `(name = a) (name eq "a|b") (nam = ${'x'.repeat(20_000)})`
  const errors = validate(filter, { schema: thingSchema, limits: { textLength: 30_000 } })
  expect(errors.map(({ code, fixes }) => [code, fixes?.length])).toEqual([
    ['mixed-dialects', undefined],
    ['unknown-field', 1],
  ])
})
