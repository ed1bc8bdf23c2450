import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { tableColumns, usualColumns } from '../../src/cli/columns.ts'
import { findResource, namedResources, resourceNames } from '../../src/cli/resource-names.ts'
import { collections, schemaOf } from '../../src/resources/index.ts'
import { lines, runInMemory } from './run-in-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'compute-filter-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const zone = 'https://www.googleapis.com/compute/v1/projects/p/zones/us-central1-a'
const vm = {
  kind: 'compute#instance',
  name: 'vm',
  zone,
  machineType: `${zone}/machineTypes/e2-small`,
  scheduling: { preemptible: true },
  networkInterfaces: [
    { networkIP: '10.0.0.2', accessConfigs: [{ natIP: '1.2.3.4' }] },
    { networkIP: '10.0.1.2', accessConfigs: [] },
  ],
  labels: { env: 'dev' },
  status: 'RUNNING',
}
const idle = { kind: 'compute#instance', name: 'idle', status: 'TERMINATED' }
const disk = { kind: 'compute#disk', name: 'd', zone, sizeGb: '10', type: `${zone}/diskTypes/pd-ssd`, status: 'READY' }
const regional = { kind: 'compute#disk', name: 'r', region: 'https://x/projects/p/regions/europe-west1', sizeGb: 20 }
const mixed = lines(vm, disk, idle)
const say = (text: string) => `compute-filter: ${text}\n`
const rejected = (resource: string, field: string, rest = ' = 1') =>
  [
    `error[unknown-field]: unknown field \`${field}\` of \`${resource}\``,
    `  1 | ${field}${rest}`,
    `    | ${'^'.repeat(field.length)}`,
    '',
  ].join('\n')

test('the output of gcloud is filtered by the kind of its resources', async () => {
  const ran = await runInMemory(['status = RUNNING AND labels:env'], {
    stdin: JSON.stringify([vm, idle], undefined, 2),
  })
  expect(ran).toEqual({ code: 0, stdout: lines(vm), stderr: '' })
})

describe('tables have the columns of the resource', () => {
  test.each([
    [
      [vm, idle],
      `NAME  ZONE           MACHINE_TYPE  PREEMPTIBLE  INTERNAL_IP        EXTERNAL_IP  STATUS
vm    us-central1-a  e2-small      true         10.0.0.2;10.0.1.2  1.2.3.4      RUNNING
idle                                                                            TERMINATED
`,
    ],
    [
      [disk, regional, { kind: 'compute#disk', name: 'g' }],
      `NAME  LOCATION       LOCATION_SCOPE  SIZE_GB  TYPE    STATUS
d     us-central1-a  zone            10       pd-ssd  READY
r     europe-west1   region          20
g                    global
`,
    ],
    [
      [
        {
          kind: 'compute#firewall',
          name: 'f',
          network: 'https://x/networks/default',
          direction: 'INGRESS',
          priority: 1000,
          allowed: [{ IPProtocol: 'tcp', ports: ['22', '80-90'] }, { IPProtocol: 'icmp' }, 5, {}],
          disabled: false,
        },
      ],
      `NAME  NETWORK  DIRECTION  PRIORITY  ALLOW                    DENY  DISABLED
f     default  INGRESS    1000      tcp:22,tcp:80-90;icmp;5        false
`,
    ],
    [
      [{ kind: 'compute#instantSnapshotGroup', name: 's', region: 'r', creationTimestamp: '2026-01-02T03:04:05Z' }],
      'NAME  LOCATION  CREATED\ns     r         2026-01-02\n',
    ],
    [
      [{ kind: 'compute#externalVpnGateway', name: 'v', redundancyType: 'SINGLE_IP_INTERNALLY_REDUNDANT' }],
      'NAME  REDUNDANCY_TYPE\nv     SINGLE_IP_INTERNALLY_REDUNDANT\n',
    ],
    [
      [vm, disk],
      `NAME  ZONE           MACHINE_TYPE  PREEMPTIBLE  INTERNAL_IP        EXTERNAL_IP  STATUS
vm    us-central1-a  e2-small      true         10.0.0.2;10.0.1.2  1.2.3.4      RUNNING

NAME  LOCATION       LOCATION_SCOPE  SIZE_GB  TYPE    STATUS
d     us-central1-a  zone            10       pd-ssd  READY
`,
    ],
  ])('%#', async (resources, stdout) => {
    const ran = await runInMemory(['', '--format', 'table'], { stdin: lines(...resources) })
    expect(ran).toEqual({ code: 0, stdout, stderr: '' })
  })

  test('every resource has columns for a table and for separated values', () => {
    for (const { resource } of namedResources) {
      const schema = schemaOf(resource)
      const columns = tableColumns(schema)
      expect([resource, columns.length > 0]).toEqual([resource, true])
      expect(columns.map(({ read }) => read({}).replace('global', ''))).toEqual(columns.map(() => ''))
      expect(usualColumns(schema)).toHaveLength(columns.length)
    }
  })

  test('separated values have the fields of the resource', async () => {
    const ran = await runInMemory(['', '--format', 'csv'], { stdin: lines(disk) })
    expect(ran.stdout).toBe(
      `name,location,scope,sizeGb,type,status\nd,us-central1-a,zone,10,${zone}/diskTypes/pd-ssd,READY\n`,
    )
  })
})

describe('resources of two kinds', () => {
  test.each<readonly [argv: readonly string[], code: number, stdout: string, stderr: string]>([
    [['status:*'], 0, mixed, ''],
    [['', '--format', 'json', '--fields', 'name'], 0, '[\n{"name":"vm"},\n{"name":"d"},\n{"name":"idle"}\n]\n', ''],
    [['', '--format', 'value', '--fields', 'name,status'], 0, 'vm\tRUNNING\nd\tREADY\nidle\tTERMINATED\n', ''],
    [['', '--sort', '-name', '--fields', 'name'], 0, '{"name":"vm"}\n{"name":"idle"}\n{"name":"d"}\n', ''],
    [['', '--resource', 'disks'], 0, lines(disk), say('ignored 2 resources of other kinds: compute#instance')],
    [['', '--resource', 'instances', '--count'], 0, '2\n', say('ignored 1 resource of other kinds: compute#disk')],
    [['name = x', '--format', 'table'], 0, '', say('none of 3 resources matches')],
    [
      ['name = x', '--format', 'table', '--resource', 'disk'],
      0,
      '',
      say('ignored 2 resources of other kinds: compute#instance') + say('none of 1 disks matches'),
    ],
    [
      ['machineType = 1'],
      1,
      '',
      rejected('Disk', 'machineType') +
        say(
          'the input has instances and disks, and the filter is invalid for disks: choose one kind with --resource instances',
        ),
    ],
    [
      ['sizeGb = 1'],
      1,
      '',
      rejected('Instance', 'sizeGb') + say('the filter was applied to instances, the kind of the input'),
    ],
    [
      ['sizeGb = 10', '--resource', 'disks', '--count'],
      0,
      '1\n',
      say('ignored 2 resources of other kinds: compute#instance'),
    ],
    [
      ['', '--format', 'csv'],
      2,
      '',
      say(
        'the input has instances and disks, which have different columns: name them with --fields, or choose one kind with --resource',
      ),
    ],
    [['', '--fields', 'name,machineType'], 2, '', say("--fields: unknown field 'machineType' of Disk")],
    [['', '--sort', 'machineType'], 2, '', say("--sort: unknown field 'machineType' of Disk")],
    [['', '--explain', 'd'], 0, 'd matches:\n  the filter is empty\n', ''],
    [['sizeGb = 1', '--explain', 'd'], 0, 'd does not match:\n  `sizeGb = 1` is false: sizeGb is "10"\n', ''],
    [
      ['sizeGb = 1', '--explain', 'vm'],
      1,
      '',
      rejected('Instance', 'sizeGb') + say('the filter was applied to instances, the kind of the input'),
    ],
    [['', '--explain', 'vm', '--resource', 'disks'], 2, '', say('no Disk named vm in standard input')],
  ])('%j', async (argv, code, stdout, stderr) => {
    const ran = await runInMemory(argv, { stdin: mixed })
    expect({ ...ran, stdout: code === 0 ? ran.stdout : '' }).toEqual({ code, stdout, stderr })
  })

  test('a field of different types has no order', async () => {
    const stdin = lines({ kind: 'compute#route', priority: 5 }, { kind: 'compute#firewall', priority: 6 })
    expect(await runInMemory(['', '--sort', 'priority'], { stdin })).toEqual({
      code: 2,
      stdout: '',
      stderr: say('--sort: priority has different types in routes and firewalls: choose one kind with --resource'),
    })
  })

  test('many kinds are ignored in one line', async () => {
    const stdin = lines(...['a', 'b', 'c', 'd'].map((kind) => ({ kind })), { managedInstances: [{ name: 'm' }] })
    expect(await runInMemory(['', '--resource', 'disks'], { stdin })).toMatchObject({
      stderr: say('ignored 5 resources of other kinds: a, b, c, …'),
    })
    const only = lines({ managedInstances: [{ name: 'm' }] })
    expect(await runInMemory(['', '--resource', 'disks'], { stdin: only })).toMatchObject({
      stderr: say('ignored 1 resource of other kinds: no kind'),
    })
  })
})

describe('resources without a kind', () => {
  const status = '`RUNNING` is not a value of `status`'

  test('are images, with advice when the filter is for another resource', async () => {
    const ran = await runInMemory(['status = RUNNING'], { stdin: lines({ name: 'x' }) })
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain(status)
    expect(ran.stderr).toMatch(
      /\ncompute-filter: resources without a kind are read as images; the filter is valid with --resource instances\n$/,
    )
  })

  test('are what --resource names', async () => {
    const stdin = lines({ machineType: 'e2', status: 'RUNNING' })
    const ran = await runInMemory(['status = RUNNING', '--resource', 'Instance'], { stdin })
    expect(ran).toEqual({ code: 0, stdout: stdin, stderr: '' })
    expect(await runInMemory([''], { stdin: lines({ machineType: 'e2' }) })).toMatchObject({
      stderr: say('standard input:1: an object without any field of an image'),
    })
    expect(await runInMemory(['', '--resource', 'Instance'], { stdin: lines({ x: 1 }) })).toMatchObject({
      stderr: say('standard input:1: an object without any field of an instance'),
    })
  })

  test('an empty input is valid for a filter of any resource, and for no other', async () => {
    expect(await runInMemory(['status = RUNNING'], { stdin: '[]' })).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await runInMemory(['nonsense = 1'], { stdin: '[]' })).toMatchObject({ code: 1, stdout: '' })
    expect(await runInMemory(['a = = b'], { stdin: 'nonsense' })).toMatchObject({ code: 1, stdout: '' })
  })
})

describe('--check', () => {
  test('checks for the resource', async () => {
    expect(await runInMemory(['--check', 'status = RUNNING', '--resource', 'instances'])).toEqual({
      code: 0,
      stdout: 'the filter is valid\n',
      stderr: '',
    })
    expect(await runInMemory(['--fix', 'machinetype = x', '--resource', 'instances'])).toMatchObject({
      stdout: 'machineType = x\n',
    })
    const ran = await runInMemory(['--check', 'status = RUNNING'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(
      /\ncompute-filter: the filter was checked for images; the filter is valid with --resource instances\n$/,
    )
  })
})

describe('--schema', () => {
  const schema = { resource: 'Ship', fields: { name: { type: 'string' }, sails: { type: 'integer' } } }
  const ships = lines({ kind: 'sea#ship', name: 'a', sails: 3 }, { sails: 1 })

  test.each<readonly [argv: readonly string[], stdout: string]>([
    [['sails > 1'], '{"kind":"sea#ship","name":"a","sails":3}\n'],
    [['', '--format', 'table'], 'NAME\na\n\n'],
    [['', '--sort', 'sails', '--format', 'value', '--fields', 'sails'], '1\n3\n'],
  ])('judges by its fields: %j', async (argv, stdout) => {
    const file = write('ship.json', JSON.stringify(schema))
    expect(await runInMemory([...argv, '--schema', file], { stdin: ships })).toEqual({ code: 0, stdout, stderr: '' })
  })

  test('shows the first fields of resources without a name', async () => {
    const file = write(
      's.json',
      JSON.stringify({ resource: 'S', fields: { a: { type: 'string' }, 'b=c': { type: 'string' } } }),
    )
    const ran = await runInMemory(['', '--schema', file, '--format', 'table'], { stdin: lines({ a: 'x' }) })
    expect(ran).toEqual({ code: 0, stdout: 'A\nx\n', stderr: '' })
  })

  test.each([
    ['{', /^not JSON: /],
    ['{"resource": "X"}', /^schema/],
    ['{"resource": "X", "fields": {"a": {"type": "text"}}}', /`?text`?/],
    [undefined, /^no such file$/],
  ])('is refused: %s', async (text, message) => {
    const file = text === undefined ? join(folder, 'none.json') : write('bad.json', text)
    const { code, stderr } = await runInMemory(['', '--schema', file])
    expect(code).toBe(2)
    expect(stderr.startsWith(`compute-filter: --schema: ${file}: `)).toBe(true)
    expect(stderr.slice(`compute-filter: --schema: ${file}: `.length).trimEnd()).toMatch(message)
  })

  test('cannot be used with --resource', async () => {
    const ran = await runInMemory(['', '--schema', 'x', '--resource', 'disks'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toContain("option '--resource <resource>' cannot be used with option '--schema <file>'")
  })
})

describe('the names of resources', () => {
  test.each([
    ['instances', 'Instance'],
    ['INSTANCE', 'Instance'],
    ['forwarding-rules', 'ForwardingRule'],
    ['compute#disk', 'Disk'],
    ['resourcePolicies', 'ResourcePolicy'],
    ['vmExtensionPolicies', 'VmExtensionPolicy'],
    ['globalVmExtensionPolicies', 'GlobalVmExtensionPolicy'],
    ['managedInstances', 'ManagedInstance'],
    ['xpnResourceIds', 'XpnResourceId'],
    ['networkEndpointWithHealthStatuses', 'NetworkEndpointWithHealthStatus'],
    ['vmEndpointNatMappings', 'VmEndpointNatMappings'],
    ['projects', 'Project'],
  ])('%s: %s', (name, resource) => {
    expect(findResource(name, '--resource').resource).toBe(resource)
  })

  test('are different for all resources', () => {
    expect(new Set(resourceNames).size).toBe(new Set(collections.map(({ resource }) => resource)).size)
  })

  test.each([
    ['instnces', "--resource: unknown resource 'instnces'; did you mean instances?"],
    ['wxyz', "--resource: unknown resource 'wxyz'; compute-filter fields --help names some"],
  ])('%s is unknown', async (name, message) => {
    expect(await runInMemory(['', '--resource', name])).toEqual({ code: 2, stdout: '', stderr: say(message) })
  })
})

describe('the command fields', () => {
  test.each<readonly [argv: readonly string[], stdout: string]>([
    [['disks', 'sizeG'], 'sizeGb  int64\n'],
    [['Disk', 'stat'], 'status  enum: CREATING DELETING FAILED READY RESTORING UNAVAILABLE\n'],
    [['disk', 'labels'], 'labels.KEY  string\n'],
    [
      ['instance', 'networkInterfaces.accessConfigs.n'],
      `networkInterfaces.accessConfigs.name         string, repeated
networkInterfaces.accessConfigs.natIP        string, repeated
networkInterfaces.accessConfigs.networkTier  enum, repeated: FIXED_STANDARD PREMIUM STANDARD STANDARD_OVERRIDES_FIXED_STANDARD
`,
    ],
    [
      ['routers', 'bgp.a', '--format', 'json'],
      `[
{"path":"bgp.advertiseMode","type":"enum","repeated":false,"values":["CUSTOM","DEFAULT"]},
{"path":"bgp.advertisedGroups","type":"enum","repeated":true,"values":["ALL_SUBNETS"]},
{"path":"bgp.advertisedIpRanges.description","type":"string","repeated":true},
{"path":"bgp.advertisedIpRanges.range","type":"string","repeated":true},
{"path":"bgp.asn","type":"uint32","repeated":false}
]
`,
    ],
  ])('%j', async (argv, stdout) => {
    expect(await runInMemory(['fields', ...argv])).toEqual({ code: 0, stdout, stderr: '' })
  })

  test('lists images and says how to list others', async () => {
    const { stdout } = await runInMemory(['fields'])
    const [first, second] = stdout.split('\n')
    expect(first).toBe('# images; compute-filter fields RESOURCE lists those of instances, disks, …')
    expect(second).toMatch(/^architecture +enum: /)
    expect(await runInMemory(['fields', 'images'])).toMatchObject({ stdout: stdout.slice(stdout.indexOf('\n') + 1) })
  })

  test('every resource has a list', async () => {
    for (const name of resourceNames) {
      const { code, stdout } = await runInMemory(['fields', name])
      expect([name, code, stdout === '']).toEqual([name, 0, false])
    }
  })

  test.each([
    [['dsks'], "fields: unknown resource 'dsks'; did you mean disks?"],
    [['disks', 'sizegb'], "fields: no field of Disk begins with 'sizegb'; did you mean sizeGb?"],
    [['disks', 'qqqqqqq'], "fields: no field of Disk begins with 'qqqqqqq'"],
    [['--nonsense'], "unknown option '--nonsense' (try compute-filter fields --help)"],
  ])('%j is wrong', async (argv, message) => {
    expect(await runInMemory(['fields', ...argv])).toEqual({ code: 2, stdout: '', stderr: say(message) })
  })

  test('prints its help', async () => {
    const { stdout } = await runInMemory(['fields', '--help'])
    expect(stdout).toMatch(/^Usage: compute-filter fields \[options\] \[resource\] \[prefix\]\n/)
    expect(await runInMemory(['help', 'fields'])).toMatchObject({ stdout })
  })
})
