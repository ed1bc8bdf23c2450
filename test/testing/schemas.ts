import type { Schema } from '../../src/index.ts'

/** A schema with every type and every way to nest them. */
export const resourceSchema = {
  resource: 'Disk',
  fields: {
    name: { type: 'string' },
    state: { type: 'enum', values: ['READY', 'FAILED'] },
    isBoot: { type: 'boolean' },
    sizeGb: { type: 'int64' },
    id: { type: 'uint64' },
    index: { type: 'integer' },
    total: { type: 'uint32' },
    ratio: { type: 'double' },
    lastAttach: { type: 'timestamp' },
    users: { type: 'string', repeated: true },
    states: { type: 'enum', values: ['READY', 'FAILED'], repeated: true },
    flags: { type: 'boolean', repeated: true },
    sizes: { type: 'int64', repeated: true },
    ratios: { type: 'double', repeated: true },
    times: { type: 'timestamp', repeated: true },
    labels: { type: 'map', value: 'string' },
    counts: { type: 'map', value: 'int64' },
    switches: { type: 'map', value: 'boolean' },
    since: { type: 'map', value: 'timestamp' },
    shares: { type: 'map', value: 'double' },
    members: {
      type: 'map',
      value: {
        type: 'message',
        fields: {
          text: { type: 'string' },
          size: { type: 'int64' },
          list: { type: 'string', repeated: true },
          tags: { type: 'map', value: 'string' },
          inner: { type: 'message', fields: { on: { type: 'boolean' } } },
        },
      },
    },
    params: {
      type: 'message',
      fields: {
        text: { type: 'string' },
        tags: { type: 'map', value: 'string' },
        list: { type: 'string', repeated: true },
        inner: { type: 'message', fields: { text: { type: 'string' }, on: { type: 'boolean' } } },
      },
    },
    parts: {
      type: 'message',
      repeated: true,
      fields: {
        text: { type: 'string' },
        size: { type: 'int64' },
        labels: { type: 'map', value: 'string' },
        at: { type: 'timestamp' },
        names: { type: 'string', repeated: true },
        inner: { type: 'message', fields: { list: { type: 'string', repeated: true }, text: { type: 'string' } } },
      },
    },
  },
} as const satisfies Schema
