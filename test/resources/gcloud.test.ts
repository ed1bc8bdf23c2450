import { describe, expect, test } from 'vitest'
import { collections, schemaOf } from '../../src/resources/index.ts'
import type { Field, Fields } from '../../src/schema/index.ts'
import { type GcloudClass, type GcloudField, parseGcloudMessages, readGcloudMessages } from './gcloud-messages.ts'

// gcloud's messages are generated from the discovery document, ours from the descriptors of another library.
const text = readGcloudMessages()
if (text === undefined) console.log('gcloud is not installed: the schemas are not compared with its messages')

const classes = parseGcloudMessages(text ?? '')
const resources = [...new Set(collections.map(({ resource }) => resource))]

/** Where the two differ, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'SslCertificateManagedSslCertificate.DomainStatusValue.AdditionalProperty.value':
    'the values of a map are scalars or messages in a schema, so that those of this enum are any text',
}

interface Difference {
  readonly place: string
  readonly problem: string
}

const scalars: Readonly<Record<string, readonly string[]>> = {
  'String.': ['string', 'timestamp', 'enum'],
  // As base64.
  'Bytes.': ['string'],
  'Boolean.': ['boolean'],
  'Float.': ['double'],
  'Float.FLOAT': ['double'],
  'Integer.': ['int64'],
  'Integer.UINT64': ['uint64'],
  'Integer.INT32': ['integer'],
  'Integer.UINT32': ['uint32'],
}

/** Compares the fields that both have, to any depth. */
function compareFields(name: string, fields: Fields, seen: Set<string>): readonly Difference[] {
  const theirs = classes.get(name)
  if (theirs === undefined || seen.has(name)) return []
  seen.add(name)
  return theirs.fields.flatMap((field) => {
    const ours = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined
    return ours === undefined ? [] : compareField(name, field, ours, seen)
  })
}

function compareField(owner: string, theirs: GcloudField, ours: Field, seen: Set<string>): readonly Difference[] {
  const place = `${owner}.${theirs.name}`
  const differ = (problem: string): readonly Difference[] => [{ place, problem }]
  if (theirs.type === 'Enum') {
    if (ours.type !== 'enum') return differ(`${ours.type}, but gcloud has an enum`)
    const values = classes.get(`${owner}.${theirs.of ?? ''}`)?.values ?? []
    const missing = values.filter((value) => !ours.values.includes(value))
    return missing.length > 0 ? differ(`lacks ${missing.join(' ')}`) : []
  }
  if (theirs.type !== 'Message') {
    const isSame = scalars[`${theirs.type}.${theirs.variant ?? ''}`]?.includes(ours.type) === true
    if (!isSame) return differ(`${ours.type}, but gcloud has ${theirs.type} ${theirs.variant ?? ''}`)
    return 'repeated' in ours === theirs.isRepeated ? [] : differ('one of the two is repeated')
  }
  const inner = [`${owner}.${theirs.of ?? ''}`, theirs.of ?? ''].find((name) => classes.has(name)) ?? ''
  const map = classes.get(`${inner}.AdditionalProperty`)
  if (map !== undefined) return compareMap(place, inner, map, ours, seen)
  if (ours.type !== 'message') return differ(`${ours.type}, but gcloud has the message ${inner}`)
  if ((ours.repeated === true) !== theirs.isRepeated) return differ('one of the two is repeated')
  return compareFields(inner, ours.fields, seen)
}

function compareMap(place: string, name: string, map: GcloudClass, ours: Field, seen: Set<string>) {
  if (ours.type !== 'map') return [{ place, problem: `${ours.type}, but gcloud has a map` }]
  const value = map.fields.find((field) => field.name === 'value')
  const element: Field = typeof ours.value === 'string' ? { type: ours.value } : ours.value
  return value === undefined ? [] : compareField(`${name}.AdditionalProperty`, value, element, seen)
}

describe.runIf(text !== undefined)('the schemas beside the messages of gcloud', () => {
  const differences = new Map<string, string>()
  const seen = new Set<string>()
  for (const resource of resources)
    for (const { place, problem } of compareFields(resource, schemaOf(resource).fields, seen))
      differences.set(place, problem)

  test('have messages to compare', () => {
    expect([...seen].length).toBeGreaterThan(300)
  })

  test('have the same types, and no value less', () => {
    expect([...differences.keys()]).toEqual(Object.keys(exceptions))
  })
})

describe.runIf(text === undefined)('the schemas beside the messages of gcloud', () => {
  test('are not compared, since gcloud is not installed', () => {
    expect(classes.size).toBe(0)
  })
})
