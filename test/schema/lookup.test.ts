import { describe, expect, it } from 'vitest'
import { type MemberNode } from '../../src/ast/index.ts'
import { parse, type Schema } from '../../src/index.ts'
import { lookUp } from '../../src/schema/index.ts'

const schema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    state: { type: 'enum', values: ['A'] },
    done: { type: 'boolean' },
    sizeGb: { type: 'int64' },
    id: { type: 'uint64' },
    count: { type: 'integer' },
    ratio: { type: 'double' },
    madeAt: { type: 'timestamp' },
    ipV4Address: { type: 'string' },
    snake_name: { type: 'string' },
    tags: { type: 'string', repeated: true },
    labels: { type: 'map', value: 'int64' },
    inner: {
      type: 'message',
      fields: {
        labels: { type: 'map', value: 'string' },
        parts: {
          type: 'message',
          repeated: true,
          fields: { partName: { type: 'string' }, tags: { type: 'string', repeated: true } },
        },
      },
    },
  },
} as const satisfies Schema

function find(field: string) {
  const { expression } = parse(`${field}:*`)
  if (expression?.kind !== 'restriction') throw new Error(`${field} is no field`)
  return lookUp(schema, expression.comparable as MemberNode)
}

describe('a field that exists', () => {
  it.each([
    ['name', 'name', 'string', false, ['message name']],
    ['sizeGb', 'sizeGb', 'int64', false, ['message sizeGb']],
    ['size_gb', 'sizeGb', 'int64', false, ['message sizeGb']],
    ['made_at', 'madeAt', 'timestamp', false, ['message madeAt']],
    ['ip_v4_address', 'ipV4Address', 'string', false, ['message ipV4Address']],
    ['snake_name', 'snake_name', 'string', false, ['message snake_name']],
    ['tags', 'tags', 'string', true, ['message tags []']],
    ['labels', 'labels', 'map', false, ['message labels']],
    ['labels.a', 'labels.a', 'int64', false, ['message labels', 'map a']],
    ['labels.size_gb', 'labels.size_gb', 'int64', false, ['message labels', 'map size_gb']],
    ['labels.0', 'labels.0', 'int64', false, ['message labels', 'map 0']],
    ['labels.a-b', 'labels.a-b', 'int64', false, ['message labels', 'map a-b']],
    ['labels."a.b"', 'labels."a.b"', 'int64', false, ['message labels', 'map a.b']],
    ['labels."a b"', 'labels."a b"', 'int64', false, ['message labels', 'map a b']],
    ['labels.".a"', 'labels.".a"', 'int64', false, ['message labels', 'map .a']],
    ['labels."a."', 'labels."a."', 'int64', false, ['message labels', 'map a.']],
    ['labels.""', 'labels.""', 'int64', false, ['message labels', 'map ']],
    ['inner', 'inner', 'message', false, ['message inner']],
    ['inner.labels.x', 'inner.labels.x', 'string', false, ['message inner', 'message labels', 'map x']],
    ['inner.parts', 'inner.parts', 'message', true, ['message inner', 'message parts []']],
    [
      'inner.parts.part_name',
      'inner.parts.partName',
      'string',
      true,
      ['message inner', 'message parts []', 'message partName'],
    ],
    ['inner.parts.tags', 'inner.parts.tags', 'string', true, ['message inner', 'message parts []', 'message tags []']],
  ])('%s', (text, shown, type, repeated, steps) => {
    const lookup = find(text)
    expect(lookup).toMatchObject({ path: { text: shown, repeated, field: { type } } })
    const found = 'path' in lookup ? lookup.path.steps : []
    expect(found.map((step) => `${step.from} ${step.name}${step.repeated ? ' []' : ''}`)).toEqual(steps)
  })
})

describe('a field that does not exist', () => {
  it.each([
    ['nme', { reason: 'unknown', name: { text: 'nme' }, parent: { text: '' }, fields: schema.fields }],
    [
      'inner.nme',
      { reason: 'unknown', name: { text: 'nme' }, parent: { text: 'inner' }, fields: schema.fields.inner.fields },
    ],
    ['inner.parts.nme', { reason: 'unknown', name: { text: 'nme' }, parent: { text: 'inner.parts' } }],
    ['Name', { reason: 'unknown', parent: { text: '' } }],
    ['size_Gb', { reason: 'unknown', parent: { text: '' } }],
    ['size__gb', { reason: 'unknown', parent: { text: '' } }],
    ['_size_gb', { reason: 'unknown', parent: { text: '' } }],
    ['size_gb_', { reason: 'unknown', parent: { text: '' } }],
    ['size_gb-', { reason: 'unknown', parent: { text: '' } }],
    ['ip_v_4_address', { reason: 'unknown', parent: { text: '' } }],
    ['Size_gb', { reason: 'unknown', parent: { text: '' } }],
    ['snakeName', { reason: 'unknown', parent: { text: '' } }],
    ['toString', { reason: 'unknown', parent: { text: '' } }],
    ['to_string', { reason: 'unknown', parent: { text: '' } }],
    ['__proto__', { reason: 'unknown', parent: { text: '' } }],
    ['tags.0', { reason: 'index', name: { text: '0' }, parent: { text: 'tags', repeated: true } }],
    ['tags.12', { reason: 'index', name: { text: '12' }, parent: { text: 'tags' } }],
    ['tags.x1', { reason: 'scalar', name: { text: 'x1' }, parent: { text: 'tags' }, rest: [] }],
    ['tags.1x', { reason: 'scalar', name: { text: '1x' }, parent: { text: 'tags' }, rest: [] }],
    ['inner.parts.0.partName', { reason: 'index', name: { text: '0' }, parent: { text: 'inner.parts' } }],
    ['inner.0', { reason: 'unknown', name: { text: '0' }, parent: { text: 'inner' } }],
    ['tags[0]', { reason: 'index', name: { text: 'tags', index: '[0]' }, parent: { text: 'tags', repeated: true } }],
    ['size_gb[0]', { reason: 'index', name: { text: 'size_gb', index: '[0]' }, parent: { text: 'sizeGb' } }],
    ['labels[a].b', { reason: 'index', name: { index: '[a]' }, parent: { text: 'labels' } }],
    ['labels.a[0]', { reason: 'index', name: { index: '[0]' }, parent: { text: 'labels.a' } }],
    [
      'inner.parts[0][1].x',
      { reason: 'index', name: { text: 'parts', index: '[0][1]' }, parent: { text: 'inner.parts' } },
    ],
    ['nme[0]', { reason: 'unknown', name: { text: 'nme', index: '[0]' }, parent: { text: '' } }],
    ['state.x', { reason: 'scalar', parent: { text: 'state' } }],
    ['done.x', { reason: 'scalar', parent: { text: 'done' } }],
    ['sizeGb.x', { reason: 'scalar', parent: { text: 'sizeGb' } }],
    ['id.x', { reason: 'scalar', parent: { text: 'id' } }],
    ['count.x', { reason: 'scalar', parent: { text: 'count' } }],
    ['ratio.x', { reason: 'scalar', parent: { text: 'ratio' } }],
    ['madeAt.x', { reason: 'scalar', parent: { text: 'madeAt' } }],
    [
      'labels.a.b.c',
      { reason: 'scalar', name: { text: 'b' }, parent: { text: 'labels.a' }, rest: [{ kind: 'name', text: 'c' }] },
    ],
    ['name.a', { reason: 'scalar', name: { text: 'a' }, parent: { text: 'name' }, rest: [] }],
  ])('%s', (text, missing) => {
    expect(find(text)).toMatchObject({ missing })
  })
})
