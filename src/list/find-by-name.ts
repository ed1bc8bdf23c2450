import { checkRecord } from '../records.ts'
import { compareCodePoints, ownValue } from '../values/index.ts'
import { checkJson, checkResource } from './check-resource.ts'
import { orders } from './order.ts'
import { readThrough } from './read-through.ts'
import { checkProject } from './request.ts'
import { createReport, type Listable, sourceOf } from './source.ts'
import { doWork, type ListContext } from './work.ts'

/** Which resource is looked for. */
export interface NamedResource {
  readonly project: string
  readonly name: string
}

/**
 * The first resource of that name; undefined when there is none. Asks the source's `get` if it has one, else scans, with
 * pauses. A place that could not be reached matters only when nothing was found.
 *
 * @throws TypeError for resources, a project or a context that are wrong; ListError 500 for a source that fails or gives what is not a resource, 503 when it may be in an unreachable place
 */
export async function findByName<R extends object>(
  resources: Listable<R>,
  wanted: NamedResource,
  context: ListContext = {},
): Promise<R | undefined> {
  const { name } = checkRecord(wanted, 'request')
  const project = checkProject(wanted.project)
  const source = sourceOf(resources)
  return doWork(context, (work) =>
    work.search(async () => {
      if (source.get !== undefined) return check((await work.wait(source.get(name))) ?? undefined)
      await work.wait(work.pause())
      const unreachable = createReport()
      const isOrdered = source.ordered?.includes('name') === true
      const query = {
        project,
        options: {},
        order: orders.name,
        after: undefined,
        filter: undefined,
        limit: Infinity,
        signal: context.signal,
        pause: work.pause,
        reportUnreachable: unreachable.add,
      }
      let found: R | undefined
      const isEnough = (resource: R): boolean => {
        checkResource(resource)
        const other = ownValue(resource, 'name')
        if (other === name) found = resource
        return found !== undefined || (isOrdered && typeof other === 'string' && compareCodePoints(other, name) > 0)
      }
      await readThrough(await work.wait(source.scan(query)), isEnough, work)
      if (found === undefined) unreachable.throwIfAny()
      return check(found)
    }),
  )
}

function check<R>(resource: R | undefined): R | undefined {
  if (resource === undefined) return undefined
  checkResource(resource)
  checkJson(resource)
  return resource
}
