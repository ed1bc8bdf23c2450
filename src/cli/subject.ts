import { createReadStream } from 'node:fs'
import { compile, imageSchema } from '../index.ts'
import { decodeText, type Origin, type ResourceKind } from '../input/index.ts'
import { collectionOf, type ResourceName, schemaOf } from '../resources/index.ts'
import type { Schema } from '../schema/index.ts'
import { findResource, type ResourceNaming } from './resource-names.ts'
import { describeSystemError, messageOf } from './system-error.ts'
import { UsageError } from './usage-error.ts'

/** Resources of one kind, as the filter, the output and the messages need them. */
export interface CommandSubject {
  readonly schema: Schema
  /** In messages: `instances`. */
  readonly several: string
}

/** Which resources of the input are judged, and as what. */
export interface SubjectSelection {
  /** What `--resource` or `--schema` names; undefined: the kind of each resource decides. */
  readonly named: CommandSubject | undefined
  readonly expected: ResourceKind
  /** The subject of a resource; undefined for one that is left out. */
  subjectOf(origin: Origin): CommandSubject | undefined
}

const subjects = new Map<string, CommandSubject>()

/** The same object at each call. */
export function subjectNamed({ resource, several }: ResourceNaming): CommandSubject {
  const subject = subjects.get(resource) ?? { schema: schemaOf(resource), several }
  subjects.set(resource, subject)
  return subject
}

export const images: CommandSubject = { schema: imageSchema, several: 'images' }
subjects.set('Image', images)

/** Makes a value for each subject once. */
export function forEachSubject<T>(make: (subject: CommandSubject) => T): (subject: CommandSubject) => T {
  const made = new Map<CommandSubject, T>()
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
export async function selectSubject({ resource, schema }: SubjectOptions): Promise<SubjectSelection> {
  if (schema !== undefined) {
    const named: CommandSubject = { schema: await readSchema(schema), several: 'resources' }
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

const subjectOfResource = (resource: ResourceName): CommandSubject =>
  subjects.get(resource) ?? subjectNamed(findResource(resource, '--resource'))

function expect({ schema }: CommandSubject, accepts: (kind: string) => boolean): ResourceKind {
  const one = schema.resource.charAt(0).toLowerCase() + schema.resource.slice(1)
  return {
    one: `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`,
    known: { accepts, others: 'not a kind that Compute Engine lists', fields: new Set(Object.keys(schema.fields)) },
  }
}

/** In bytes. */
const maxSchemaLength = 16 * 2 ** 20

/** Reads the text of a file, up to more than a schema has. In UTF-8 or UTF-16, as PowerShell writes it. */
async function readText(file: string): Promise<string> {
  const decoder = decodeText()
  let text = ''
  let length = 0
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Uint8Array
    length += bytes.length
    if (length > maxSchemaLength) throw new Error('too long for a schema')
    text += decoder.push(bytes)
  }
  return text + decoder.end()
}

/** @throws UsageError */
async function readSchema(file: string): Promise<Schema> {
  const refuse = (why: string): UsageError => new UsageError(`--schema: ${file}: ${why}`)
  let schema: unknown
  try {
    schema = JSON.parse(await readText(file))
  } catch (error) {
    throw refuse(error instanceof SyntaxError ? `not JSON: ${error.message}` : describeSystemError(error))
  }
  try {
    compile('', { schema: schema as Schema })
  } catch (error) {
    throw refuse(messageOf(error))
  }
  return schema as Schema
}
