import { describe, expect, it } from 'vitest'
import { preparePlan } from '../../src/compile.ts'
import { evaluatorOf, valuesAt } from '../../src/evaluate/index.ts'
import type { Schema } from '../../src/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    string: { type: 'string' },
    enum: { type: 'enum', values: ['A'] },
    boolean: { type: 'boolean' },
    int64: { type: 'int64' },
    uint64: { type: 'uint64' },
    integer: { type: 'integer' },
    double: { type: 'double' },
    timestamp: { type: 'timestamp' },
    inner: {
      type: 'message',
      fields: { deep: { type: 'message', fields: { names: { type: 'string', repeated: true } } } },
    },
  },
} as const satisfies Schema

const evaluate = (filter: string, resource: unknown): boolean =>
  evaluatorOf(preparePlan(filter, { schema }).plan)(resource)

describe('the plain evaluator', () => {
  it.each([
    ['string', '=', '""', undefined, true],
    ['string', '!=', '""', undefined, false],
    ['string', '!=', 'a', undefined, true],
    ['string', ':', '""', undefined, false],
    ['string', ':', '""', '', true],
    ['string', '<', 'a', undefined, false],
    ['string', '<', 'a', '', true],
    ['string', '>', 'a', 'b', true],
    ['string', '>', 'a', 'a', false],
    ['string', '>=', 'a', 'a', true],
    ['string', '<=', 'a', 'a', true],
    ['string', '<=', 'a', 'b', false],
    ['enum', '=', 'A', undefined, false],
    ['enum', '!=', 'A', undefined, true],
    ['enum', '=', 'A', '', false],
    ['boolean', '=', 'false', undefined, true],
    ['boolean', '=', 'true', undefined, false],
    ['boolean', '!=', 'false', undefined, false],
    ['boolean', ':', 'false', undefined, false],
    ['boolean', ':', 'false', false, true],
    ['int64', '=', '0', undefined, true],
    ['int64', '=', '0', 'x', true],
    ['int64', '<', '1', undefined, false],
    ['uint64', '=', '0', null, true],
    ['uint64', '=', '0', '-1', true],
    ['integer', '=', '0', undefined, true],
    ['integer', '=', '5', 5, true],
    ['double', '=', '0', undefined, true],
    ['double', '=', '1e1', 10, true],
    ['double', '<', '0.5', 0.25, true],
    ['timestamp', '=', '1970-01-01T00:00:00Z', undefined, false],
    ['timestamp', '!=', '1970-01-01T00:00:00Z', undefined, true],
    ['timestamp', ':', '1970-01-01T00:00:00Z', '1970-01-01T01:00:00+01:00', true],
    ['timestamp', '>', '1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000000001Z', true],
    ['timestamp', '<', '1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000000001Z', false],
  ])('%s %s %s on %o: %s', (field, comparator, literal, value, expected) => {
    expect(evaluate(`${field} ${comparator} ${literal}`, { [field]: value })).toBe(expected)
  })

  it('reads what cannot be read as unset', () => {
    const { proxy: revoked, revoke } = Proxy.revocable({}, {})
    revoke()
    const resources = [
      null,
      5,
      'a',
      [],
      revoked,
      { inner: revoked },
      { inner: { deep: 5 } },
      Object.create({ string: 'a' }),
    ]
    for (const resource of resources as readonly unknown[]) {
      expect(evaluate('string = a', resource)).toBe(false)
      expect(evaluate('string != a', resource)).toBe(true)
      expect(evaluate('inner.deep.names:a', resource)).toBe(false)
    }
  })

  it('finds all values at a path', () => {
    const steps = (['inner', 'deep', 'names'] as const).map((name) => ({
      name,
      from: 'message' as const,
      repeated: name === 'names',
    }))
    expect(valuesAt(steps, { inner: { deep: { names: ['a', null, 'b'] } } })).toEqual(['a', 'b'])
    expect(valuesAt(steps, { inner: { deep: { names: 'a' } } })).toEqual([])
    expect(valuesAt(steps, { inner: null })).toEqual([])
  })
})
