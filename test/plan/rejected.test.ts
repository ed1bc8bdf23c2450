import { describe, expect, it } from 'vitest'
import { compile, documented, observed, type Options, parse, type Schema, validate } from '../../src/index.ts'
import { resolveOptions } from '../../src/options.ts'
import { planFilter } from '../../src/plan/index.ts'
import { resolveFilter } from '../../src/resolve/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    state: { type: 'enum', values: ['Abc', 'ABC'] },
    count: { type: 'integer' },
    id: { type: 'uint64' },
    size: { type: 'int64' },
    ratio: { type: 'double' },
    done: { type: 'boolean' },
    made: { type: 'timestamp' },
    names: { type: 'string', repeated: true },
    counts: { type: 'integer', repeated: true },
    labels: { type: 'map', value: 'string' },
    ids: { type: 'map', value: 'uint64' },
    inner: {
      type: 'message',
      fields: {
        name: { type: 'string' },
        labels: { type: 'map', value: 'string' },
        deep: { type: 'message', fields: { name: { type: 'string' } } },
      },
    },
  },
} as const satisfies Schema

describe('a filter that the rules reject has no plan', () => {
  it.each([
    'a',
    'name',
    'f(a)',
    'f(a) = 1',
    'f(name) = a',
    'nme = a',
    'nme != a',
    'nme:*',
    'name = f(a)',
    'name = (f(a) OR f(b))',
    'name.x = a',
    'inner:nme',
    'inner.nme:*',
    'size = 1*',
    'size = *1',
    'size = x',
    'size != x',
    'made < x',
    'nme eq a',
    'nme ne a',
    'name eq "("',
    'labels eq a',
    'inner eq a',
    'inner.labels eq a',
    'inner.deep eq a',
    'inner.deep:nme',
    'inner.name eq "("',
    'name < a*',
    'state < Abc',
    'done > true',
    'inner = *',
    'inner = name',
    'labels != a',
    'labels:a*',
    'names = a',
    'names < a',
    'count eq x',
    'state = xyz',
    'state = A*',
    'NOT nme = a',
    'name = a AND nme = a',
    'name = a OR (name = b nme = a)',
  ])('%s', (filter) => {
    const settings = resolveOptions({ schema })
    expect(planFilter(resolveFilter(parse(filter), settings), settings.profile)).toBeUndefined()
    expect(validate(filter, { schema })).not.toEqual([])
  })
})

/** [filter, resource, verdict] */
type Row = readonly [filter: string, resource: object, expected: boolean]

function expectVerdicts(rows: readonly Row[], options: Options): void {
  it.each(rows)('%s on %j: %s', (filter, resource, expected) => {
    expect(compile<unknown>(filter, { schema, ...options })(resource)).toBe(expected)
  })
}

describe('fields of each type', () => {
  expectVerdicts(
    [
      ['count eq 5', { count: 5 }, true],
      ['count eq 5', { count: 6 }, false],
      ['count ne 5', { count: 6 }, true],
      ['count eq 0', {}, true],
      ['id eq 5', { id: '5' }, true],
      ['id eq 5', { id: '6' }, false],
      ['ratio eq 0.5', { ratio: 0.5 }, true],
      ['done eq true', { done: true }, true],
      ['id:*', { id: '5' }, true],
      ['id:*', { id: '0' }, false],
      ['id:*', { id: '-1' }, false],
      ['id:*', {}, false],
      ['count:*', { count: 5 }, true],
      ['count:*', { count: 0 }, false],
      ['count:*', { count: 1.5 }, false],
      ['count:*', {}, false],
      ['ratio:*', { ratio: 0.5 }, true],
      ['ratio:*', { ratio: 0 }, false],
      ['ratio:*', {}, false],
      ['done:*', { done: true }, true],
      ['done:*', { done: false }, false],
      ['made:*', { made: '2020-01-01T00:00:00Z' }, true],
      ['made:*', { made: 'x' }, false],
      ['counts:*', { counts: [0] }, true],
      ['counts:*', { counts: ['x', null] }, false],
      ['names:*', { names: [''] }, true],
      ['names:*', { names: [null, 5] }, false],
      ['names:""', { names: [null] }, false],
      ['names:""', { names: [''] }, true],
      ['labels:*', { labels: { a: '' } }, true],
      ['labels:*', { labels: { a: 5 } }, false],
      ['ids:*', { ids: { a: '0' } }, true],
      ['ids:*', { ids: { a: 'x' } }, false],
      ['ids:*', { ids: 'x' }, false],
      ['ids.a = 0', { ids: { a: 'x' } }, false],
      ['ids.a != 1', { ids: { a: 'x' } }, false],
      ['ids.a != 1', { ids: { a: '0' } }, true],
      ['inner:name', { inner: { name: 'a' } }, true],
      ['inner:name', { inner: { name: '' } }, false],
      ['inner.labels.a = ""', { inner: { labels: { a: 5 } } }, false],
      ['inner.labels.a != x', { inner: { labels: { a: 5 } } }, false],
      ['inner.labels.a != x', { inner: { labels: { a: '' } } }, true],
      ['inner.labels.a = ""', { inner: { labels: { a: '' } } }, true],
      ['name:deb*', { name: 'debian' }, true],
      ['name:deb*', { name: 'xyz' }, false],
      ['name:*deb', { name: 'xyz' }, false],
      ['name:a*b', { name: 'xyz' }, false],
      ['name:a*b', { name: 'ab' }, true],
      ['name:**', { name: 'xyz' }, true],
      ['name:**', {}, false],
      ['state = Abc', { state: 'Abc' }, true],
      ['state = Abc', { state: 'ABC' }, false],
      ['state != Abc', { state: 'ABC' }, true],
      ['state = ABC', { state: 'Abc' }, false],
    ],
    { profile: documented },
  )
  expectVerdicts(
    [
      ['name = deb', { name: 'debian' }, false],
      ['name != deb', { name: 'debian' }, true],
      ['name != deb', { name: 'deb' }, false],
      ['name != deb', { name: 'x' }, true],
      ['name < deb', { name: 'debian' }, false],
      ['name > deb', { name: 'x' }, true],
      ['name:deb', { name: 'debian' }, true],
      ['name:deb', { name: 5 }, false],
      ['names:deb', { names: ['debian'] }, false],
      ['names:deb', { names: ['deb'] }, true],
      ['labels.a:deb', { labels: { a: 'debian' } }, true],
      ['state = abc', { state: 'Abc' }, true],
      ['state = ABC', { state: 'Abc' }, true],
      ['state != ABC', { state: 'Abc' }, false],
      ['state != ABC', { state: 5 }, true],
    ],
    { profile: observed },
  )
})
