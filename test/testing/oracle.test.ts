import { describe, expect, it } from 'vitest'
import { FilterError, parse, type Schema } from '../../src/index.ts'
import { createOracle, oracle } from '../../src/testing/index.ts'

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

  it('prefers the field that is named so to one that is spelled so', () => {
    const schema: Schema = { resource: 'Thing', fields: { a_b: { type: 'string' }, aB: { type: 'string' } } }
    expect(oracle<object>('a_b = x', { a_b: 'x', aB: 'y' }, { schema })).toBe(true)
  })
})
