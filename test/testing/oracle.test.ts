import { describe, expect, it } from 'vitest'
import { compile, FilterError, parse, type Schema } from '../../src/index.ts'
import { createOracle, oracle } from '../../src/testing/index.ts'
import { resourceSchema } from './schemas.ts'

describe('the oracle', () => {
  it.each<readonly [filter: string, resource: object, verdict: boolean]>([
    ['', {}, true],
    ['disk_size_gb > 50', { diskSizeGb: '100' }, true],
    ['deprecated:*', { deprecated: {} }, true],
    ['(name = (a OR b)) (NOT family:x)', { name: 'b' }, true],
    ['creationTimestamp = "2016-12-31T23:59:60Z"', { creationTimestamp: '2017-01-01T00:00:00Z' }, true],
    ['creationTimestamp:*', { creationTimestamp: '2016-12-31T23:58:60Z' }, false],
    ['creationTimestamp:*', { creationTimestamp: '2016-12-31T23:59:00+24:00' }, false],
    ['creationTimestamp:*', { creationTimestamp: '2016-02-30T00:00:00Z' }, false],
    ['name eq "(?<x>a)|b"', { name: 'b' }, true],
    ['diskSizeGb ne 5', { diskSizeGb: '6' }, true],
  ])('%s of %j is %j', (filter, resource, verdict) => {
    expect(oracle<object>(filter, resource)).toBe(verdict)
    expect(oracle<object>(parse(filter), resource)).toBe(verdict)
  })

  it.each(['nme = a', 'diskSizeGb = a', 'a b', 'f(x) = 1', 'name = f(x)', 'name.x = 1', 'a AND name eq b', 'name ='])(
    'rejects %s with the validator',
    (filter) => {
      expect(() => createOracle(filter)).toThrow(FilterError)
    },
  )

  it('rejects a tree with the text that it prints to', () => {
    expect(() => createOracle(parse('nme=a'))).toThrow(FilterError)
  })

  it.each<readonly [string, object, boolean]>([
    ['since.a eq "2020.*"', { since: { a: '2020-13' } }, true],
    ['since.a:*', { since: { a: '2020-13' } }, false],
    ['since.a != 2020-01-01T00:00:00Z', { since: { a: '2020-13' } }, false],
    ['sizeGb = 10', { sizeGb: `${'0'.repeat(200)}10` }, true],
    ['sizeGb = -10', { sizeGb: `-${'0'.repeat(200)}10` }, true],
    ['sizeGb:*', { sizeGb: '9'.repeat(200) }, false],
    ['ratio = 0.5', { ratio: `0.5${'0'.repeat(200)}` }, true],
    ['ratio > 1e300', { ratio: '9'.repeat(310) }, true],
  ])('and compile say of %s on %j: %j', (filter, resource, verdict) => {
    expect(oracle<object>(filter, resource, { schema: resourceSchema })).toBe(verdict)
    expect(compile<object>(filter, { schema: resourceSchema })(resource)).toBe(verdict)
  })

  it('prefers the field with that JSON name to one with that snake_case spelling', () => {
    const schema: Schema = { resource: 'Thing', fields: { a_b: { type: 'string' }, aB: { type: 'string' } } }
    expect(oracle<object>('a_b = x', { a_b: 'x', aB: 'y' }, { schema })).toBe(true)
  })
})
