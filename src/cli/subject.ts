import { readFile, stat } from 'node:fs/promises'
import { compile, imageSchema } from '../index.ts'
import type { Origin, ResourceKind } from '../input/index.ts'
import { collectionOf, schemaOf } from '../resources/index.ts'
import type { Schema } from '../schema/index.ts'
import { findResource, type NamedResource, namedResources } from './resource-names.ts'
import { describeSystemError, messageOf } from './system-error.ts'
import { UsageError } from './usage-error.ts'

/** Resources of one kind, as the filter, the output and the messages need them. */
export interface Subject {
  readonly schema: Schema
  /** In messages: `instances`. */
  readonly several: string
}

/** Which resources of the input are judged, and as what. */
export interface Selection {
  /** What `--resource` or `--schema` names; undefined: the kind of each resource decides. */
  readonly named: Subject | undefined
  readonly expected: ResourceKind
  /** The subject of a resource; undefined for one that is left out. */
  subjectOf(origin: Origin): Subject | undefined
}

const subjects = new Map<string, Subject>()

/** The same object at each call. */
export function subjectNamed({ resource, several }: NamedResource): Subject {
  const subject = subjects.get(resource) ?? { schema: schemaOf(resource), several }
  subjects.set(resource, subject)
  return subject
}

export const images: Subject = { schema: imageSchema, several: 'images' }
subjects.set('Image', images)

/** Makes a value for each subject once. */
export function forEachSubject<T>(make: (subject: Subject) => T): (subject: Subject) => T {
  const made = new Map<Subject, T>()
  return (subject) => {
    const value = made.get(subject) ?? make(subject)
    made.set(subject, value)
    return value
  }
}

/** The options that name a kind of resources. */
export interface SubjectOptions {
  readonly resource: string | undefined
  readonly schema: string | undefined
}

/** @throws UsageError for an unknown name, and for a file that does not hold a schema */
export async function selectSubject({ resource, schema }: SubjectOptions): Promise<Selection> {
  if (schema !== undefined) {
    const named: Subject = { schema: await readSchema(schema), several: 'resources' }
    return { named, expected: expect(named, () => true), subjectOf: () => named }
  }
  if (resource === undefined) {
    return {
      named: undefined,
      expected: expect(images, (kind) => collectionOf(kind) !== undefined),
      subjectOf: ({ collection }) => (collection === undefined ? images : subjectOfResource(collection.resource)),
    }
  }
  const found = findResource(resource, '--resource')
  const named = subjectNamed(found)
  return {
    named,
    expected: expect(named, () => true),
    subjectOf: ({ kind, collection }) =>
      (kind === undefined && collection === undefined) || collection?.resource === found.resource ? named : undefined,
  }
}

function subjectOfResource(resource: string): Subject {
  const named = namedResources.find((one) => one.resource === resource)
  return subjects.get(resource) ?? (named === undefined ? images : subjectNamed(named))
}

function expect({ schema }: Subject, accepts: (kind: string) => boolean): ResourceKind {
  const one = schema.resource.charAt(0).toLowerCase() + schema.resource.slice(1)
  return {
    one: `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`,
    known: { accepts, others: 'not a kind that Compute Engine lists', fields: new Set(Object.keys(schema.fields)) },
  }
}

/** In bytes. */
const maxSchemaLength = 16 * 2 ** 20

/** @throws UsageError */
async function readSchema(file: string): Promise<Schema> {
  const refuse = (why: string): UsageError => new UsageError(`--schema: ${file}: ${why}`)
  let schema: unknown
  try {
    if ((await stat(file)).size > maxSchemaLength) throw refuse('too long for a schema')
    schema = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw refuse(error instanceof SyntaxError ? `not JSON: ${error.message}` : describeSystemError(error))
  }
  try {
    compile('', { schema: schema as Schema })
  } catch (error) {
    throw refuse(messageOf(error))
  }
  return schema as Schema
}
