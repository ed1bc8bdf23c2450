import { describe, expect, it } from 'vitest'
import { imageSchema } from '../../src/index.ts'
import { RequestError } from '../../src/server/request-error.ts'
import { readSelection, select } from '../../src/server/selection.ts'
import { checkFields, listShape, resourceShape } from '../../src/server/fields.ts'

const resource = resourceShape(imageSchema)
const list = listShape(resource)

describe('the parameter fields', () => {
  it.each([
    'items',
    'kind,id,selfLink,nextPageToken',
    'items(id,name),nextPageToken',
    'items/name',
    'items(deprecated/state,guestOsFeatures(type))',
    'items(deprecated(state,replacement),labels/env)',
    'items/*',
    '*',
    '*/name',
    '*(name,status)',
    'items(labels(a,b))',
    'items(kind,id,selfLink)',
    'warning(code,data(key,value))',
    'warning/data/key',
  ])('%s', (fields) => {
    expect(() => checkFields(fields, list)).not.toThrow()
  })

  it.each([
    ['nope', 'nope'],
    ['items(nope)', 'nope'],
    ['items/nope', 'nope'],
    ['items(id,deprecated(state,nope))', 'nope'],
    ['items/name/x', 'x'],
    ['items(labels/env/x)', 'x'],
    ['kind(x)', 'x'],
    ['kind/*', '*'],
    ['*/nope', 'nope'],
    ['name', 'name'],
    ['Kind', 'Kind'],
    [' kind', ' kind'],
    ['__proto__', '__proto__'],
    ['constructor/prototype', 'constructor'],
    [')', ')'],
    ['items(', 'items('],
    ['items()', 'items()'],
    ['items(id', 'items(id'],
    ['items(id))', 'items(id))'],
    ['items(id)name', 'items(id)name'],
    ['items(id)/name', 'items(id)/name'],
    ['kind,', 'kind,'],
    [',', ','],
    ['kind,,id', 'kind,,id'],
    ['/kind', '/kind'],
    ['items//id', 'items//id'],
    ['('.repeat(900), '('.repeat(100)],
    ['x'.repeat(900), 'x'.repeat(100)],
  ])('%s is invalid', (fields, named) => {
    expect(() => checkFields(fields, list)).toThrow(new RequestError(400, `Invalid field selection ${named}`))
  })

  it('applies to a resource, too', () => {
    expect(() => checkFields('name,labels/env', resource)).not.toThrow()
    expect(() => checkFields('items', resource)).toThrow('Invalid field selection items')
  })
})

describe('a selection', () => {
  const body = {
    kind: 'k',
    items: [
      { name: 'a', labels: { x: '1', y: '2' }, types: [{ type: 't', n: 1 }, { n: 2 }], none: [], zero: 0 },
      { name: 'b', labels: null, types: ['text', []], none: {} },
      'text',
    ],
  }
  it.each<readonly [fields: string, part: unknown]>([
    ['', body],
    ['*', body],
    ['items', { items: body.items }],
    ['kind,items/name', { kind: 'k', items: [{ name: 'a' }, { name: 'b' }] }],
    ['items/name,items(zero)', { items: [{ name: 'a', zero: 0 }, { name: 'b' }] }],
    ['items/name,items,items/zero', { items: body.items }],
    ['items/labels/x', { items: [{ labels: { x: '1' } }, {}] }],
    ['items(labels/*,name/*)', { items: [{ labels: { x: '1', y: '2' } }, {}] }],
    ['items(labels/x,labels/*)', { items: [{ labels: { x: '1', y: '2' } }, {}] }],
    [
      'items(zero,*/y)',
      {
        items: [
          { labels: { y: '2' }, types: [{}, {}], none: [], zero: 0 },
          { types: [[]], none: {} },
        ],
      },
    ],
    ['items(labels/x,*)', { items: body.items.slice(0, 2) }],
    ['items/types/type', { items: [{ types: [{ type: 't' }, {}] }, { types: [[]] }] }],
    ['items/none', { items: [{ none: [] }, { none: {} }] }],
    ['items/none/a', { items: [{ none: [] }, { none: {} }] }],
    [
      'items/*/*',
      {
        items: [
          { labels: { x: '1', y: '2' }, types: [{ type: 't', n: 1 }, { n: 2 }], none: [] },
          { types: [[]], none: {} },
        ],
      },
    ],
    ['kind/a', {}],
    ['kind/*/*', {}],
    ['toString,constructor,__proto__', {}],
    ['items/__proto__/a', { items: [{}, {}] }],
  ])('%s', (fields, part) => {
    expect(select(body, [readSelection(fields)])).toEqual(part)
  })

  it('contains own members named `__proto__`', () => {
    const value: unknown = JSON.parse('{"__proto__":{"a":1,"b":2}}')
    expect(JSON.stringify(select(value, [readSelection('__proto__/a')]))).toBe('{"__proto__":{"a":1}}')
  })

  it('contains members named `*` once', () => {
    const counted = JSON.parse(JSON.stringify({ '*': { '*': 1, a: 2 } })) as unknown
    expect(select(counted, [readSelection('*/*')])).toEqual(counted)
    let chain: object = {}
    for (let depth = 0; depth < 60; depth++) chain = { '*': chain }
    expect(select(chain, [readSelection('*/'.repeat(59) + '*')])).toEqual(chain)
  })

  it('is undefined for texts only', () => {
    expect(select(['a', 5], [readSelection('a')])).toBeUndefined()
    expect(select([], [readSelection('a')])).toEqual([])
    expect(select(null, [readSelection('a')])).toBeUndefined()
  })
})

describe('the fields of a map of messages', () => {
  const shape = resourceShape({
    resource: 'Policy',
    fields: {
      items: { type: 'map', value: { type: 'message', fields: { state: { type: 'string' } } } },
    },
  })

  it('are those of the message, under any key', () => {
    for (const fields of ['items', 'items/a', 'items/a/state', 'items(a/state,b)']) {
      expect(() => {
        checkFields(fields, shape)
      }).not.toThrow()
    }
    expect(() => {
      checkFields('items/a/nope', shape)
    }).toThrow(RequestError)
  })
})
