import { freezeAll, type Schema } from '../schema/index.ts'
import type { ResourceCollection } from './collections.ts'
import { decodeCollections } from './decode-collections.ts'
import { readMessages } from './decode-messages.ts'
import type { ResourceName } from './generated/names.ts'
import { collectionsText, enumsText, messagesText, resourcesText } from './generated/texts.ts'

export type { ResourceCollection, CollectionList, ListScope } from './collections.ts'
export type { ResourceName } from './generated/names.ts'

/** Every collection of Compute that a list method with a `filter` lists. Frozen at every level. */
export const collections: readonly ResourceCollection[] = /* @__PURE__ */ decodeCollections(collectionsText)

const collectionsByKind = /* @__PURE__ */ indexByKind()

const messageAt = /* @__PURE__ */ readMessages({ messages: messagesText, enums: enumsText })
const numbers = /* @__PURE__ */ new Map(resourcesText.split('\n').map((line) => line.split(' ') as [string, string]))
const schemas = new Map<string, Schema>()

/**
 * The schema of a resource by its name or by the name of its collection: `schemaOf('Instance')`, `schemaOf('instances')`.
 * It is decoded at the first call and frozen at every level. `schemaOf('vmExtensionPolicies')` is that of the policies in
 * zones; the global ones are `GlobalVmExtensionPolicy`.
 *
 * @returns Undefined for a name that is neither.
 */
export function schemaOf(name: ResourceName): Schema
export function schemaOf(name: string): Schema | undefined
export function schemaOf(name: string): Schema | undefined {
  const row = collections.find((collection) => collection.resource === name || collection.name === name)
  if (row === undefined) return undefined
  const { resource } = row
  const schema = schemas.get(resource) ?? freezeAll({ resource, fields: messageAt(Number(numbers.get(resource))) })
  schemas.set(resource, schema)
  return schema
}

/**
 * The collection of a resource by its `kind`: `collectionOf('compute#instance')` is that of `instances`.
 *
 * @returns Undefined for a kind that no collection has.
 */
export const collectionOf = (kind: string): ResourceCollection | undefined => collectionsByKind.get(kind)

/** The first collection of each kind: those without a parent come first. */
function indexByKind(): ReadonlyMap<string, ResourceCollection> {
  const index = new Map<string, ResourceCollection>()
  for (const collection of collections) {
    const { kind } = collection
    if (kind !== undefined && !index.has(kind)) index.set(kind, collection)
  }
  return index
}
