import { type ResourceCollection, collectionOf } from '../resources/index.ts'
import { scopeOf } from '../list/index.ts'
import { ownValue } from '../values/index.ts'
import { collectionNamed, hasScope, type Place, scopeTypeOf } from './place.ts'
import { readSelfLink } from './resource-paths.ts'

/** What a file says about a resource besides the resource itself. */
export interface FilingHints {
  /** Used for a resource without a `kind`: that of the list, or of the asset. */
  readonly kind?: string | undefined
  /** Used for a resource without any `kind`: the collection of the list. */
  readonly collection?: ResourceCollection | undefined
  /** Used for a resource without a `zone` and a `region`: `zones/us-east1-b`. */
  readonly scope?: string | undefined
}

const images = collectionNamed('images')

/**
 * The place of a resource. Its `kind` decides on the collection, or else its `selfLink`; a resource with neither is an image.
 * Its `zone` or `region` decides on the scope, or else its `selfLink`.
 *
 * @returns the kind, if it is unknown, or that of a part of another resource whose `selfLink` does not name that
 */
export function findPlace(resource: object, hints: FilingHints = {}): Place | string {
  const kind = ownValue(resource, 'kind') ?? hints.kind
  const own = scopeOf(resource)
  if (typeof kind === 'string' && kind !== '') {
    const collection = collectionOf(kind)
    // The link of most resources need not be read.
    const isPlain = collection?.parent === undefined && (own !== 'global' || collection?.lists.every(isGlobal) === true)
    if (collection === undefined) return kind
    if (isPlain) return at(collection, own)
    const link = readSelfLink(ownValue(resource, 'selfLink'))?.place
    if (collection.parent !== undefined && link?.parent === undefined) return `${kind} without selfLink`
    return at(collection, own === 'global' ? (hints.scope ?? link?.scope ?? own) : own, link?.parent)
  }
  const link = readSelfLink(ownValue(resource, 'selfLink'))?.place
  const { collection = images } = hints
  if (link === undefined && collection.parent !== undefined) return `${collection.name} without selfLink`
  return link ?? at(collection, own === 'global' ? (hints.scope ?? own) : own)
}

const isGlobal = ({ scope }: ResourceCollection['lists'][number]): boolean => scope === 'global'

/** A global resource is global, whatever zone or region it names. */
function at(collection: ResourceCollection, scope: string, parent?: string): Place {
  const isMisplaced = scope !== 'global' && !hasScope(collection, scopeTypeOf(scope)) && hasScope(collection, 'global')
  return {
    collection,
    scope: isMisplaced ? 'global' : scope,
    parent: collection.parent === undefined ? undefined : parent,
  }
}
