import { describe, expect, it } from 'vitest'
import { preparePlan } from '../../src/compile.ts'
import { createMatcher } from '../../src/matcher/index.ts'
import { type MatcherPlan, type Rewrite, rewritePlan } from '../../src/matcher/matcher-plan.ts'
import { rewrites } from '../../src/matcher/rewrites/index.ts'
import type { Schema } from '../../src/index.ts'
import { textOf } from '../../src/plan/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    made: { type: 'timestamp' },
    done: { type: 'boolean' },
    names: { type: 'string', repeated: true },
    labels: { type: 'map', value: 'string' },
  },
} as const satisfies Schema

const rewritten = (filter: string, ...applied: readonly Rewrite[]): string =>
  shapeOf(rewritePlan(preparePlan(filter, { schema }).plan, applied))

/** `(all name=a (not name=b))` */
function shapeOf(plan: MatcherPlan): string {
  switch (plan.kind) {
    case 'condition': {
      const { test, path, isNegated } = plan.condition
      const value = test.op === 'equals' ? textOf(test.scalar) : test.op
      return `${path.text}${isNegated ? '!=' : '='}${value}`
    }
    case 'one of':
      return `${plan.path.text} in ${plan.values.join()}`
    case 'not':
      return `(not ${shapeOf(plan.plan)})`
    case 'all':
    case 'any':
      return `(${[plan.kind, ...plan.plans.map(shapeOf)].join(' ')})`
  }
}

describe('mergeEqualities', () => {
  it.each([
    ['name = a', 'name=a'],
    ['name = a OR name = b', '(any name in a,b)'],
    ['name = a OR name = b OR name = c OR name = d', '(any name in a,b,c,d)'],
    ['name = (a OR b)', '(any name in a,b)'],
    ['name = a OR name:b', '(any name in a,b)'],
    ['name = a OR labels.name = b', '(any name=a labels.name=b)'],
    ['name = a OR name = b*', '(any name=wildcard name=a)'],
    ['name = a OR name = ""', '(any name= name=a)'],
    ['name = a OR name != b OR name = c', '(any name!=b name in a,c)'],
    ['name = a OR labels.a = b OR name = c OR labels.a = d', '(any name in a,c labels.a in b,d)'],
    ['name = a OR NOT name = b OR name = c', '(any (not name=b) name in a,c)'],
    ['name = a OR (name = b AND name = c) OR name = d', '(any (all name=b name=c) name in a,d)'],
    ['names:a OR names:b', '(any names=a names=b)'],
    ['NOT (name = a OR name = b)', '(not (any name in a,b))'],
    ['done = true OR done = false', '(any done=false done=true)'],
  ])('%s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.mergeEqualities)).toBe(expected)
  })
})

describe('cheapestFirst', () => {
  it.each([
    ['labels.a = x AND name = a', '(all name=a labels.a=x)'],
    ['names:a OR labels.a = x OR name = a', '(any name=a labels.a=x names=a)'],
    ['made > 2020-01-01T00:00:00Z AND name = a', '(all name=a made=order)'],
    ['(name = a OR names:b) AND labels.a = x', '(all labels.a=x (any name=a names=b))'],
    ['NOT labels.a = x AND name = a', '(all name=a (not labels.a=x))'],
    ['name = b AND name = a', '(all name=b name=a)'],
    ['(name eq a) (name ne b)', '(all name=pattern name!=pattern)'],
  ])('%s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.cheapestFirst)).toBe(expected)
  })

  it('comes after the others, and weighs what they leave', () => {
    expect(rewritten('labels.a = x OR name = a OR name = b', ...Object.values(rewrites))).toBe(
      '(any name in a,b labels.a=x)',
    )
  })
})

describe('each rewrite alone keeps the verdicts', () => {
  const resources = [
    ...['a', 'b', 'c', '', 'd', 5, null, undefined].map((name) => ({ name })),
    ...[{ a: 'b' }, { a: 'x', name: 'b' }, {}, null].map((labels) => ({ name: 'z', labels, names: ['a'] })),
    {},
    null,
    'a',
    Object.create({ name: 'a' }) as object,
  ]
  const filters = [
    'name = (a OR b OR c OR d)',
    'NOT name = (a OR b)',
    'name = a OR labels.a = b OR name = b OR labels.a = x',
    'names:a AND labels.a = x AND name != b',
    '(name eq a.*) (name ne b)',
  ]
  const names = Object.keys(rewrites) as (keyof typeof rewrites)[]
  it.each(names.flatMap((name) => filters.map((filter) => [name, filter] as const)))('%s: %s', (name, filter) => {
    const { plan } = preparePlan(filter, { schema })
    const plain = createMatcher(plan, [])
    const rewritten = createMatcher(plan, [rewrites[name]])
    expect(resources.map(rewritten)).toEqual(resources.map(plain))
  })
})
