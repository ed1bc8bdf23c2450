import { checkRecord } from '../records.ts'
import { compareCodePoints, ownValue } from '../values/index.ts'
import { findInSource, type ResourceSearch } from './find-in-source.ts'
import { orders } from './order.ts'
import type { Listable } from './source.ts'
import type { ListContext } from './work.ts'

/** The project and the name of one resource. */
export interface NamedResource {
  readonly project: string
  readonly name: string
}

/**
 * The first resource of that name; undefined when there is none. Calls `get` of the source, or scans the source with pauses
 * if it has no `get`. An unreachable place matters only when nothing was found.
 *
 * @throws TypeError for wrong resources, a wrong project or a wrong context; ListError 500 for a source that fails or returns
 * a value that is not a resource, 503 when the resource may be in an unreachable place
 */
export async function findByName<R extends object>(
  resources: Listable<R>,
  wanted: NamedResource,
  context: ListContext = {},
): Promise<R | undefined> {
  const { project, name } = checkRecord(wanted, 'request')
  const search: ResourceSearch<R> = {
    project,
    key: name,
    method: 'get',
    order: orders.name,
    consider(resource, _, isOrdered) {
      const other = ownValue(resource, 'name')
      if (other === name) return { best: resource, isEnd: true }
      const isPast = isOrdered && typeof other === 'string' && compareCodePoints(other, name) > 0
      return { best: undefined, isEnd: isPast }
    },
  }
  return findInSource(resources, search, context)
}
