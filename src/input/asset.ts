import { isObject, type JsonObject } from './exact-json.ts'
import { collectionOfAsset } from './kinds.ts'
import { type Origin, originOf, placeOf } from './origin.ts'

/** An asset of Cloud Asset Inventory. `ignored` is one that holds no resource of Compute Engine. */
export type Asset = { readonly is: 'resource'; readonly resource: JsonObject; readonly origin: Origin } | IgnoredAsset

export interface IgnoredAsset {
  readonly is: 'ignored'
  readonly why: 'another type' | 'no data'
  /** `storage.googleapis.com/Bucket` */
  readonly type: string
}

/**
 * Reads `{name, assetType, resource: {data}}`, or `asset_type` as exports write it.
 *
 * @returns Undefined for an object that is not an asset.
 */
export function readAsset(value: JsonObject): Asset | undefined {
  const type = value.assetType ?? value.asset_type
  if (typeof type !== 'string' || value.kind !== undefined) return undefined
  const collection = collectionOfAsset(type)
  if (collection === undefined) return { is: 'ignored', why: 'another type', type }
  const data = isObject(value.resource) ? value.resource.data : undefined
  if (!isObject(data)) return { is: 'ignored', why: 'no data', type }
  const around = { kind: collection.kind, collection, ...placeOf(value.name) }
  return { is: 'resource', resource: data, origin: originOf(data, around) }
}
