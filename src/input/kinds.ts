import { type ResourceCollection, collectionOf, collections } from '../resources/index.ts'

/** A list of the API, by its `kind`. */
export interface KnownList {
  readonly collection: ResourceCollection
  /** The field that holds the resources; undefined in an aggregated list, whose `items` are scopes. */
  readonly field: string | undefined
}

const collectionOfItem = new Map<string, ResourceCollection | undefined>(
  collections.flatMap(({ kind }) => (kind === undefined ? [] : [[kind, collectionOf(kind)]])),
)

const lists = new Map<string, KnownList>(
  collections.flatMap((collection) =>
    collection.lists.flatMap(({ kind, scope, field }): (readonly [string, KnownList])[] =>
      kind === undefined ? [] : [[kind, { collection, field: scope === 'aggregated' ? undefined : field }]],
    ),
  ),
)

/** Like `collectionOf`, at once. */
export const collectionOfKind = (kind: string): ResourceCollection | undefined => collectionOfItem.get(kind)

export const listOfKind = (kind: string): KnownList | undefined => lists.get(kind)

/** The fields that hold the resources of a list; `assets` are those of Cloud Asset Inventory. */
export const listFields: ReadonlySet<string> = new Set([
  'assets',
  ...collections.flatMap(({ lists }) => lists.filter(({ scope }) => scope !== 'aggregated').map(({ field }) => field)),
])

/** The collection of the lists whose only sign is this field: `managedInstances`. */
export const collectionOfField = (field: string): ResourceCollection | undefined =>
  field === 'items'
    ? undefined
    : collections.find(({ lists }) => lists.every((list) => list.kind === undefined && list.field === field))

const assetService = 'compute.googleapis.com/'

/** The collection of an asset type: `compute.googleapis.com/RegionDisk` is of `disks`. */
export function collectionOfAsset(type: string): ResourceCollection | undefined {
  if (!type.startsWith(assetService)) return undefined
  const name = type.slice(assetService.length)
  return collectionOfResource(name) ?? collectionOfResource(name.replace(/^(?:Global|Region)/, ''))
}

const collectionOfResource = (name: string): ResourceCollection | undefined =>
  collections.find(({ resource }) => resource === name)
