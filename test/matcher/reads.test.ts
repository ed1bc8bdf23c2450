import { describe, expect, it, vi } from 'vitest'
import { compile, type Schema } from '../../src/index.ts'
import { scalarTypes, type ScalarType } from '../../src/types/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    ...{ name: { type: 'string' }, text: { type: 'string' }, texts: { type: 'string', repeated: true } },
    ...{ state: { type: 'enum', values: ['READY', 'FAILED'] }, done: { type: 'boolean' } },
    ...{ size: { type: 'int64' }, id: { type: 'uint64' }, small: { type: 'integer' }, port: { type: 'uint32' } },
    ...{
      made: { type: 'timestamp' },
      labels: { type: 'map', value: 'string' },
      flags: { type: 'map', value: 'boolean' },
    },
    parts: { type: 'message', repeated: true, fields: { text: { type: 'string' } } },
    inner: { type: 'message', fields: { deep: { type: 'message', fields: { text: { type: 'string' } } } } },
  },
} as const satisfies Schema

/** Notes each property that is read, and each of which is asked whose it is. */
function record(value: unknown, notes: string[], place = ''): unknown {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, name) {
      const at = `${place}${String(name)}`
      notes.push(at)
      return record(Reflect.get(target, name), notes, `${at}.`)
    },
    getOwnPropertyDescriptor(target, name) {
      notes.push(`${place}${String(name)}?`)
      return Reflect.getOwnPropertyDescriptor(target, name)
    },
  })
}

describe('a Matcher reads a property once, and asks whose it is at last (`?`) if its value decides', () => {
  it.each([
    ['name = a', { name: 'a' }, 'name name?'],
    ['name = a', { name: 'b' }, 'name'],
    ['name = a', {}, 'name'],
    ['name = a', { name: null }, 'name'],
    ['text = a', { text: 'a' }, 'text text?'],
    ['text != a', { text: 'a' }, 'text text?'],
    ['text != a', { text: 'b' }, 'text'],
    ['text = a*', { text: 'ab' }, 'text text?'],
    ['text:*', { text: 'b' }, 'text text?'],
    ['text:*', {}, 'text'],
    ['name = a AND text = b', { name: 'a', text: 'b' }, 'name text name? text?'],
    ['name = a AND text = b', { name: 'a', text: 'c' }, 'name text'],
    ['name = a AND name != b*', { name: 'a' }, 'name name name?'],
    ['NOT (name = a AND text = b)', { name: 'a', text: 'b' }, 'name text name? text?'],
    ['labels.a = b', { labels: { a: 'b' } }, 'labels labels.a labels.a? labels?'],
    ['labels.a = b', { labels: { a: 'c' } }, 'labels labels.a'],
    ['labels.a = b', {}, 'labels'],
    ['labels.a = b', { labels: null }, 'labels'],
    [
      'labels.a = b AND labels.c = d',
      { labels: { a: 'b', c: 'd' } },
      'labels labels.a labels.a? labels labels.c labels.c? labels?',
    ],
    ['inner.deep.text = a', { inner: { deep: null } }, 'inner inner.deep'],
    ['inner.deep.text = a', { inner: {} }, 'inner inner.deep'],
    ['inner.deep.text != a', { inner: {} }, 'inner inner.deep'],
    ['state = READY OR state = FAILED', { state: 'FAILED' }, 'state state?'],
    ['state = READY OR state = FAILED', { state: 'READY' }, 'state state?'],
    ['state = READY OR state = FAILED', { state: 'x' }, 'state'],
    [`text = (${[...'abc'].join(' OR ')})`, { text: 'c' }, 'text text?'],
    [`text = (${[...'abcdefghij'].join(' OR ')})`, { text: 'j' }, 'text text?'],
    ['size > 5 AND size < 10', { size: '7' }, 'size size?'],
    ['size > 5 AND size < 10', { size: '10' }, 'size'],
    ['size > 5 AND size < 10', {}, 'size'],
    ['texts:b', { texts: ['a', 'b', 'c'] }, 'texts texts.length texts.0 texts.1 texts?'],
    ['texts:b', { texts: ['a'] }, 'texts texts.length texts.0'],
    ['texts:b*', { texts: [null, 'a'] }, 'texts texts.length texts.0 texts.1'],
    ['texts:b*', {}, 'texts'],
    [
      'parts.text:a',
      { parts: [null, { text: 'a' }] },
      'parts parts.length parts.0 parts.1 parts.1.text parts.1.text? parts?',
    ],
    ['parts.text:a', { parts: [{ text: 'b' }, {}] }, 'parts parts.length parts.0 parts.0.text parts.1 parts.1.text'],
  ])('%s on %j: %s', (filter, resource, expected) => {
    const notes: string[] = []
    compile<unknown>(filter, { schema })(record(resource, notes))
    expect(notes.join(' ')).toBe(expected)
  })
})

/** How many values of a type are read in full, as the plain evaluator reads them. */
function countReads(type: ScalarType, filter: string, resources: readonly object[]): number {
  const read = vi.spyOn(scalarTypes[type], 'read')
  try {
    resources.forEach(compile<unknown>(filter, { schema }))
    return read.mock.calls.length
  } finally {
    read.mockRestore()
  }
}

describe('a value in a frequent form is not read in full', () => {
  const texts = ['a', 'b', '', 'READY', 5, true]
  const flags = [true, false, 'a', 5]
  const integers = ['5', '0', '123456789', 5, 0, 2000]
  const times = ['2020-01-01T12:00:00.000+00:00', '2021-01-01T12:00:00.123-08:00']
  const ordered = ['=', '!=', '<', '<=', '>', '>=', ':']
  const integerFilters = ordered.flatMap((comparator) => [5, 100].map((value) => `it ${comparator} ${String(value)}`))
  it.each<
    readonly [ScalarType, field: keyof typeof schema.fields, values: readonly unknown[], filters: readonly string[]]
  >([
    ['string', 'name', texts, ['it = a', 'it != a', 'it:a', 'NOT it = a', 'it:*', 'NOT it:*', 'it = a*']],
    ['string', 'text', texts, ['it = a', 'it != a', 'it:a', 'NOT it = a', 'it:*', 'NOT it:*', 'it = a*']],
    ['string', 'text', texts, ['it = (a OR b)', 'it = (a OR b OR c)', 'NOT it = (a OR b OR c OR d)']],
    ['string', 'texts', texts.map((text) => ['z', text]), ['it:a', 'NOT it:a', 'it:*', 'it:a*']],
    ['string', 'labels', texts.map((a) => ({ a })), ['it.a = b', 'it.a != b', 'NOT it.a = b', 'it.a:*', 'it.a:b']],
    ['enum', 'state', texts, ['it = READY', 'it != READY', 'it = (READY OR FAILED)', 'NOT it = READY']],
    ['boolean', 'done', flags, ['it = true', 'it != true', 'NOT it = true', 'it:true']],
    ['boolean', 'flags', flags.map((a) => ({ a })), ['it.a = true', 'it.a != true', 'NOT it.a = true']],
    ['int64', 'size', integers, [...integerFilters, 'it > 1 AND it < 9', 'it = 0', 'NOT it = 0', '(it eq 5)']],
    ['uint64', 'id', integers, integerFilters],
    ['integer', 'small', integers, integerFilters],
    ['uint32', 'port', integers, integerFilters],
    ['timestamp', 'made', times, ordered.map((comparator) => `it ${comparator} 2020-01-01T12:00:00Z`)],
  ])('%s, the field %s', (type, field, values, filters) => {
    for (const filter of filters) {
      const resources = values.map((value) => ({ [field]: value }))
      expect(countReads(type, filter.replaceAll('it', field), resources), filter).toBe(0)
    }
  })

  it.each<readonly [ScalarType, filter: string, resource: object, reads: number]>([
    ['int64', 'size > 5', { size: '-5' }, 1],
    ['int64', 'size > 1 AND size < 9', { size: '-5' }, 1],
    ['int64', 'size > 1 AND size < 9', { size: 5n }, 2],
    ['int64', 'size != 5', { size: 1.5 }, 1],
    ['int64', 'size > 12345678901234567890', { size: '5' }, 1],
    ['timestamp', 'made > 2020-01-01T12:00:00Z', { made: '2020-01-01T12:00:00Z' }, 1],
  ])('but for another it is: %s, %s', (type, filter, resource, reads) => {
    expect(countReads(type, filter, [resource])).toBe(reads)
  })
})
