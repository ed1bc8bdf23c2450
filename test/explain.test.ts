import { describe, expect, it } from 'vitest'
import { explain, FilterError, parse } from '../src/index.ts'
import { marked } from './marked.ts'

const image = {
  name: 'web-1',
  family: 'web',
  diskSizeGb: '10',
  labels: { env: 'prod' },
  licenses: ['a', 'b'],
  storageLocations: [null, 'us', undefined, 'eu'],
  guestOsFeatures: [{ type: 'GVNIC' }, { type: 'IDPF' }, {}],
}

/** [filter, whether it matches, the restrictions that decided: text, whether it holds, values] */
type Row = readonly [
  filter: string,
  matches: boolean,
  ...reasons: (readonly [restriction: string, holds: boolean, field: string, values: readonly unknown[]])[],
]

const rows: readonly Row[] = [
  ['', true],
  ['name = web-1', true, ['name = web-1', true, 'name', ['web-1']]],
  ['name=web-1', true, ['name=web-1', true, 'name', ['web-1']]],
  ['name =web-1', true, ['name =web-1', true, 'name', ['web-1']]],
  ['name  =   web-1', true, ['name  = web-1', true, 'name', ['web-1']]],
  ['name = a', false, ['name = a', false, 'name', ['web-1']]],
  ['description:*', false, ['description:*', false, 'description', []]],
  ['disk_size_gb > 5', true, ['disk_size_gb > 5', true, 'diskSizeGb', ['10']]],
  ['NOT name = a', true, ['name = a', false, 'name', ['web-1']]],
  ['NOT name = web-1', false, ['name = web-1', true, 'name', ['web-1']]],
  [
    'name = web-1 AND family = web',
    true,
    ['name = web-1', true, 'name', ['web-1']],
    ['family = web', true, 'family', ['web']],
  ],
  ['name = web-1 AND family = a AND kind = b', false, ['family = a', false, 'family', ['web']]],
  ['name = a OR family = web OR name = web-1', true, ['family = web', true, 'family', ['web']]],
  ['name = a OR family = b', false, ['name = a', false, 'name', ['web-1']], ['family = b', false, 'family', ['web']]],
  [
    'NOT (name = a OR family = b)',
    true,
    ['name = a', false, 'name', ['web-1']],
    ['family = b', false, 'family', ['web']],
  ],
  ['NOT (name = web-1 AND family = b)', true, ['family = b', false, 'family', ['web']]],
  ['name = (a OR web-1)', true, ['name = web-1', true, 'name', ['web-1']]],
  ['name=(a OR web-1)', true, ['name=web-1', true, 'name', ['web-1']]],
  ['labels.env = dev', false, ['labels.env = dev', false, 'labels.env', ['prod']]],
  ['licenses:c', false, ['licenses:c', false, 'licenses', ['a', 'b']]],
  ['storageLocations:x', false, ['storageLocations:x', false, 'storageLocations', ['us', 'eu']]],
  ['guestOsFeatures.type:IDPF', true, ['guestOsFeatures.type:IDPF', true, 'guestOsFeatures.type', ['GVNIC', 'IDPF']]],
  ['name eq web-.*', true, ['name eq web-.*', true, 'name', ['web-1']]],
  ['(name eq "web-.*")(name ne web-1)', false, ['name ne web-1', false, 'name', ['web-1']]],
]

describe('explain', () => {
  it.each(rows.map(([filter, matches, ...reasons]) => ({ filter, matches, reasons })))(
    '$filter',
    ({ filter, matches, reasons }) => {
      const explanation = explain(filter, image)
      expect(explanation.matches).toBe(matches)
      expect(
        explanation.reasons.map(({ restriction, holds, field, values }) => [restriction, holds, field, values]),
      ).toEqual(reasons)
      expect(explanation.reasons.map(({ tooLong }) => tooLong)).toEqual(reasons.map(() => false))
    },
  )

  it.each(['<|name = a|> AND family = web', '( NOT <|name = web-1|> )', 'family = web AND <|name = (a OR b)|>'])(
    'has the span of the restriction: %s',
    (source) => {
      const { text, span } = marked(source)
      expect(explain(text, image).reasons[0]?.span).toEqual(span)
      expect(explain(parse(text), image).reasons[0]?.span).toEqual(span)
    },
  )

  it('reports a value that is too long for its pattern', () => {
    const tooLong = (length: number) =>
      explain('name eq a*', { name: 'a'.repeat(length) }, { limits: { matchWork: 4096 } }).reasons.map(
        (reason) => reason.tooLong,
      )
    expect(tooLong(4096)).toEqual([false])
    expect(tooLong(100_000)).toEqual([true])
    expect(explain('name eq a*', { name: 5 }, { limits: { matchWork: 4096 } }).reasons[0]?.tooLong).toBe(false)
    expect(explain('name = a', { name: 'a'.repeat(10_000_000) }).reasons[0]?.tooLong).toBe(false)
  })

  it('reports it from the first length that counts as unset', () => {
    const lengths = Array.from({ length: 700 }, (_, length) => 4096 + 20 * length)
    const found = lengths.map((length) =>
      explain('name eq a*', { name: 'a'.repeat(length) }, { limits: { matchWork: 4096 } }),
    )
    expect(found.map(({ reasons: [reason] }) => reason?.tooLong)).toEqual(found.map(({ matches }) => !matches))
    expect(found.filter(({ matches }) => matches).length).toBeGreaterThan(1)
    expect(found.at(-1)?.matches).toBe(false)
  })

  it('throws what compile throws', () => {
    expect(() => explain('nme = a', {})).toThrow(FilterError)
    expect(() => explain('name eq a OR', {})).toThrow('unexpected end of the filter')
  })
})

describe('the values of a reason', () => {
  it.each([
    ['name:*', {}, []],
    ['name:*', { name: null }, []],
    ['name:*', { name: {} }, [{}]],
    ['diskSizeGb:*', { diskSizeGb: 'ten' }, ['ten']],
    ['licenses:x', { licenses: [null, 5, 'y'] }, [5, 'y']],
    ['labels.env:*', { labels: { env: 5 } }, [5]],
  ])('%s of %j are %j', (filter, resource, values) => {
    const { matches, reasons } = explain(filter, resource)
    expect(matches).toBe(false)
    expect(reasons.map((reason) => reason.values)).toEqual([values])
  })
})
