import { expect, it } from 'vitest'
import { documented, observed, type Profile, validate } from '../../src/index.ts'

/** [filter, profile, message, help, the titles of the fixes] */
const worded: readonly (readonly [string, Profile, message: string, help?: string, ...titles: string[]])[] = [
  [
    'sourceDisk = d',
    documented,
    '`sourceDisk` holds full URLs, so it never equals `d`',
    'to match URLs that end this way, write `*/d`',
    'to match URLs that end this way, write `*/d`',
  ],
  [
    'sourceDisk eq d',
    documented,
    'the pattern `d` must match the entire URL',
    'to match URLs that end this way, write `.*/d`',
    'to match URLs that end this way, write `.*/d`',
  ],
  [
    'diskSizeGb = 99999999999999999999',
    documented,
    '`99999999999999999999` is out of range for `diskSizeGb` (`int64`): no value can equal it',
  ],
  [
    'name:deb',
    documented,
    'the result depends on the profile switch `hasOnString`: it is `equals` here and `contains` in `observed`',
    'to compare the whole text, write `name = deb`; to find a part of it, write `name = *deb*`',
    'write `name = deb`',
    'write `name = *deb*`',
  ],
  [
    'status = ready',
    observed,
    'the result depends on the profile switch `enumCase`: it is `insensitive` here and `sensitive` in `documented`',
    'write `READY`',
    'write `READY`',
  ],
  [
    '(name eq a) (family eq b)',
    observed,
    'the result depends on the profile switch `multipleFields`: it is `and` here and `reject` in `documented`',
  ],
  [
    'labels.env != a',
    { ...documented, unsetParent: 'default' },
    'the result depends on the profile switch `unsetParent`: it is `default` here and `no-match` in `documented`',
  ],
  [
    'licenses != */a',
    { ...documented, repeatedEquals: 'any' },
    'the result depends on the profile switch `repeatedEquals`: it is `any` here and `reject` in `documented`',
  ],
  [
    'name = a name = b',
    documented,
    '`name = a` and `name = b` cannot both hold',
    'to match either, write `name = (a OR b)`',
    'write `name = (a OR b)`',
  ],
]

it.each(worded.map(([filter, profile, ...words]) => ({ filter, profile, words })))(
  'the words of the hint for $filter',
  ({ filter, profile, words }) => {
    const [hint, ...others] = validate(filter, { profile, hints: true })
    expect(others).toEqual([])
    const { message, help, fixes = [] } = hint ?? {}
    expect([message, ...(help === undefined ? [] : [help]), ...fixes.map(({ title }) => title)]).toEqual(words)
  },
)
