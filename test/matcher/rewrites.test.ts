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
    size: { type: 'int64' },
    counts: { type: 'map', value: 'int64' },
    inner: { type: 'message', fields: { deep: { type: 'message', fields: { text: { type: 'string' } } } } },
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
      return `${path.text}${isNegated ? '!=' : '='}${value}${plan.leavesOwner ? '?' : ''}`
    }
    case 'one of':
      return `${plan.path.text} in ${plan.values.join()}${plan.leavesOwner ? '?' : ''}`
    case 'range':
      return `${plan.path.text} in range of ${plan.conditions.length}${plan.leavesOwner ? '?' : ''}`
    case 'owner':
      return `owns ${plan.names.join()}`
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
    ['name = a OR name = b', 'name in a,b'],
    ['name = a OR name = b OR name = c OR name = d', 'name in a,b,c,d'],
    ['name = (a OR b)', 'name in a,b'],
    ['name = a OR name:b', 'name in a,b'],
    ['name = a OR labels.name = b', '(any name=a labels.name=b)'],
    ['name = a OR name = b*', '(any name=wildcard name=a)'],
    ['name = a OR name = ""', '(any name= name=a)'],
    ['name = a OR name != b OR name = c', '(any name!=b name in a,c)'],
    ['name = a OR labels.a = b OR name = c OR labels.a = d', '(any name in a,c labels.a in b,d)'],
    ['name = a OR NOT name = b OR name = c', '(any (not name=b) name in a,c)'],
    ['name = a OR (name = b AND name = c) OR name = d', '(any (all name=b name=c) name in a,d)'],
    ['names:a OR names:b', '(any names=a names=b)'],
    ['NOT (name = a OR name = b)', '(not name in a,b)'],
    ['done = true OR done = false', '(any done=false done=true)'],
  ])('%s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.mergeEqualities)).toBe(expected)
  })
})

describe('absorbNegations', () => {
  it.each([
    ['NOT name = a', 'name!=a'],
    ['-labels.a = b', 'labels.a!=b'],
    ['NOT names:a', 'names!=a'],
    ['NOT name != a', '(not name!=a)'],
    ['NOT (name = a OR name = b)', '(not (any name=a name=b))'],
    ['name = a AND NOT name = b', '(all name=a name!=b)'],
  ])('%s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.absorbNegations)).toBe(expected)
  })
})

describe('joinRanges', () => {
  const later = 'made > 2020-01-01T00:00:00Z'
  const earlier = 'made < 2021-01-01T00:00:00Z'
  it.each([
    [`${later} AND ${earlier}`, 'made in range of 2'],
    [`${later} AND name = a AND ${earlier}`, '(all name=a made in range of 2)'],
    [`${later} AND ${earlier} AND size > 1 AND size <= 5 AND size < 9`, '(all made in range of 2 size in range of 3)'],
    [`${later} OR ${earlier}`, '(any made=order made=order)'],
    [`${later} AND NOT ${earlier}`, '(all made=order (not made=order))'],
    ['size > 1 AND counts.size < 5', '(all size=order counts.size=order)'],
    ['counts.a > 1 AND counts.b > 1 AND counts.a < 5', '(all counts.a in range of 2 counts.b=order)'],
    ['size > 1 AND size = 5', '(all size=order size=5)'],
    ['name > a AND name < b', '(all name=order name=order)'],
    ['size > 1 AND size < 12345678901234567890', '(all size=order size=order)'],
  ])('%s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.joinRanges)).toBe(expected)
  })

  it('leaves a comparison that is negated', () => {
    expect(rewritten('size > 1 AND NOT size > 5', rewrites.absorbNegations, rewrites.joinRanges)).toBe(
      '(all size=order size!=order)',
    )
  })
})

describe('ownersLast', () => {
  it.each([
    ['name = a AND done = true', '(all name=a? done=true? owns name,done)'],
    ['name = a AND name = b*', '(all name=a? name=wildcard? owns name)'],
    ['labels.a = x AND labels.b = y', '(all labels.a=x? labels.b=y? owns labels)'],
    ['name != a AND name = ""', '(all name!=a name=)'],
    ['name != a AND name = a', '(all name!=a name=a? owns name)'],
    ['labels.a != x AND name != a', '(all labels.a!=x? name!=a owns labels)'],
    ['names:a AND names:b', '(all names=a? names=b? owns names)'],
    ['(name = a OR name = b) AND done = true', '(all (any name=a name=b) done=true? owns done)'],
    ['NOT name = a AND done = true', '(all (not name=a) done=true? owns done)'],
    ['inner.deep.text != a AND done = true', '(all inner.deep.text!=a? done=true? owns inner,done)'],
    ['inner.deep.text = a AND done = true', '(all inner.deep.text=a? done=true? owns inner,done)'],
    ['name = a OR done = true', '(any name=a done=true)'],
  ])('%s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.ownersLast)).toBe(expected)
  })

  it('leaves a path through arrays that is negated', () => {
    expect(rewritten('NOT names:a AND done = true', rewrites.absorbNegations, rewrites.ownersLast)).toBe(
      '(all names!=a done=true? owns done)',
    )
  })

  it('takes what other rewrites leave', () => {
    expect(rewritten('name = (a OR b) AND size > 1 AND size < 5', ...Object.values(rewrites))).toBe(
      '(all name in a,b? size in range of 2? owns name,size)',
    )
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
    ['size > 5 AND name = a', '(all name=a size=order)'],
    ['size > 5 AND labels.a = x', '(all size=order labels.a=x)'],
    ['name:* OR labels.a != x', '(any name=present labels.a!=x)'],
    ['(name = a OR done = true) AND size > 5', '(all size=order (any name=a done=true))'],
    ['name = a OR labels.a != x', '(any labels.a!=x name=a)'],
    ['made > 2020-01-01T00:00:00Z AND size > 5', '(all size=order made=order)'],
  ])('%s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.cheapestFirst)).toBe(expected)
  })

  it.each([
    ['size > 1 AND size < 5 AND labels.a = x', '(all size in range of 2 labels.a=x)'],
    ['counts.a > 1 AND counts.a < 5 AND name = a', '(all name=a counts.a in range of 2)'],
    ['size > 1 AND size < 5 AND (name = a OR done = true)', '(all size in range of 2 (any name=a done=true))'],
  ])('weighs ranges: %s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.joinRanges, rewrites.cheapestFirst)).toBe(expected)
  })

  it.each([
    ['labels.a = x OR name = a OR name = b', '(any name in a,b labels.a=x)'],
    ['labels.a = x OR labels.a = y OR name = a', '(any name=a labels.a in x,y)'],
  ])('weighs lists of values: %s: %s', (filter, expected) => {
    expect(rewritten(filter, rewrites.mergeEqualities, rewrites.cheapestFirst)).toBe(expected)
  })

  it('weighs owners, too', () => {
    const filter = 'name = a AND done = true AND (labels.a = b OR names:a)'
    expect(rewritten(filter, rewrites.ownersLast, rewrites.cheapestFirst)).toBe(
      '(all owns name,done name=a? done=true? (any labels.a=b names=a))',
    )
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
