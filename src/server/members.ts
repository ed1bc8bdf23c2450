import type { ScanQuery, Source } from '../list/index.ts'
import { createTimeSlice } from '../scheduling.ts'
import { copyArray, ownValue } from '../values/index.ts'
import { collectionNamed, type Place } from './place.ts'
import { lastSegment } from './zone-names.ts'

const instances = collectionNamed('instances')

/** What the lists of the members of a group show of an instance, by the name of the list. */
const members: Readonly<Record<string, (instance: object) => object>> = {
  listManagedInstances: (instance) => ({
    id: ownValue(instance, 'id'),
    name: ownValue(instance, 'name'),
    instance: ownValue(instance, 'selfLink'),
    instanceStatus: ownValue(instance, 'status'),
    currentAction: 'NONE',
  }),
  listInstances: (instance) => ({ instance: ownValue(instance, 'selfLink'), status: ownValue(instance, 'status') }),
}

/** The key of an instance in the order of a list. What of it the API does not show has no place in the JSON of a member. */
function withKey(member: object, instance: object): object {
  for (const name of ['name', 'id', 'zone'])
    if (!Object.hasOwn(member, name)) Object.defineProperty(member, name, { value: ownValue(instance, name) })
  return member
}

/** The members of a group, derived from instances. */
export interface Members {
  /** Where the instances are. */
  readonly from: Place
  readonly derive: <R extends object>(instances: Source<R>) => Source<R>
}

/**
 * The members of a managed instance group: the instances whose metadata item `created-by` names its manager, which has the
 * name of the group. Undefined for any other place.
 */
export function membersAt({ collection, scope, parent = '' }: Place): Members | undefined {
  const show = Object.hasOwn(members, collection.name) ? members[collection.name] : undefined
  if (show === undefined) return undefined
  const manager = `instanceGroupManagers/${lastSegment(parent)}`
  return {
    from: { collection: instances, scope: scope.startsWith('regions/') ? 'aggregated' : scope, parent: undefined },
    derive: <R extends object>(source: Source<R>) => ({
      async *scan(query: ScanQuery) {
        const slice = createTimeSlice()
        const every = { ...query, after: undefined, filter: undefined, limit: Infinity }
        for await (const instance of await source.scan(every)) {
          if (isCreatedBy(instance, scope, manager)) yield withKey(show(instance), instance) as R
          if (!slice.isOver()) continue
          await query.pause()
          slice.restart()
        }
      },
    }),
  }
}

/** `projects/1/zones/us-east1-b/instanceGroupManagers/web`; the part before the last two segments may be missing. */
function isCreatedBy(instance: object, scope: string, manager: string): boolean {
  for (const item of copyArray(ownValue(ownValue(instance, 'metadata'), 'items')) ?? []) {
    const value = ownValue(item, 'key') === 'created-by' ? ownValue(item, 'value') : undefined
    if (typeof value !== 'string') continue
    if (value === manager || `/${value}`.endsWith(`/${scope}/${manager}`)) return true
  }
  return false
}
