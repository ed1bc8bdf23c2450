import { describe, expect, it } from 'vitest'
import { preparePlan } from '../../src/compile.ts'
import { exactValueOf } from '../../src/matcher/index.ts'
import { conditionsOf, type Plan } from '../../src/plan/index.ts'
import { documented, observed, type Options, type Schema } from '../../src/index.ts'

const planOf = (filter: string, options: Options = {}): Plan => preparePlan(filter, options).plan

/** `(all a (any b c) (not d))`, where a letter is the text of a value. */
function shapeOf(plan: Plan): string {
  switch (plan.kind) {
    case 'condition':
      return plan.value.kind === 'value' ? plan.value.parts.join('*') : `/${plan.value.text}/`
    case 'not':
      return `(not ${shapeOf(plan.plan)})`
    case 'all':
    case 'any':
      return `(${[plan.kind, ...plan.plans.map(shapeOf)].join(' ')})`
  }
}

describe('the shape of a plan', () => {
  it.each([
    ['', '(all)'],
    ['name = a', 'a'],
    ['name = a AND name = b AND name = c', '(all a b c)'],
    ['name = a name = b', '(all a b)'],
    ['name = a OR name = b', '(any a b)'],
    ['NOT name = a', '(not a)'],
    ['name = (a OR b)', '(any a b)'],
    ['name = (a AND (b OR NOT c))', '(all a (any b (not c)))'],
    ['name = (a b)', '(all a b)'],
    ['NOT (name = a OR name = b) name = c', '(all (not (any a b)) c)'],
    ['(name eq a) (name ne b)', '(all /a/ /b/)'],
  ])('of %j is %s', (filter, shape) => {
    expect(shapeOf(planOf(filter))).toBe(shape)
  })
})

const schema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    state: { type: 'enum', values: ['A', 'B'] },
    size: { type: 'int64' },
    ratio: { type: 'double' },
    made: { type: 'timestamp' },
    done: { type: 'boolean' },
    names: { type: 'string', repeated: true },
    sizes: { type: 'int64', repeated: true },
    labels: { type: 'map', value: 'string' },
    counts: { type: 'map', value: 'int64' },
    inner: { type: 'message', fields: { name: { type: 'string' }, size: { type: 'int64' } } },
    inners: { type: 'message', repeated: true, fields: { name: { type: 'string' } } },
  },
} as const satisfies Schema

/** The parts that an index can use. */
const usable = (filter: string, options: Options): readonly unknown[] =>
  conditionsOf(planOf(filter, { schema, ...options })).map(({ condition }) => {
    const { path, test } = condition
    const exact = path.repeated ? undefined : exactValueOf(condition)
    return exact ?? (test.op === 'order' ? test.scalar.type : undefined)
  })

describe('what an index can make use of', () => {
  it.each([
    ['name = a', 'a'],
    ['name:a', 'a'],
    ['name != a', undefined],
    ['name = a*', undefined],
    ['name = ""', undefined],
    ['name:""', undefined],
    ['name:*', undefined],
    ['name < a', 'string'],
    ['name >= a', 'string'],
    ['state = A', 'A'],
    ['state:A', 'A'],
    ['state != A', undefined],
    ['size = 1', undefined],
    ['size > 1', 'int64'],
    ['ratio <= 1', 'double'],
    ['made > 2020-01-01T00:00:00Z', 'timestamp'],
    ['done = true', true],
    ['done = false', undefined],
    ['done != true', undefined],
    ['names:a', undefined],
    ['sizes:1', undefined],
    ['labels.a = x', 'x'],
    ['labels.a > x', 'string'],
    ['labels:a', undefined],
    ['counts.a > 1', 'int64'],
    ['inner.name = a', 'a'],
    ['inner:name', undefined],
    ['inners.name:a', undefined],
    ['name eq a', undefined],
  ])('of %s is %s', (filter, expected) => {
    expect(usable(filter, {})).toEqual([expected])
  })

  it.each([
    ['name = a', 'a'],
    ['name:a', undefined],
    ['state = A', undefined],
    ['state:A', undefined],
    ['size > 1', 'int64'],
  ])('under the profile `observed` of %s is %s', (filter, expected) => {
    expect(usable(filter, { profile: observed })).toEqual([expected])
  })
})

describe('the verdict under an unset parent', () => {
  const byDefault = { ...documented, unsetParent: 'default' } as const
  it.each([
    ['inner.name = ""', true],
    ['inner.name = a', false],
    ['inner.name != a', true],
    ['inner.name != ""', false],
    ['inner.size = 0', true],
    ['inner.size < 1', false],
    ['inner.name:*', false],
    ['labels.a != x', true],
    ['labels.a = ""', true],
    ['counts.a = 0', true],
    ['inner:name', false],
  ])('of %s, with `unsetParent: "default"`, is %s', (filter, expected) => {
    const whenParentUnset = (profile: typeof byDefault | typeof documented) =>
      conditionsOf(planOf(filter, { schema, profile })).map(({ condition }) => condition.whenParentUnset)
    expect(whenParentUnset(byDefault)).toEqual([expected])
    expect(whenParentUnset(documented)).toEqual([false])
  })

  it.each([
    ['inner.name eq ".*"', false],
    ['inner.name ne ".*"', true],
    ['inner.size eq 0', true],
    ['inner.size ne 0', false],
    ['inner.size eq 1', false],
  ])('of %s is %s', (filter, expected) => {
    expect(conditionsOf(planOf(filter, { schema })).map(({ condition }) => condition.whenParentUnset)).toEqual([
      expected,
    ])
  })
})

describe('the longest text that a pattern is asked about', () => {
  it('is told for patterns only', () => {
    const longest = (filter: string) =>
      conditionsOf(planOf(filter, { schema })).map(({ condition: { test } }) =>
        test.op === 'pattern' ? test.pattern.maxTextLength : undefined,
      )
    expect(longest('name eq a')).toEqual([expect.any(Number)])
    expect(longest('name ne a')).toEqual([expect.any(Number)])
    expect(longest('made eq a')).toEqual([expect.any(Number)])
    expect(longest('size eq 1')).toEqual([undefined])
    expect(longest('name = a')).toEqual([undefined])
  })
})
