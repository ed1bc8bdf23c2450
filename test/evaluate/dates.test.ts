import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { compile, documented, explain, observed, type Options, type Schema } from '../../src/index.ts'
import { caseArbitrary, createOracle } from '../../src/testing/index.ts'
import { resourceSchema } from '../testing/schemas.ts'

const schema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    state: { type: 'enum', values: ['2024-01-31T12:00:00.000Z'] },
    id: { type: 'int64' },
    at: { type: 'timestamp' },
    times: { type: 'timestamp', repeated: true },
    since: { type: 'map', value: 'timestamp' },
    inner: { type: 'message', fields: { deep: { type: 'message', fields: { at: { type: 'timestamp' } } } } },
    parts: { type: 'message', repeated: true, fields: { at: { type: 'timestamp' } } },
  },
} as const satisfies Schema

/** What each way of asking says. */
const verdictsOf = (filter: string, resource: object, options: Options) => ({
  compile: compile<unknown>(filter, options)(resource),
  explain: explain(filter, resource, options).matches,
  collection: createCollection<object>([resource], options).count(filter) === 1,
  oracle: createOracle<unknown>(filter, options)(resource),
})

const all = (verdict: boolean) => ({ compile: verdict, explain: verdict, collection: verdict, oracle: verdict })

const noon = new Date('2024-01-31T12:00:00Z')
const invalid = new Date(NaN)
const text = '2024-01-31T12:00:00.000Z'

class Loud extends Date {
  override getTime(): number {
    throw new Error('asked')
  }
  override valueOf(): number {
    throw new Error('asked')
  }
  override toISOString(): string {
    throw new Error('asked')
  }
  override toJSON(): string {
    throw new Error('asked')
  }
  get [Symbol.toStringTag](): string {
    throw new Error('asked')
  }
}

describe('a Date in a timestamp field is its RFC 3339 text', () => {
  it.each<readonly [filter: string, resource: object, verdict: boolean]>([
    ['at = 2024-01-31T12:00:00Z', { at: noon }, true],
    ['at = 2024-01-31T13:00:00+01:00', { at: noon }, true],
    ['at != 2024-01-31T12:00:00Z', { at: noon }, false],
    ['at != 2024-01-31T12:00:00.000000001Z', { at: noon }, true],
    ['at < 2024-01-31T12:00:00.000000001Z', { at: noon }, true],
    ['at <= 2024-01-31T12:00:00Z', { at: noon }, true],
    ['at > 2024-01-31T11:59:59.999Z', { at: noon }, true],
    ['at >= 2024-01-31T12:00:00.001Z', { at: noon }, false],
    ['at:2024-01-31T12:00:00Z', { at: noon }, true],
    ['at:*', { at: noon }, true],
    ['at eq 2024.*', { at: noon }, true],
    ['at eq 2024-01-31T12:00:00\\.000Z', { at: noon }, true],
    ['at eq "(?i)2024-01-31t12:00:00\\.000z"', { at: noon }, true],
    ['at ne 2024.*', { at: noon }, false],
    ['at eq Wed.*', { at: noon }, false],
    ['inner.deep.at > 2024-01-01T00:00:00Z', { inner: { deep: { at: noon } } }, true],
    ['inner.deep.at eq 2024.*', { inner: { deep: { at: noon } } }, true],
    ['since.x = 2024-01-31T12:00:00Z', { since: { x: noon } }, true],
    ['since.x eq 2024.*', { since: { x: noon } }, true],
    ['since:*', { since: { x: noon } }, true],
    ['since:x', { since: { x: noon } }, true],
    ['times:2024-01-31T12:00:00Z', { times: [invalid, noon] }, true],
    ['times:*', { times: [noon] }, true],
    ['parts.at:2024-01-31T12:00:00Z', { parts: [{ at: null }, { at: noon }] }, true],
    ['at = 2024-01-31T12:00:00Z', { at: new Loud(noon) }, true],
    ['at eq 2024.*', { at: new Loud(noon) }, true],
    ['at:*', { at: new Date(-62167219200000) }, true],
    ['at = 0000-01-01T00:00:00Z', { at: new Date(-62167219200000) }, true],
    ['at = 9999-12-31T23:59:59.999Z', { at: new Date(253402300799999) }, true],
  ])('%s', (filter, resource, verdict) => {
    expect(verdictsOf(filter, resource, { schema })).toEqual(all(verdict))
  })

  it('from another realm, too', () => {
    const at = runInNewContext(`new Date('${text}')`) as unknown
    expect(at instanceof Date).toBe(false)
    expect(compile<unknown>('at = 2024-01-31T12:00:00Z', { schema })({ at })).toBe(true)
  })

  it('is shown as it is found', () => {
    expect(explain('at:*', { at: noon }, { schema }).reasons[0]?.values).toEqual([noon])
  })
})

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable(noon, {})
  revoke()
  return proxy
}

describe('what is not a valid Date is unset', () => {
  const inherits = { __proto__: Date.prototype, getTime: () => 0, toISOString: () => text }
  it.each<readonly [name: string, value: unknown]>([
    ['an invalid one', invalid],
    ['an invalid one of a subclass', new Loud(NaN)],
    ['one after the year 9999', new Date(253402300800000)],
    ['one before the year 0', new Date(-62167219200001)],
    ['an object that inherits from Date', Object.create(Date.prototype)],
    ['one with methods of its own', inherits],
    ['one that looks like a Date', { getTime: () => 0, toISOString: () => text, toString: () => text }],
    ['a proxy', new Proxy(noon, {})],
    ['a revoked proxy', revoked()],
    ['a list of one', [noon]],
    ['a number of milliseconds', noon.getTime()],
    ['a function', () => noon],
  ])('%s', (_, at) => {
    for (const resource of [{ at }, { since: { x: at } }, { times: [at] }, { parts: [{ at }] }]) {
      for (const filter of [
        ...['at = 2024-01-31T12:00:00Z', 'at < 9999-01-01T00:00:00Z', 'at:*', 'at eq .*', 'since:*', 'since.x:*'],
        ...['times:*', 'parts.at:*', 'since.x != 2024-01-31T12:00:00Z'],
      ])
        expect(verdictsOf(filter, resource, { schema }), filter).toEqual(all(false))
      for (const filter of ['at != 2024-01-31T12:00:00Z', 'at ne .*'])
        expect(verdictsOf(filter, resource, { schema }), filter).toEqual(all(true))
    }
  })
})

describe('a Date in a field of another type is unset', () => {
  it.each([
    [`name = "${text}"`, { name: noon }, false],
    ['name:*', { name: noon }, false],
    ['name eq .*', { name: noon }, false],
    ['state:*', { state: noon }, false],
    ['state eq .*', { state: noon }, false],
    [`id = ${String(noon.getTime())}`, { id: noon }, false],
    ['since:*', { since: noon }, false],
    ['times:*', { times: noon }, false],
  ])('%s', (filter, resource, verdict) => {
    expect(verdictsOf(filter, resource, { schema })).toEqual(all(verdict))
  })
})

/** Each text of a timestamp, or every second one, as a Date. */
function withDates(value: unknown, some: Iterator<boolean>): unknown {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\d[Tt]/.test(value) && some.next().value === true ? new Date(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((element: unknown) => withDates(element, some))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withDates(inner, some)]))
}

function* inTurn(pattern: readonly boolean[]): Generator<boolean> {
  for (let at = 0; ; at++) yield pattern[at % pattern.length] === true
}

describe('all ways of asking agree on resources with Dates', () => {
  it.each([
    ['Image', { profile: documented }],
    ['Image, live', { profile: observed }],
    ['Disk', { schema: resourceSchema, profile: documented }],
    ['Disk, live', { schema: resourceSchema, profile: { ...observed, unsetParent: 'default' } }],
  ] as const)('of the kind %s', (_, options) => {
    fc.assert(
      fc.property(
        caseArbitrary({ ...options, wrongTypes: true }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        ({ filter, resources }, pattern) => {
          for (const resource of resources) {
            const dated = withDates(resource, inTurn(pattern))
            // A resource itself may be of a strange type here, which a collection does not hold.
            if (typeof dated !== 'object' || dated === null) continue
            const verdicts = verdictsOf(filter, dated, options)
            expect(verdicts, inspect(dated, { depth: 9 })).toEqual(all(verdicts.oracle))
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
