import { describe, expect, it } from 'vitest'
import { preparePlan } from '../../src/compile.ts'
import { mergeEqualities } from '../../src/evaluate/equalities.ts'
import { type Plan, type PlannedTest } from '../../src/evaluate/plan.ts'
import { documented, observed, type Options, type Schema } from '../../src/index.ts'

const planOf = (filter: string, options: Options = {}): Plan => preparePlan(filter, options).plan

function testsOf(plan: Plan): readonly PlannedTest[] {
  switch (plan.kind) {
    case 'test':
      return [plan]
    case 'not':
      return testsOf(plan.plan)
    case 'all':
    case 'any':
      return plan.plans.flatMap(testsOf)
  }
}

/** `(all a (any b c) (not d))`, where a letter is the text of a value. */
function shapeOf(plan: Plan): string {
  switch (plan.kind) {
    case 'test':
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

/** What an index can make use of. */
const usable = (filter: string, options: Options): readonly unknown[] =>
  testsOf(planOf(filter, { schema, ...options })).map(({ question }) => question.equals ?? question.order)

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
    ['done = true', undefined],
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

describe('the answer under an unset parent', () => {
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
    const underUnset = (profile: typeof byDefault | typeof documented) =>
      testsOf(planOf(filter, { schema, profile })).map(({ question }) => question.underUnset)
    expect(underUnset(byDefault)).toEqual([expected])
    expect(underUnset(documented)).toEqual([false])
  })

  it.each([
    ['inner.name eq ".*"', false],
    ['inner.name ne ".*"', true],
    ['inner.size eq 0', true],
    ['inner.size ne 0', false],
    ['inner.size eq 1', false],
  ])('of %s is %s', (filter, expected) => {
    expect(testsOf(planOf(filter, { schema })).map(({ question }) => question.underUnset)).toEqual([expected])
  })
})

describe('the longest text that a pattern is asked about', () => {
  it('is told for patterns only', () => {
    const longest = (filter: string) => testsOf(planOf(filter, { schema })).map(({ longestText }) => longestText)
    expect(longest('name eq a')).toEqual([expect.any(Number)])
    expect(longest('name ne a')).toEqual([expect.any(Number)])
    expect(longest('made eq a')).toEqual([expect.any(Number)])
    expect(longest('size eq 1')).toEqual([undefined])
    expect(longest('name = a')).toEqual([undefined])
  })
})

describe('alternatives that ask one field for one string', () => {
  const merged = (filter: string): readonly string[] => {
    const plan = planOf(filter, { schema })
    return plan.kind === 'any' ? mergeEqualities(plan.plans).map(shapeOf) : []
  }
  it.each([
    ['name = a OR name = b', ['a']],
    ['name = a OR name = b OR name = c OR name = d OR name = e', ['a']],
    ['name = (a OR b)', ['a']],
    ['name = a OR name:b', ['a']],
    ['name = a OR labels.name = b', ['a', 'b']],
    ['name = a OR name = b*', ['b*', 'a']],
    ['name = a OR name = ""', ['', 'a']],
    ['name = a OR name != b OR name = c', ['b', 'a']],
    ['name = a OR labels.a = b OR name = c OR labels.a = d OR labels.A = e', ['a', 'b', 'e']],
    ['name = a OR NOT name = b OR name = c', ['(not b)', 'a']],
    ['name = a OR (name = b AND name = c) OR name = d', ['(all b c)', 'a']],
  ])('become one: %s', (filter, expected) => {
    expect(merged(filter)).toEqual(expected)
  })

  it.each([2, 3, 4, 5])('hold for each of %d strings', (count) => {
    const texts = ['a', 'b', 'c', 'd', 'e'].slice(0, count)
    const plan = planOf(`name = (${texts.join(' OR ')})`, { schema })
    const [only] = plan.kind === 'any' ? mergeEqualities(plan.plans) : []
    const question = only?.kind === 'test' ? only.question : undefined
    expect(question).toMatchObject({ underUnset: false, path: { text: 'name' } })
    expect(question?.equals).toBeUndefined()
    const held = ['a', 'b', 'c', 'd', 'e', '', 'f', undefined, null, 0].filter((value) => question?.holds(value))
    expect(held).toEqual(texts)
  })
})
