import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preparePlan } from '../../src/compile.ts'
import { evaluatorOf } from '../../src/evaluate/index.ts'
import { documented, observed, type Profile } from '../../src/index.ts'
import { createMatcher } from '../../src/matcher/index.ts'
import { rewrites } from '../../src/matcher/rewrites/index.ts'
import { caseArbitrary, resourceArbitrary } from '../../src/testing/index.ts'
import { resourceSchema as schema } from '../testing/schemas.ts'
import { plant } from '../unreadable.ts'

const anyElement = { ...documented, repeatedEquals: 'any', unsetParent: 'default' } as const
const profiles: readonly Profile[] = [documented, observed, anyElement]

const rewriteLists = {
  none: [],
  ...Object.fromEntries(Object.entries(rewrites).map(([name, rewrite]) => [name, [rewrite]])),
  all: Object.values(rewrites),
}

function expectSameVerdicts(filter: string, profile: Profile, resources: readonly unknown[]): void {
  const { plan, free } = preparePlan(filter, { schema, profile })
  const expected = resources.map(evaluatorOf(plan))
  for (const [name, applied] of Object.entries(rewriteLists)) {
    expect(resources.map(createMatcher(plan, applied)), `${filter}, rewrites: ${name}`).toEqual(expected)
  }
  free()
}

/** The forms that rewrites look for, and each shape of path, with its negation. */
const filters = [
  ...['name = a', 'name != a', 'name = ""', 'state = READY', 'isBoot = true', 'name = a*', 'name:*', 'name = b'],
  ...['sizeGb > 5', 'sizeGb = 0', 'id <= 10', 'ratio < 2', 'lastAttach > 2020-01-01T00:00:00Z', 'total:*'],
  ...['labels.a = b', 'labels.a != b', 'labels.a:*', 'counts.a > 1', 'switches.a = false', 'params.text = a'],
  ...[
    'params.text:*',
    'params.inner.text = a',
    'params.inner.on = false',
    'params.inner:*',
    'members.a.inner.on = true',
  ],
  ...['users:a', 'users:a*', 'users:*', 'sizes:5', 'params.list:a', 'params.list:*', 'parts.text:a', 'parts.text:*'],
  ...[
    'parts.names:a',
    'parts.names:*',
    'parts.inner.list:a',
    'parts.inner.text:a',
    'parts.labels.a:b',
    'members.a.list:a',
  ],
]
const combined = [
  ...['name = (a OR b)', 'name = (a OR b OR c OR d)', 'NOT name = (a OR b)', 'labels.a = (a OR b)'],
  `name = (${Array.from('abcdefghij').join(' OR ')})`,
  ...['sizeGb >= 1 AND sizeGb < 10', 'sizeGb > 1 AND NOT sizeGb > 10 AND id < 5', 'counts.a > 1 AND counts.a <= 5'],
  ...['lastAttach > 2020-01-01T00:00:00Z AND lastAttach < 2021-01-01T00:00:00Z', 'params.inner.text = a AND name = a'],
  ...['labels.a = a AND labels.b = b AND name = a', 'parts.text:a AND name = a', 'users:a AND users:b AND NOT users:c'],
  ...[
    'name = a* AND name != *b AND state = READY AND sizeGb > 1 AND isBoot = true',
    'users:a OR name = a OR labels.a = b',
  ],
]

describe('the matcher gives the verdicts of the plain evaluator, with each rewrite and with all', () => {
  /** Values that filters of this test name, among others. */
  const text = fc.constantFrom('a', 'b', 'ab', 'c', '', 'READY', '5', '0', '2020-06-01T12:00:00.000+00:00')
  const leaf = fc.oneof(text, fc.constantFrom(0, 5, 1.5, true, false, null, undefined))
  const object = (value: fc.Arbitrary<unknown>) => fc.dictionary(fc.constantFrom('a', 'b', 'text', 'at', 'size'), value)
  const list = fc.array(leaf, { maxLength: 3 })
  const inner = fc.record({ text: leaf, on: leaf, list }, { requiredKeys: [] })
  const message = fc.record({ text: leaf, names: list, list, inner, labels: object(leaf) }, { requiredKeys: [] })
  const wrong = fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.jsonValue() })
  const fields = fc.record(
    {
      ...{ name: leaf, state: leaf, isBoot: leaf, sizeGb: leaf, id: leaf, ratio: leaf, lastAttach: leaf, total: leaf },
      ...{ labels: object(leaf), counts: object(leaf), switches: object(leaf), users: list, sizes: list },
      ...{ params: message, parts: fc.array(fc.oneof(message, leaf), { maxLength: 3 }), members: object(message) },
    },
    { requiredKeys: [] },
  )
  const resource = fc
    .tuple(fields, fc.constantFrom('labels', 'params', 'users', 'parts', 'members'), wrong)
    .map(([some, name, value]) => (value === undefined ? some : { ...some, [name]: value }))
  const choices = fc.infiniteStream(fc.nat(15))

  it.each([...filters, ...filters.map((filter) => `NOT ${filter}`), ...combined])('%s', (filter) => {
    fc.assert(
      fc.property(fc.array(resource, { minLength: 1, maxLength: 4 }), choices, (resources, numbers) => {
        const hostile = resources.map((each) => plant(each, () => Number(numbers.next().value)).hostile)
        const heirs = resources.map((each) => Object.create(each) as unknown)
        for (const profile of [documented, anyElement])
          expectSameVerdicts(filter, profile, [...resources, ...hostile, ...heirs])
      }),
      { numRuns: 20 },
    )
  })

  it.each(profiles)('whatever the filter: profile %o', (profile) => {
    fc.assert(
      fc.property(
        fc.array(caseArbitrary({ schema, profile }), { minLength: 1, maxLength: 3 }),
        resourceArbitrary(schema),
        choices,
        (cases, other, numbers) => {
          const resources = [other, ...cases.flatMap((each) => each.resources)]
          const hostile = resources.map((each) => plant(each, () => Number(numbers.next().value)).hostile)
          for (const { filter } of cases) expectSameVerdicts(filter, profile, [...resources, ...hostile])
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each([null, undefined, 5, 'text', [], [{ name: 'a' }], () => undefined])('on %o', (value) => {
    for (const filter of [...filters, ...combined]) expectSameVerdicts(filter, documented, [value, Object(value)])
  })
})
