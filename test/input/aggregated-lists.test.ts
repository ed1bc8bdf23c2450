import { describe, expect, test } from 'vitest'
import { imageKind } from '../../src/input/index.ts'
import { describeEntry, readAll, readForms } from './read-all.ts'

const kind = 'compute#instanceAggregatedList'
const none = {
  code: 'NO_RESULTS_ON_PAGE',
  message: 'There are no results.',
  data: [{ key: 'scope', value: 'zones/b' }],
}
const unreachable = { code: 'UNREACHABLE', message: 'down' }
const [i, j] = [{ name: 'i' }, { name: 'j', kind: 'compute#instance' }]

const rows: readonly (readonly [value: unknown, entries: readonly string[]])[] = [
  [{ kind, items: {} }, []],
  [{ kind }, []],
  [
    {
      kind,
      id: 'projects/p/aggregated/instances',
      items: { 'zones/a': { instances: [i, j] }, 'zones/b': { warning: none } },
    },
    ['compute#instance i zones/a p', 'compute#instance j zones/a p'],
  ],
  [
    {
      kind,
      items: {
        'zones/a': { instances: [i] },
        'regions/b': { warning: unreachable, instances: [j] },
        global: { warning: unreachable },
      },
    },
    [
      'compute#instance i zones/a -',
      'compute#instance j regions/b -',
      'f: the list has a warning for regions/b: UNREACHABLE: down; and 1 more',
    ],
  ],
  [
    { kind, items: { 'zones/a': { instances: [i] } }, warning: unreachable, nextPageToken: 'x' },
    [
      'compute#instance i zones/a -',
      'f: the list is incomplete: it has a nextPageToken',
      'f: the list has a warning: UNREACHABLE: down',
    ],
  ],
  [
    { kind: 'compute#healthCheckServiceAggregatedList', items: { 'regions/a': { resources: [i] } } },
    ['compute#healthCheckService i regions/a -'],
  ],
  [{ kind: 'compute#usableSubnetworksAggregatedList', items: [{ network: 'n', name: 'i' }] }, ['- i - -']],
  [
    { items: { 'zones/a': { instances: [i] }, 'zones/b': { instances: [j] } } },
    ['- i zones/a -', 'compute#instance j zones/b -'],
  ],
  [
    { kind, items: { somewhere: { instances: [i] }, ['x'.repeat(600)]: { instances: [j] } } },
    ['compute#instance i - -', 'compute#instance j - -'],
  ],
  [{ kind, items: { 'zones/a"\\"': { 'odd "key"': [i] } } }, ['compute#instance i zones/a"\\" -']],
  [{ kind: 'compute#instance', name: 'i', items: { 'zones/a': { instances: [j] } } }, ['compute#instance i - -']],
]

describe('the elements of an aggregated list', () => {
  test.each(rows)('%j', (value, entries) => {
    for (const read of readForms(value)) expect(read).toEqual(entries)
  })

  test('own members named `__proto__` and `constructor` are scopes without a place', () => {
    const text = `{"kind":"${kind}","items":{"__proto__":{"__proto__":[{"name":"i"}]},"constructor":{"instances":[{"name":"j"}]}}}`
    for (const form of [text, text.replaceAll(',', ',\n')]) {
      expect(readAll(form).map(describeEntry)).toEqual(['compute#instance i - -', 'compute#instance j - -'])
    }
  })

  test.each([
    [{ 'zones/a': 5 }, 'scope zones/a is a number, not an object'],
    [{ 'zones/a': [[i], { instances: [i] }] }, 'scope zones/a is an array, not an object'],
    [{ 'zones/a': { instances: 'x' } }, 'scope zones/a: `instances` is a string, not an array'],
    [{ 'zones/a': { instances: { x: [i] } } }, 'scope zones/a: `instances` is an object, not an array'],
    [{ 'zones/a': { instances: [], warning: 'x' } }, 'scope zones/a: `warning` is a string, not an array'],
    [{ 'zones/a': { instances: null } }, 'scope zones/a: `instances` is null, not an array'],
    [{ 'zones/a': { instances: [5] } }, 'item 1 of zones/a is a number, not an object'],
    [{ 'zones/a': { instances: [[i]] } }, 'item 1 of zones/a is an array, not an object'],
    [{ 'zones/a': { instances: [{ kind, items: {} }] } }, 'item 1 of zones/a is a list, not a resource'],
    [{ ['x'.repeat(400)]: 5 }, `scope ${'x'.repeat(294)}…`],
  ])('a wrong type is a bad entry: %j', (items, problem) => {
    for (const read of readForms({ kind, items, id: 'x' })) {
      expect(read.map((text) => text.replace(/^f:\d+: /, ''))).toEqual([problem])
    }
  })

  test('an answer among the elements ends the input', () => {
    const items = { 'zones/a': { instances: [{ error: { code: 5 } }, i], disks: 5 } }
    for (const read of readForms({ kind, items })) {
      expect(read).toHaveLength(1)
      expect(read[0]).toMatch(/^fatal f:\d+: item 1 of zones\/a is an error answer: 5$/)
    }
  })

  test('a list of another kind is refused before its items are read', () => {
    const text = `{"kind": "${kind}",\n"items": {"zones/a": {"instances": [`
    expect(readAll(text, 5, imageKind).map(describeEntry)).toEqual([`fatal f:1: ${kind}, not compute#image`])
  })

  test('more text than the limit is read in any number of scopes, but not in one element', () => {
    const items = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `zones/${String(at)}`,
        { instances: Array.from({ length: 50 }, () => i) },
      ]),
    )
    const text = JSON.stringify({ kind, items }, undefined, 1)
    const limit = 4000
    expect(text.length).toBeGreaterThan(4 * limit)
    const entries = readAll(text, 1000, undefined, limit).map(describeEntry)
    expect(entries).toHaveLength(1000)
    expect(entries.at(-1)).toBe('compute#instance i zones/19 -')
    const large = JSON.stringify(
      { kind, items: { 'zones/a': { instances: [{ name: 'x'.repeat(2 * limit) }] } } },
      undefined,
      1,
    )
    expect(readAll(large, 1000, undefined, limit).map(describeEntry)).toEqual([
      'fatal f:7: value longer than 4000 characters',
    ])
    const scopes = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`zones/${String(at)}`, {}]))
    expect(
      readAll(JSON.stringify({ kind, items: scopes }, undefined, 1), 1000, undefined, limit).map(describeEntry),
    ).toEqual(['fatal f:269: value longer than 4000 characters'])
  })

  test('deep elements are bad entries, and deep scopes too', () => {
    const deep = '['.repeat(2000) + ']'.repeat(2000)
    const text = `{"kind":"${kind}","items":{"zones/a":{"instances":[{"name":"i","x":${deep}},{"name":"j"}]}}}`
    for (const form of [text, text.replace('{', '{\n')]) {
      expect(readAll(form).map((entry) => describeEntry(entry).replace(/^f:\d+: /, ''))).toEqual([
        'item 1 of zones/a is nested deeper than 1000 levels',
        'compute#instance j zones/a -',
      ])
    }
    const nested = `{"kind":"${kind}","items":{"zones/a":{"instances":{"x":${deep}}}}}`
    expect(readAll(nested).map(describeEntry)).toEqual(['f:1: scope zones/a: `instances` is an object, not an array'])
  })

  test('a scope that is there twice', () => {
    const text = `{"kind":"${kind}",\n"items":{"zones/a":{"instances":[{"name":"i"}]},"zones/a":{"instances":[{"name":"j"}]}}}`
    expect(readAll(text).map(describeEntry)).toEqual(['compute#instance i zones/a -', 'compute#instance j zones/a -'])
  })

  test('a field that is there twice, the second of them behind another', () => {
    const text = '{"kind":"compute#diskList",\n"items":[{"name":"i"}],"id":"x","items":[{"name":"j"}]}'
    expect(readAll(text).map(describeEntry)).toEqual(['compute#disk i - -', 'compute#disk j - -'])
  })

  test('the pages of a list, one after the other', () => {
    const pages = [
      { kind, items: { 'zones/a': { instances: [i] } }, nextPageToken: 'x' },
      { kind, items: { 'zones/a': { warning: none }, 'zones/b': { instances: [i] } } },
    ]
    for (const indent of [undefined, 1]) {
      const text = pages.map((page) => JSON.stringify(page, undefined, indent)).join('\n')
      expect(readAll(text, 11).map(describeEntry)).toEqual([
        'compute#instance i zones/a -',
        'compute#instance i zones/b -',
      ])
    }
  })
})
