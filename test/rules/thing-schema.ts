import type { Schema } from '../../src/index.ts'

/** One field of each kind, for tables of help. */
export const thingSchema = {
  resource: 'Thing',
  fields: {
    name: { type: 'string' },
    text: { type: 'string', repeated: true },
    status: { type: 'enum', values: ['ON', 'OFF'] },
    dotted: { type: 'enum', values: ['a.b', 'NONE', 'FULL'] },
    flag: { type: 'boolean' },
    size: { type: 'int64' },
    sizes: { type: 'int64', repeated: true },
    diskSizeGb: { type: 'int64' },
    small: { type: 'integer' },
    ratio: { type: 'double' },
    at: { type: 'timestamp' },
    labels: { type: 'map', value: 'string' },
    part: { type: 'message', fields: { key: { type: 'string' }, size: { type: 'int64' } } },
    group: {
      type: 'message',
      fields: { sizes: { type: 'int64', repeated: true }, key: { type: 'string' }, note: { type: 'string' } },
    },
    places: { type: 'map', value: { type: 'message', fields: { key: { type: 'string' } } } },
    parts: { type: 'message', repeated: true, fields: { key: { type: 'string' }, value: { type: 'string' } } },
  },
} as const satisfies Schema
