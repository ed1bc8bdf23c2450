import { checkRecord } from '../records.ts'
import { ownValue } from '../values/index.ts'
import { findInSource, type ResourceSearch } from './find-in-source.ts'
import { isDeprecated } from './is-deprecated.ts'
import { orders } from './order.ts'
import type { Listable } from './source.ts'
import type { ListContext } from './work.ts'

/** The project and the name of a family. */
export interface ResourceFamily {
  readonly project: string
  readonly family: string
}

const order = orders['creationTimestamp desc']

/**
 * The newest resource of that family that is not deprecated; undefined when there is none (SEMANTICS.md section 9). Calls
 * `getFromFamily` of the source, or scans the source once, with pauses, if it has no `getFromFamily`. An unreachable place
 * matters only when nothing was found.
 *
 * @throws as `findByName`
 */
export async function findFromFamily<R extends object>(
  resources: Listable<R>,
  wanted: ResourceFamily,
  context: ListContext = {},
): Promise<R | undefined> {
  const { project, family } = checkRecord(wanted, 'request')
  const search: ResourceSearch<R> = {
    project,
    key: family,
    method: 'getFromFamily',
    order,
    consider(resource, best, isOrdered) {
      if (ownValue(resource, 'family') !== family || isDeprecated(resource)) return { best, isEnd: false }
      const isBetter = best === undefined || order.compareTo(resource, order.keyOf(best)) < 0
      return { best: isBetter ? resource : best, isEnd: isOrdered }
    },
  }
  return findInSource(resources, search, context)
}
