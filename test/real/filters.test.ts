import { describe, expect, it } from 'vitest'
import { type DiagnosticCode, documented, observed, type Profile, type Schema, validate } from '../../src/index.ts'
import { schemaOf } from '../../src/resources/index.ts'
import { isThere, readJson } from './shared.ts'

interface RealFilter {
  readonly filter: string
  /** The lists that it was sent to: `instances,disks`. */
  readonly resource: string
}

const filters = (readJson('real-filters.json') ?? []) as readonly RealFilter[]
const { filters: seen } = (readJson('observed-server-behaviour.json') ?? { filters: [] }) as {
  readonly filters: readonly (RealFilter & { readonly observed: string })[]
}

/** The lists that the collected data name in other words. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  many: ['instances', 'disks', 'images', 'snapshots', 'addresses', 'forwardingRules'],
  zoneOperations: ['operations'],
  'addresses etc. (aggregatedList)': ['addresses', 'disks', 'forwardingRules'],
  'instanceGroupManagers.listManagedInstances': ['ManagedInstance'],
  'instanceGroupManagers.listManagedInstances/perInstanceConfigs': ['ManagedInstance', 'PerInstanceConfig'],
  '(unit test)': ['instances'],
}

const schemasOf = ({ resource }: RealFilter): readonly Schema[] =>
  (otherNames[resource] ?? resource.split(/[,/]/)).map((name) => {
    const schema = schemaOf(name)
    if (schema === undefined) throw new Error(`no resource is called ${name}`)
    return schema
  })

/** A filter, and a resource whose list it was sent to. */
const pairs = filters.flatMap((one) => schemasOf(one).map((schema) => ({ ...one, schema })))

const codesOf = (filter: string, schema: Schema, profile: Profile): readonly DiagnosticCode[] => [
  ...new Set(validate(filter, { schema, profile }).map(({ code }) => code)),
]

/** The filters that are rejected even with the profile observed, and why. */
const rejected: Readonly<Record<string, readonly [code: DiagnosticCode, ground: string]>> = {
  'sourceDisk ~ ".*/zones/us-central1-a/disks/.*"': ['unexpected-token', 'only gcloud has `~`'],
  'networkEdpointType=GCE_VM_IP_PORT': ['unknown-field', 'misspelt'],
  'tags.items=my-tag AND status = running': ['repeated-needs-has', 'section 4'],
  'tags.items=my-tag AND tags.items=my-other-tag AND status = running': ['repeated-needs-has', 'section 4'],
  'tags.items=my-tag AND -tags.items=my-other-tag) OR tags.items=alternative-tag': [
    'unexpected-token',
    'a parenthesis too many',
  ],
  'not-a-filter': ['missing-comparator', 'seen 400'],
  '(name eq e2e-test-.*) (description eq k8s-node-route) (priority = 1000)': ['mixed-dialects', 'seen 400'],
  '(field1 eq abc) (field2 ne 17)': ['unknown-field', 'a unit test of another program'],
  '(tags.items = "vllm-serving")': ['repeated-needs-has', 'section 4'],
  'networkInterfaces.network:vpc1 AND tags.items=(vm-tag)': ['repeated-needs-has', 'seen 400'],
  'status eq RUNNING AND name eq somehostname': ['operator-in-regex-dialect', 'seen 400'],
  "items[*].tags=['asg-collector-staging']": ['unexpected-character', 'seen 400'],
  "items[*]tags=['asg-collector-staging']": ['unexpected-character', 'seen 400'],
  'name eq *collector*': ['invalid-pattern', 'seen 400'],
  'tags = asg-collector-staging': ['comparator-type', 'seen 400'],
  "tags = asg-collector-staging'": ['unexpected-character', 'seen 400'],
  'tags.items = mytargets': ['repeated-needs-has', 'seen 400'],
  'name ~ ^targ': ['unexpected-token', 'only gcloud has `~`'],
  'name ~ whatever-I-name-it': ['unexpected-token', 'seen 400'],
  'metadata.drtype = active': ['unknown-field', 'seen: rejected'],
  '(labels.stage=pretask) (creationTimestamp>-P1D)': ['invalid-timestamp', 'only gcloud has durations'],
  'CreationTimestamp>=2018-03-06T17:56:50': ['unknown-field', 'case counts in names'],
  'networkInterfaces[0].network="https://www.googleapis.com/compute/v1/projects/simreplicacao/global/networks/default"':
    ['indexing', 'seen 400'],
  'networkInterfaces[].network="https://www.googleapis.com/compute/v1/projects/simreplicacao/global/networks/default"':
    ['indexing', 'seen 400'],
  "networkInterfaces.network='https://www.googleapis.com/compute/v1/projects/simreplicacao/global/networks/default'": [
    'repeated-needs-has',
    'seen 400',
  ],
}

describe.runIf(isThere)('the filters that real programs send', () => {
  it('are 202, sent to 240 lists of 24 resources', () => {
    expect(filters).toHaveLength(202)
    expect(pairs).toHaveLength(240)
    expect(new Set(pairs.map(({ schema }) => schema.resource)).size).toBe(24)
  })

  it('are rejected only for the reasons in the table, with the profile observed', () => {
    const found = pairs.filter(({ filter, schema }) => codesOf(filter, schema, observed).length > 0)
    expect(found).toHaveLength(25)
    expect(
      Object.fromEntries(found.map(({ filter, schema }) => [filter, codesOf(filter, schema, observed)[0]])),
    ).toEqual(Object.fromEntries(Object.entries(rejected).map(([filter, [code]]) => [filter, code])))
  })

  it('for images all compile with the profile observed', () => {
    const images = pairs.filter(({ schema }) => schema.resource === 'Image')
    expect(images).toHaveLength(49)
    expect(images.filter(({ filter, schema }) => codesOf(filter, schema, observed).length > 0)).toEqual([])
  })

  it('are also rejected for patterns on several fields and for the case of enums, with the profile documented', () => {
    const found = pairs.filter(
      ({ filter, schema }) =>
        codesOf(filter, schema, observed).length === 0 && codesOf(filter, schema, documented).length > 0,
    )
    const codes = found.map(({ filter, schema }) => codesOf(filter, schema, documented).join())
    expect(
      Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length])),
    ).toEqual({
      'multiple-fields': 12,
      'unknown-enum-value': 2,
    })
  })
})

/** Which resources have labels, as the live API answered a filter `labels.project = io-foo` (`claims`). */
describe('a filter by label', () => {
  it.each(['networks', 'subnetworks', 'backendServices', 'urlMaps', 'targetHttpProxies', 'targetHttpsProxies'])(
    'is rejected for %s',
    (name) => {
      expect(validate('labels.project=io-foo', { schema: schemaOf(name) }).map(({ code }) => code)).toEqual([
        'unknown-field',
      ])
    },
  )

  it.each(['forwardingRules', 'securityPolicies', 'instances'])('is accepted for %s', (name) => {
    const schema = schemaOf(name)
    expect(schema).toBeDefined()
    for (const filter of ['labels.project=io-foo', 'labels.project = "io-foo"'])
      expect(validate(filter, { schema })).toEqual([])
  })
})

/** Where the reports contradict each other or speak of another time. */
const exceptions: Readonly<Record<string, string>> = {
  'tags.items:(mytag)': 'rejected in 2019; AIP-160 has since been documented, and parentheses around a value with it',
}

describe.runIf(isThere)('observations of the live API', () => {
  const verdicts = seen.filter(({ observed }) => /^(?:accepted|rejected)/.test(observed))

  it.each(verdicts)('$filter: $observed', (one) => {
    const isAccepted = schemasOf(one).every((schema) => codesOf(one.filter, schema, observed).length === 0)
    expect(isAccepted).toBe(one.filter in exceptions || one.observed.startsWith('accepted'))
  })

  it('is contradicted only with a reason in the table', () => {
    const filters = verdicts.map(({ filter }) => filter)
    expect(Object.keys(exceptions).filter((filter) => !filters.includes(filter))).toEqual([])
  })
})

describe.runIf(!isThere)('the filters that real programs send', () => {
  it('are not available', () => {
    expect(filters).toEqual([])
  })
})
