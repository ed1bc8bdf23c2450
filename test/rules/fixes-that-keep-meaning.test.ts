import { describe, expect, it } from 'vitest'
import { applyFix, validate } from '../../src/index.ts'

/*
 * Filters whose first thought of a fix would lose something: a parenthesis, an alternative, a negation. A filter, the help
 * of its first error, and the texts after the fixes; a preferred one is marked with `*`.
 */

const brackets = '; to write brackets as text, use quotes'
const search = 'since a pattern must match the whole field'

const rows: readonly (readonly [filter: string, help: string, ...fixed: string[]])[] = [
  ['labels:(NOT a=b)', 'put it in quotes: `"a=b"`', '* labels:(NOT "a=b")'],
  ['labels:(x OR y=z)', 'put it in quotes: `"y=z"`', '* labels:(x OR "y=z")'],
  ['labels = (a=b OR c=d)', 'put it in quotes: `"a=b"`', '* labels = ("a=b" OR c=d)'],
  ['(labels:a=b)', 'write `labels.a = b`', '* (labels.a = b)'],
  ['name = ([])', 'put it in quotes: `"[]"`', '* name = ("[]")'],
  ['name = (a OR [b])', `for several values, write \`b\`${brackets}`, '* name = (a OR b)'],
  ['NOT name != (a OR [b])', `for several values, write \`b\`${brackets}`, 'NOT name != (a OR b)'],
  [
    'name = (a OR [c, d]) AND status = READY',
    `for several values, write \`(c OR d)\`${brackets}`,
    '* name = (a OR (c OR d)) AND status = READY',
  ],
  ['(name = [a, b])', `for several values, write \`name = (a OR b)\`${brackets}`, '* (name = (a OR b))'],
  ['name eq a OR name eq b', 'write `name eq "(a|b)"`', '* name eq "(a|b)"'],
  ['name eq "(?i)a" OR name eq b', 'write alternatives in the pattern: `name eq (a|b)`'],
  ['diskSizeGb eq 10 OR diskSizeGb eq 20', 'write alternatives in the pattern: `name eq (a|b)`'],
  ['licenses != a', 'use `:`, which tests all elements: `-licenses:a`', '* -licenses:a'],
  ['licenses != (a OR b)', 'use `:`, which tests all elements, with one value at a time: `-licenses:VALUE`'],
  ['licenses = (a OR b)', 'use `:`, which tests all elements: `licenses:(a OR b)`', '* licenses:(a OR b)'],
  [
    'deprecated != OBSOLETE',
    'name a field inside it: `NOT deprecated.state = OBSOLETE`',
    '* NOT deprecated.state = OBSOLETE',
  ],
  ['deprecated != (DEPRECATED OR OBSOLETE)', 'name a field inside it, for example `deprecated.state`'],
  ['guestOsFeatures != (GVNIC OR WINDOWS)', 'name a field inside it, for example `guestOsFeatures.type`'],
  ['deprecated:OBSOLETE', 'name a field inside it: `deprecated.state = OBSOLETE`', '* deprecated.state = OBSOLETE'],
  ['deprecated:obsolet', 'did you mean `obsolete`?', '* deprecated:obsolete'],
  ['name ~ *', `only gcloud has \`~\`: write \`name eq ".*PATTERN.*"\`, ${search}`],
  ['name ~ "*deb"', `only gcloud has \`~\`: write \`name eq ".*PATTERN.*"\`, ${search}`],
  ['name !~ +', `only gcloud has \`!~\`: write \`name ne ".*PATTERN.*"\`, ${search}`],
  ['name ~ a\\', `only gcloud has \`~\`: write \`name eq ".*PATTERN.*"\`, ${search}`],
  ['name ~ [a', `only gcloud has \`~\`: write \`name eq ".*[a.*"\`, ${search}`],
  ['name eq (a, b)', 'no parenthesis is open here: remove it'],
  ['(name eq a))', 'no parenthesis is open here: remove it', '* (name eq a)'],
  ['name eq "*deb*"', 'to match any characters, write `.*`', '* name eq ".*deb.*"'],
  ['name eq "*[ab]*c.*"', 'to match any characters, write `.*`', '* name eq ".*[ab]*c.*"'],
]

describe('a fix', () => {
  it.each(rows.map(([filter, help, ...fixed]) => ({ filter, help, fixed })))(
    'of $filter',
    ({ filter, help, fixed }) => {
      const errors = validate(filter)
      expect(errors[0]?.help).toBe(help)
      const fixes = errors.flatMap((error) => error.fixes ?? [])
      expect(fixes.map((fix) => (fix.isPreferred ? '* ' : '') + applyFix(filter, fix))).toEqual(fixed)
    },
  )
})
