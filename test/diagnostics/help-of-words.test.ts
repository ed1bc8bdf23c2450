import { describe, it } from 'vitest'
import { expectHelp, type HelpRow } from '../grammar/expect-help.ts'

/* Words that compare in other languages, searches, and where a proposal gets parentheses. */

const needs = 'a filter needs field, comparator and value: `name = debian-12`'
const alternatives = 'write one comparison for each value, or `FIELD = (A OR B)`'
const search = (text: string, operator = '~'): string =>
  `only gcloud has \`${operator}\`: write \`${text}\`, since a pattern must match the whole field`

const rows: readonly HelpRow[] = [
  ['size in (1, x)', alternatives],
  ['size in (x, 1)', alternatives],
  ['text ~ (?i)web', 'only gcloud has `~`: write `text:VALUE`, which tests all elements'],
  ['text ~ a.*.*b', 'only gcloud has `~`: write `text:*a*b*`', '* text:*a*b*'],
  ['name ~ (?is)web', search('name eq "(?is).*web.*"'), '* name eq "(?is).*web.*"'],
  ['name ~ (?i)web', search('name eq "(?i).*web.*"'), '* name eq "(?i).*web.*"'],
  ['name ~ a(?i)b', search('name eq ".*a(?i)b.*"'), '* name eq ".*a(?i)b.*"'],
  ['name ~ a$b', search('name eq ".*a$b.*"'), '* name eq ".*a$b.*"'],
  ['name ~ ^web$', search('name eq "web"'), '* name eq "web"'],
  ['name ~ web\\$', search('name eq ".*web\\$.*"'), '* name eq ".*web\\$.*"'],
  ['text matches a|b', needs],
  ['"ON".x in status', needs],
  ['x."ON" in status', needs],
  ['"ON" in status', 'write `status = ON`', '* status = ON'],
  ['ON in status', 'write `status = ON`', '* status = ON'],
  ['OFF not in status', 'write `NOT status = OFF`', '* NOT status = OFF'],
  ['a in labels', 'write `labels:a`', '* labels:a'],
  ['a not in labels', 'write `-labels:a`', '* -labels:a'],
  ['name in (a, "b\\\\c")', 'write `name = (a OR "b\\\\\\\\c")`', 'name = (a OR "b\\\\\\\\c")'],
  ['name in ("b\\\\c", a)', 'write `name = ("b\\\\\\\\c" OR a)`', 'name = ("b\\\\\\\\c" OR a)'],
  ['NOT labels:a-b=c', 'write `labels.a-b = c`', '* NOT labels.a-b = c'],
  ['name equals ANDROID', 'write `name = ANDROID`', '* name = ANDROID'],
  ['name like ORANGE', 'write `name = ORANGE`', '* name = ORANGE'],
  ['name equals OR', 'write a comparison after `OR`'],
  ['name equals labels', 'write `name = labels`', '* name = labels'],
  ['name equals users', 'write `name = users`', '* name = users'],
  ['name equals null', 'write `name = null`', '* name = null'],
  ['name is null', 'write `-name:*`', '* -name:*'],
  ['name is not null', 'write `name:*`', '* name:*'],
  ['name is nullable', 'write `name = nullable`', '* name = nullable'],
  ['name is nonnull', 'write `name = nonnull`', '* name = nonnull'],
  ['name equals like', 'write `name = like`', '* name = like'],
  ['name is like', needs],
  ['name like a*%', 'write `name = a**`', 'name = a**'],
  ['name like a%', 'write `name = a*`', '* name = a*'],
  ['nam."x" equals a', 'write `nam."x" = a`'],
  ['"nam" equals a', needs],
  ['"name" equals a', 'write `"name" = a`', '* "name" = a'],
  ['nam matches a', 'write `nam eq ".*a.*"`'],
  ['name matches a', 'write `name eq ".*a.*"`', '* name eq ".*a.*"'],
  ['name not matches a', 'write `name ne ".*a.*"`', '* name ne ".*a.*"'],
  ['text matches a', 'write `text:*a*`', '* text:*a*'],
  ['text not matches a', 'write `NOT text:*a*`', '* NOT text:*a*'],
  ['size matches 5', needs],
  ['sizes matches 5', needs],
  ['flag matches true', needs],
  ['labels matches a', needs],
  ['part matches a', needs],
  ['parts matches a', needs],
  ['labels.env matches a', 'write `labels.env eq ".*a.*"`', '* labels.env eq ".*a.*"'],
  ['size between 1 and 5', 'write `size >= 1 AND size <= 5`', '* size >= 1 AND size <= 5'],
  ['size not between 1 and 5', 'write `NOT (size >= 1 AND size <= 5)`', '* NOT (size >= 1 AND size <= 5)'],
  ['size is not between "1" and \'5\'', 'write `NOT (size >= 1 AND size <= 5)`', '* NOT (size >= 1 AND size <= 5)'],
  ['size between 1 and x', needs],
  ['size between x and 1', needs],
  ['name exists', 'write `name:*`', '* name:*'],
  ['name not exists', 'write `-name:*`', '* -name:*'],
  ['name starts with a', 'write `name = a*`', '* name = a*'],
  ['name starts  with a', 'write `name = a*`', '* name = a*'],
  ['name ends with a', 'write `name = *a`', '* name = *a'],
  ['name starts_with "a*"', 'write `name = a**`', 'name = a**'],
  [' labels:{a:b,c:d} ', 'write `labels.a = b AND labels.c = d`', '*  labels.a = b AND labels.c = d '],
  ['NOT labels:{a:b,c:d}', 'write `labels.a = b AND labels.c = d`', '* NOT (labels.a = b AND labels.c = d)'],
]

describe('help', () => {
  it.each(rows.map(([filter, help, ...fixed]) => ({ filter, help, fixed })))('for $filter', expectHelp)
})
