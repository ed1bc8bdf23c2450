import { describe, expect, it } from 'vitest'
import { preparePlan } from '../../src/compile.ts'
import { documented, observed, type Options, type Schema } from '../../src/index.ts'
import { conditionsOf, keyOf } from '../../src/plan/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    text: { type: 'string' },
    state: { type: 'enum', values: ['A', 'B'] },
    size: { type: 'int64' },
    small: { type: 'integer' },
    labels: { type: 'map', value: 'string' },
    counts: { type: 'map', value: 'integer' },
    part: { type: 'message', fields: { name: { type: 'string' } } },
    names: { type: 'string', repeated: true },
  },
} as const satisfies Schema

const keysOf = (filter: string, options: Options = {}): readonly string[] =>
  conditionsOf(preparePlan(filter, { schema, ...options }).plan).map(({ condition }) => keyOf(condition))

const anyCase = { ...documented, enumCase: 'insensitive' } as const
const contains = { ...observed, hasOnString: 'contains' } as const

describe('the key of a condition', () => {
  it.each([
    ['name = a', 'name = "a"'],
    ['size = 5', 'size = +05'],
    ['size < 5', 'size < 005'],
    ['name = a*b', 'name = "a*b"'],
    ['(name eq a.*)', '(name eq "a.*")'],
    ['labels:*', 'labels : *'],
    ['part.name = a', 'part."name" = a'],
  ])('of %s is that of %s', (one, other) => {
    expect(keysOf(one)).toEqual(keysOf(other))
  })

  it('differs where a resource can tell', () => {
    const filters = [
      ...['name = a', 'name = b', 'name != a', 'text = a', 'part.name = a', 'names:a', 'labels.name = a'],
      ...['name = a*', 'name = *a', 'name = "\\*"', 'name:*', 'names:*', 'labels:*', 'labels.name:*', 'counts:*'],
      ...['counts.name = 1', 'size = 1', 'size = 2', 'small = 1', 'size < 1', 'size <= 1', 'size > 1', 'size < 2'],
      ...['(name eq a)', '(name ne a)', '(name eq b)', '(text eq a)', 'state = A', 'part:*'],
    ]
    const keys = [
      ...filters.flatMap((filter) => keysOf(filter)),
      ...keysOf('state = A', { profile: anyCase }),
      ...keysOf('name:a', { profile: contains }),
      ...keysOf('name:b', { profile: contains }),
      ...keysOf('(name eq a)', { limits: { matchWork: 100_000 } }),
    ]
    const doubled = keys.filter((key, at) => keys.indexOf(key) !== at)
    expect(doubled).toEqual([])
  })

  it('of a field differs from that of another type under its name', () => {
    const fields = [
      ...(['string', 'int64', 'boolean'] as const).map((type) => ({ type })),
      ...(['string', 'int64', 'boolean'] as const).map((value) => ({ type: 'map', value }) as const),
      { type: 'map', value: { type: 'message', fields: {} } },
      { type: 'message', fields: {} },
    ] as const
    const keys = fields.flatMap((field) => keysOf('it:*', { schema: { resource: 'Thing', fields: { it: field } } }))
    expect(new Set(keys).size).toBe(fields.length)
  })
})
