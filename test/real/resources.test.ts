import { describe, expect, it } from 'vitest'
import { schemaOf } from '../../src/resources/index.ts'
import type { Field, Fields } from '../../src/schema/index.ts'
import { isObject } from '../../src/values/index.ts'
import { isThere, readLines } from './shared.ts'

/** Fields of the collected resources that the schemas do not have, and why. */
const unknown: Readonly<Record<string, string>> = {
  'Instance.serviceAccounts.kind': 'from a version before v1',
  'Instance.disks.initializeParams': 'for input only',
  'Instance.c7n:MatchedFilters': 'added by another program',
  'Instance.c7n.metrics': 'added by another program',
}

interface Findings {
  readonly unknownFields: Set<string>
  readonly unlistedValues: Set<string>
  /** Values of whole URLs without a slash. */
  readonly shortUrls: Set<string>
}

function inspect(resource: unknown, fields: Fields, path: string, findings: Findings): void {
  if (!isObject(resource)) return
  for (const [name, value] of Object.entries(resource)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) findings.unknownFields.add(`${path}.${name}`)
    else
      for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
        inspectValue(one, field, `${path}.${name}`, findings)
  }
}

function inspectValue(value: unknown, field: Field, path: string, findings: Findings): void {
  if (field.type === 'message') inspect(value, field.fields, path, findings)
  else if (field.type === 'map') {
    const { value: type } = field
    if (typeof type === 'object' && isObject(value))
      for (const one of Object.values(value)) inspect(one, type.fields, path, findings)
  } else if (field.type === 'enum') {
    if (!field.values.includes(String(value))) findings.unlistedValues.add(`${path}=${String(value)}`)
  } else if (field.format === 'url' && value !== '' && !String(value).includes('/')) {
    findings.shortUrls.add(`${path}=${String(value)}`)
  }
}

describe.runIf(isThere)('the resources that real projects have', () => {
  const findings: Findings = { unknownFields: new Set(), unlistedValues: new Set(), shortUrls: new Set() }
  let count = 0
  for (const [file, name] of [
    ['instances.ndjson', 'Instance'],
    ['disks.ndjson', 'Disk'],
    ['snapshots.ndjson', 'Snapshot'],
    ['images.ndjson', 'Image'],
  ] as const) {
    for (const resource of readLines(file)) {
      count++
      inspect(resource, schemaOf(name).fields, name, findings)
    }
  }

  it('are more than two thousand', () => {
    expect(count).toBeGreaterThan(2_000)
  })

  it('have no field that a schema does not know, except those in the table', () => {
    expect([...findings.unknownFields].sort()).toEqual(Object.keys(unknown).sort())
  })

  it('have no value that an enum does not list', () => {
    expect([...findings.unlistedValues]).toEqual([])
  })

  it('have whole URLs where a schema says so', () => {
    expect([...findings.shortUrls]).toEqual([])
  })
})
