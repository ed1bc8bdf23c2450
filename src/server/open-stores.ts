import type { MemoryStore, Source } from '../list/index.ts'
import { ownValue } from '../values/index.ts'
import { membersAt } from './members.ts'
import { mergeStores } from './merged-stores.ts'
import type { Place } from './place.ts'
import { lastSegment, regionOfZone } from './zone-names.ts'

/** Finds the stores with the resources of a place; undefined when there is no such project. */
export type StoreFinder<R> = (place: Place) => readonly MemoryStore<R>[] | undefined

/** The resources of a place as one source. The members of instance groups are derived from the instances. */
export function openStores<R extends object>(find: StoreFinder<R>, place: Place): Source<R> | undefined {
  const members = membersAt(place)
  const stores = find(members?.from ?? place)
  if (stores === undefined) return undefined
  const merged = mergeStores(stores)
  return members === undefined ? merged : members.derive(merged)
}

/** The zone and the region that a resource implies. */
export function scopesOf({ collection, scope }: Place, resource: object): readonly string[] {
  const name = ownValue(resource, 'name')
  if (typeof name === 'string' && collection.name === 'regions') return [`regions/${name}`]
  const isZone = typeof name === 'string' && collection.name === 'zones'
  const zone = isZone ? name : scope.startsWith('zones/') ? lastSegment(scope) : undefined
  const regions = scope.startsWith('regions/') ? [scope] : zone === undefined ? [] : [`regions/${regionOfZone(zone)}`]
  return zone === undefined ? regions : [`zones/${zone}`, ...regions]
}
