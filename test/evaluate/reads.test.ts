import { describe, expect, it } from 'vitest'
import { compile, observed, type Options } from '../../src/index.ts'

/** The same resource with getters, which note the names of the properties that are read. */
function noting(value: unknown, reads: string[]): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => noting(element, reads))
  if (typeof value !== 'object' || value === null) return value
  const copy = {}
  for (const [name, inner] of Object.entries(value)) {
    const noted = noting(inner, reads)
    Object.defineProperty(copy, name, {
      enumerable: true,
      get: () => {
        reads.push(name)
        return noted
      },
    })
  }
  return copy
}

/** [filter, resource, verdict, the properties that are read for it, in this order] */
type Row = readonly [filter: string, resource: object, expected: boolean, ...reads: readonly string[]]

function expectReads(rows: readonly Row[], options: Options = {}): void {
  it.each(rows.map(([filter, resource, expected, ...reads]) => ({ filter, resource, expected, reads })))(
    '$filter on $resource',
    ({ filter, resource, expected, reads }) => {
      const found: string[] = []
      expect(compile<unknown>(filter, options)(noting(resource, found))).toBe(expected)
      expect(found).toEqual(reads)
    },
  )
}

const all = { name: 'a', status: 'READY', labels: { env: 'a' }, licenses: ['a'] }

describe('what is set, unset or of another type is read once, without a second way', () => {
  expectReads([
    ['name = a', { name: 'a' }, true, 'name'],
    ['name = a', { name: 'b' }, false, 'name'],
    ['name = a', { name: null }, false, 'name'],
    ['name = a', { name: 1 }, false, 'name'],
    ['name != a', { name: undefined }, true, 'name'],
    ['name > a', { name: undefined }, false, 'name'],
    ['name:*', { name: null }, false, 'name'],
    ['diskSizeGb > 5', { diskSizeGb: 10 }, true, 'diskSizeGb'],
    ['labels.env = a', { labels: { env: 'a' } }, true, 'labels', 'env'],
    ['labels.env = a', { labels: { env: 'b' } }, false, 'labels', 'env'],
    ['labels.env = a', { labels: null }, false, 'labels'],
    ['labels.env = a', { labels: undefined }, false, 'labels'],
    ['labels.env = a', { labels: 'a' }, false, 'labels'],
    ['labels.env != a', { labels: null }, false, 'labels'],
    ['labels.env != a', { labels: undefined }, false, 'labels'],
    ['labels.env != a', { labels: { env: 'b' } }, true, 'labels', 'env'],
    ['deprecated.state != ACTIVE', { deprecated: null }, false, 'deprecated'],
    ['deprecated.state != ACTIVE', { deprecated: undefined }, false, 'deprecated'],
    ['deprecated.state != ACTIVE', { deprecated: { state: null } }, true, 'deprecated', 'state'],
    ['deprecated.state:*', { deprecated: 5 }, false, 'deprecated'],
    ['licenses:a', { licenses: null }, false, 'licenses'],
    ['licenses:a', { licenses: undefined }, false, 'licenses'],
    ['licenses:a', { licenses: 'a' }, false, 'licenses'],
    ['licenses:a', { licenses: { length: 1, 0: 'a' } }, false, 'licenses'],
    ['licenses:a', { licenses: [null, undefined, 'b', 'a'] }, true, 'licenses'],
    ['guestOsFeatures.type:GVNIC', { guestOsFeatures: null }, false, 'guestOsFeatures'],
    ['guestOsFeatures.type:GVNIC', { guestOsFeatures: 'x' }, false, 'guestOsFeatures'],
    ['guestOsFeatures.type:GVNIC', { guestOsFeatures: { type: 'GVNIC' } }, false, 'guestOsFeatures'],
    ['guestOsFeatures.type:GVNIC', { guestOsFeatures: [null, undefined, 5] }, false, 'guestOsFeatures'],
    [
      'guestOsFeatures.type:GVNIC',
      { guestOsFeatures: [{ type: null }, { type: undefined }, { type: 'GVNIC' }, { type: 'IDPF' }] },
      true,
      'guestOsFeatures',
      'type',
      'type',
      'type',
    ],
    ['guestOsFeatures.type:*', { guestOsFeatures: [{ type: '' }] }, false, 'guestOsFeatures', 'type'],
    [
      'shieldedInstanceInitialState.pk.content = a',
      { shieldedInstanceInitialState: { pk: { content: 'a' } } },
      true,
      'shieldedInstanceInitialState',
      'pk',
      'content',
    ],
    [
      'shieldedInstanceInitialState.pk.content != a',
      { shieldedInstanceInitialState: { pk: 'content' } },
      false,
      'shieldedInstanceInitialState',
      'pk',
    ],
    [
      'shieldedInstanceInitialState.pk.content != a',
      { shieldedInstanceInitialState: null },
      false,
      'shieldedInstanceInitialState',
    ],
    [
      'shieldedInstanceInitialState.dbs.content:a',
      { shieldedInstanceInitialState: { dbs: [{ content: 'b' }, { content: 'a' }] } },
      true,
      'shieldedInstanceInitialState',
      'dbs',
      'content',
      'content',
    ],
    [
      'shieldedInstanceInitialState.dbs.content:a',
      { shieldedInstanceInitialState: { dbs: 'content' } },
      false,
      'shieldedInstanceInitialState',
      'dbs',
    ],
    [
      'shieldedInstanceInitialState.dbs:*',
      { shieldedInstanceInitialState: { dbs: [{}] } },
      true,
      'shieldedInstanceInitialState',
      'dbs',
    ],
  ])
})

describe('what costs less is asked first', () => {
  expectReads([
    ['name = b AND status = FAILED', all, false, 'name'],
    ['labels.env = b AND name = b', all, false, 'name'],
    ['licenses:b AND name = b', all, false, 'name'],
    ['licenses:b AND labels.env = b', all, false, 'labels', 'env'],
    ['creationTimestamp > 2020-01-01T00:00:00Z AND name = b', { ...all, creationTimestamp: '' }, false, 'name'],
    ['labels.env = b AND creationTimestamp > 2020-01-01T00:00:00Z', all, false, 'labels', 'env'],
    ['licenses:a OR name = a', all, true, 'name'],
    ['licenses:b OR name = a', all, true, 'name'],
    ['NOT licenses:a AND NOT name = a', all, false, 'name'],
    ['(licenses:b OR licenses:c) AND (name = b AND status = FAILED)', all, false, 'name'],
    ['(name = a AND status = READY) OR labels.env = a', all, true, 'labels', 'env'],
    ['(name = a OR status = READY) AND labels.env = b', all, false, 'labels', 'env'],
    ['(name = b* AND status = FAILED) AND family = c', { ...all, family: 'b' }, false, 'family'],
  ])
  expectReads(
    [
      ['(name eq ".*b") (diskSizeGb eq 5)', all, false],
      ['(name eq ".*b") (diskSizeGb eq 5)', { ...all, diskSizeGb: 6 }, false, 'diskSizeGb'],
      ['(name eq ".*b") (labels.env eq a) (diskSizeGb eq 5)', { ...all, diskSizeGb: '5' }, false, 'diskSizeGb', 'name'],
    ],
    { profile: observed },
  )
})

describe('whose a property is', () => {
  /** The traps of a proxy that a filter sets off. */
  function trapsOf(filter: string, target: object): readonly string[] {
    const traps: string[] = []
    const noteTrap = (trap: 'get' | 'getOwnPropertyDescriptor') => ({
      [trap]: (...args: never[]): unknown => {
        traps.push(trap)
        return (Reflect[trap] as (...args: never[]) => unknown)(...args)
      },
    })
    const resource = new Proxy(target, { ...noteTrap('get'), ...noteTrap('getOwnPropertyDescriptor') })
    compile<unknown>(filter)(resource)
    return traps
  }
  const model = { name: 'a', labels: { env: 'a' }, deprecated: { state: 'ACTIVE' }, licenses: ['a'] }

  it.each([
    ['name = a', true],
    ['name = b', false],
    ['name = a*', true],
    ['name = b*', false],
    ['name != a*', true],
    ['name != b*', false],
    ['labels.env = b', false],
    ['labels.env = a*', true],
    ['labels.env = b*', false],
    ['labels.env != a', false],
    ['deprecated.state != ACTIVE', false],
    ['deprecated.state != OBSOLETE', true],
    ['licenses:a', true],
    ['licenses:b', false],
  ] as const)('is asked last, and only where it decides: %s: %s', (filter, isAsked) => {
    expect(trapsOf(filter, model)).toEqual(isAsked ? ['get', 'getOwnPropertyDescriptor'] : ['get'])
  })

  it('is asked of the inner object only where it decides', () => {
    const traps: string[] = []
    const state = new Proxy(model, {
      getOwnPropertyDescriptor: (target, name) => {
        traps.push('getOwnPropertyDescriptor')
        return Reflect.getOwnPropertyDescriptor(target, name)
      },
    })
    compile<unknown>('deprecated.state != ACTIVE')({ deprecated: state })
    expect(traps).toEqual([])
  })
})
