import { checkRecord } from '../records.ts'
import { findInSource, type ResourceSearch } from './find-in-source.ts'
import { idOf, orders } from './order.ts'
import type { Listable } from './source.ts'
import type { ListContext } from './work.ts'

/** The project and the id of one resource. */
export interface IdentifiedResource {
  readonly project: string
  /** As text, whatever the type in the resources. */
  readonly id: string
}

/**
 * The first resource of that `id`; undefined when there is none. Calls `getById` of the source, or scans the source with
 * pauses if it has no `getById`. An unreachable place matters only when nothing was found.
 *
 * @throws as `findByName`
 */
export async function findById<R extends object>(
  resources: Listable<R>,
  wanted: IdentifiedResource,
  context: ListContext = {},
): Promise<R | undefined> {
  const { project, id } = checkRecord(wanted, 'request')
  const search: ResourceSearch<R> = {
    project,
    key: id,
    method: 'getById',
    order: orders.name,
    consider: (resource) =>
      idOf(resource) === id ? { best: resource, isEnd: true } : { best: undefined, isEnd: false },
  }
  return findInSource(resources, search, context)
}
