import type { Fields, Schema } from '../../src/index.ts'

/** The fields of other Compute resources that real filters name, with Compute's types. One schema for them all. */
const text = [
  ...[
    'address',
    'clientOperationId',
    'cpuPlatform',
    'description',
    'family',
    'ipCidrRange',
    'kind',
    'machineType',
    'name',
  ],
  ...['network', 'operationType', 'region', 'selfLink', 'sourceDisk', 'subnetwork', 'targetLink', 'zone'],
]
const integers = ['defaultDiskSizeGb', 'id', 'priority', 'targetId']
const booleans = ['autoCreateSubnetworks', 'deletionProtection', 'isSharedCpu']

const all = <F>(names: readonly string[], field: F) => Object.fromEntries(names.map((name) => [name, field]))

const fields: Fields = {
  ...all(text, { type: 'string' } as const),
  ...all(integers, { type: 'int64' } as const),
  ...all(booleans, { type: 'boolean' } as const),
  creationTimestamp: { type: 'timestamp' },
  labels: { type: 'map', value: 'string' },
  metadata: { type: 'message', fields: { kind: { type: 'string' } } },
  networkInterfaces: { type: 'message', repeated: true, fields: { network: { type: 'string' } } },
  scheduling: {
    type: 'message',
    fields: { automaticRestart: { type: 'boolean' }, preemptible: { type: 'boolean' } },
  },
  shieldedInstanceConfig: { type: 'message', fields: { enableSecureBoot: { type: 'boolean' } } },
  sourceRanges: { type: 'string', repeated: true },
  sourceTags: { type: 'string', repeated: true },
  status: {
    type: 'enum',
    values: ['DONE', 'PENDING', 'PROVISIONING', 'READY', 'RUNNING', 'STAGING', 'STOPPING', 'TERMINATED', 'UP'],
  },
  tags: { type: 'message', fields: { items: { type: 'string', repeated: true } } },
}

export const computeSchema: Schema = { resource: 'Resource', fields }
