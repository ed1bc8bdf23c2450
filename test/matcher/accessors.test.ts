import { describe, expect, it } from 'vitest'
import { compile, type Schema } from '../../src/index.ts'
import { ownReaderOf } from '../../src/matcher/accessors.ts'

const boom = (): never => {
  throw new Error('boom')
}
const throwing = {
  get name() {
    return boom()
  },
}
class Model {
  name = 'a'
}
const inherited = Object.create({ name: 'a' }) as object
const { proxy: revoked, revoke } = Proxy.revocable<unknown[]>([], {})
revoke()

/** Not in the titles of tests: what is written there is read. */
const objects: Readonly<Record<string, unknown>> = {
  own: { name: 'a' },
  zero: { name: 0 },
  empty: { name: '' },
  null: { name: null },
  undefined: { name: undefined },
  absent: {},
  model: new Model(),
  bare: Object.assign(Object.create(null) as object, { name: 'a' }),
  inherited,
  throwing,
  revoked,
  nothing: null,
  number: 5,
  text: 'text',
  function: () => undefined,
}

describe('the reader of one own property', () => {
  it.each([
    ['own', 'a'],
    ['zero', 0],
    ['empty', ''],
    ['null', undefined],
    ['undefined', undefined],
    ['absent', undefined],
    ['model', 'a'],
    ['bare', 'a'],
    ['inherited', undefined],
    ['throwing', undefined],
    ['revoked', undefined],
    ['nothing', undefined],
    ['number', undefined],
    ['function', undefined],
  ])('on %s finds %o', (key, expected) => {
    expect(ownReaderOf('name')(objects[key])).toBe(expected)
  })

  it('knows that text has a length and does not read it', () => {
    expect(ownReaderOf('length')('text')).toBeUndefined()
    expect(ownReaderOf('length')({ length: 1 })).toBe(1)
  })
})

describe('a resource of which one property throws is read without it', () => {
  const rest = {
    family: 'a',
    diskSizeGb: '5',
    labels: { env: 'a' },
    deprecated: { state: 'ACTIVE' },
    licenses: ['b', 'a'],
    guestOsFeatures: [{ type: 'IDPF' }, { type: 'GVNIC' }],
    shieldedInstanceInitialState: { pk: { content: 'a' }, dbs: [{ content: 'a' }] },
  }
  const resource = Object.defineProperty({ ...rest }, 'name', { get: boom, enumerable: true })
  it.each([
    ['family = a', true],
    ['family = b', false],
    ['family = a*', true],
    ['family != a', false],
    ['family:*', true],
    ['diskSizeGb > 4', true],
    ['diskSizeGb > 5', false],
    ['labels.env = a', true],
    ['labels.env != a', false],
    ['labels.env = a*', true],
    ['labels:*', true],
    ['deprecated.state = ACTIVE', true],
    ['deprecated:*', true],
    ['licenses:a', true],
    ['licenses:c', false],
    ['licenses:*', true],
    ['guestOsFeatures.type:GVNIC', true],
    ['guestOsFeatures.type:WINDOWS', false],
    ['guestOsFeatures:*', true],
    ['shieldedInstanceInitialState.pk.content = a', true],
    ['shieldedInstanceInitialState.dbs.content:a', true],
    ['shieldedInstanceInitialState.dbs.content:b', false],
  ])('%s: %s', (filter, expected) => {
    expect(compile<unknown>(`name:x OR ${filter}`)(resource)).toBe(expected)
    expect(compile<unknown>(`name:* OR ${filter}`)(resource)).toBe(expected)
    expect(compile<unknown>(filter)(rest)).toBe(expected)
  })
})

describe('what is not the own property of a JSON object is unset', () => {
  const schema = {
    resource: 'Thing',
    fields: {
      length: { type: 'integer' },
      name: { type: 'string' },
      counts: { type: 'map', value: 'integer' },
      part: { type: 'message', fields: { length: { type: 'integer' }, name: { type: 'string' } } },
      parts: { type: 'message', repeated: true, fields: { length: { type: 'integer' }, name: { type: 'string' } } },
    },
  } as const satisfies Schema
  const holders: Readonly<Record<string, unknown>> = {
    text: 'a',
    array: ['a'],
    function: (one: unknown) => one,
    heir: Object.create({ length: 1 }),
    refusing: new Proxy({ length: 1, name: 'a' }, { getOwnPropertyDescriptor: boom }),
  }
  const matches = (filter: string, resource: unknown) => compile<unknown>(filter, { schema })(resource)

  it.each(Object.keys(holders))('on %s', (key) => {
    const holder = holders[key]
    expect(matches('length = 1', holder)).toBe(false)
    expect(matches('length:*', holder)).toBe(false)
    expect(matches('length = 0', holder)).toBe(true)
    expect(matches('length > 0 AND length < 2', holder)).toBe(false)
    expect(matches('length = 1 AND name = a', holder)).toBe(false)
    expect(matches('length = 1 AND length != 5', holder)).toBe(false)
    expect(matches('NOT (length > 0 AND length < 2)', holder)).toBe(true)
    for (const resource of [{ counts: holder }, { part: holder }, { parts: [holder] }]) {
      const [name] = Object.keys(resource)
      expect(matches(`${String(name)}.length:1`, resource), name).toBe(false)
      expect(matches(`${String(name)}.length:1 AND name = ""`, resource), name).toBe(false)
      expect(matches(`${String(name)}.length:1 AND ${String(name)}.length:*`, resource), name).toBe(false)
      expect(matches(`NOT ${String(name)}.length:1`, resource), name).toBe(true)
    }
  })
})
