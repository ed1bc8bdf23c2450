import { describe, expect, it } from 'vitest'
import { compile } from '../../src/index.ts'

const numbers = Array.from({ length: 12 }, (_, number) => number + 1)

describe('logic of any length', () => {
  it.each(numbers)('%d restrictions with AND hold when all do, with OR when one does', (count) => {
    const fields = numbers.slice(0, count).map((number) => `labels.k${String(number)}`)
    const all = compile(fields.map((field) => `${field} = x`).join(' AND '))
    const any = compile(fields.map((field) => `${field} = x`).join(' OR '))
    const resource = (...set: readonly number[]) => ({
      labels: Object.fromEntries(set.map((number) => [`k${String(number)}`, 'x'])),
    })
    expect(all(resource(...numbers))).toBe(true)
    expect(any(resource())).toBe(false)
    for (const number of numbers.slice(0, count)) {
      expect(all(resource(...numbers.filter((one) => one !== number)))).toBe(false)
      expect(any(resource(number))).toBe(true)
    }
  })

  it('an order of conditions that costs less says the same', () => {
    const matcher = compile('(name eq (?i)WEB.*) (name ne .*-x)')
    expect([matcher({ name: 'web-1' }), matcher({ name: 'web-x' }), matcher({ name: 'api' })]).toEqual([
      true,
      false,
      false,
    ])
    const nested = compile(
      'NOT (creationTimestamp > 2020-01-01T00:00:00Z OR licenses:a) AND (name = a OR family = (b OR c))',
    )
    expect(nested({ name: 'x', family: 'c' })).toBe(true)
    expect(nested({ name: 'a', licenses: ['a'] })).toBe(false)
  })
})

describe('alternatives of one field', () => {
  it.each(numbers)('%d of them hold for those values and for no other', (count) => {
    const among = numbers.slice(0, count).map((number) => `v${String(number)}`)
    const matchers = [
      compile<object>(`family = (${among.join(' OR ')})`),
      compile<object>(among.map((value) => `family = ${value}`).join(' OR ')),
      compile<object>(
        `(${among.map((value) => `labels.k = "${value}"`).join(' OR ')}) OR labels.other = x OR family = v1`,
      ),
    ]
    for (const matcher of matchers) {
      for (const number of numbers) {
        const value = `v${String(number)}`
        expect(matcher({ family: value, labels: { k: value } })).toBe(number <= count)
      }
      for (const value of ['', 'V1', 1, true, null, ['v1'], undefined]) {
        expect(matcher({ family: value, labels: { k: value } })).toBe(false)
      }
    }
    expect(matchers[2]?.({ labels: { other: 'x' } })).toBe(true)
  })

  it('may be empty, of several fields, and beside other conditions', () => {
    const matcher = compile('family = "" OR name = a OR family = b OR name = c* OR labels.k = d OR labels.K = e')
    for (const held of [{}, { family: 'x', name: 'a' }, { family: 'b' }, { family: 'x', name: 'cc' }]) {
      expect(matcher(held)).toBe(true)
    }
    expect(matcher({ family: 'x', labels: { k: 'd' } })).toBe(true)
    expect(matcher({ family: 'x', labels: { k: 'e' } })).toBe(false)
    expect(matcher({ family: 'a', name: 'b', labels: { k: 'x' } })).toBe(false)
    expect(compile('NOT (family = a OR family = b)')({ family: 'b' })).toBe(false)
    expect(compile('NOT (family = a OR family = b)')({})).toBe(true)
  })
})

describe('resources of any kind', () => {
  const filters = [
    'name = a',
    'name != a',
    'deprecated.state = ACTIVE',
    'labels.env != x',
    'licenses:a',
    'guestOsFeatures.type:GVNIC',
    'labels:*',
    'name eq a.*',
  ]
  const throwing = {
    get name(): never {
      throw new Error('no')
    },
    get labels(): never {
      throw new Error('no')
    },
  }
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const inherited = Object.create({
    name: 'a',
    licenses: ['a'],
    labels: { env: 'y' },
    deprecated: { state: 'ACTIVE' },
    guestOsFeatures: [{ type: 'GVNIC' }],
  }) as object
  const bare = Object.assign(Object.create(null) as object, { name: 'a', licenses: ['a'] })
  class Model {
    name = 'a'
  }

  it.each(filters)('%s: nothing, primitives, what throws and what is inherited are all unset', (filter) => {
    const matcher = compile<unknown>(filter)
    const unset = matcher({})
    for (const resource of [
      null,
      undefined,
      5,
      'a',
      true,
      [],
      throwing,
      proxy,
      inherited,
      { deprecated: proxy, labels: proxy, licenses: proxy, guestOsFeatures: [proxy] },
    ]) {
      expect(matcher(resource)).toBe(unset)
    }
  })

  it('own properties count, whatever the prototype', () => {
    expect(compile<unknown>('name = a licenses:a')(bare)).toBe(true)
    expect(compile<unknown>('name = a')(new Model())).toBe(true)
  })

  it('what somebody has put on all objects does not count', () => {
    // eslint-disable-next-line no-extend-native -- that somebody has done so is what this is about
    Object.defineProperty(Object.prototype, 'family', { value: 'polluted', configurable: true })
    try {
      expect(compile('family = polluted')({})).toBe(false)
      expect(compile('family = polluted')({ family: 'polluted' })).toBe(true)
      expect(compile('family:*')({})).toBe(false)
    } finally {
      Reflect.deleteProperty(Object.prototype, 'family')
    }
  })
})
