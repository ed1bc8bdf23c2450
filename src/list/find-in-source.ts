import { checkJson, checkResource } from './check-resource.ts'
import type { ListOrder } from './order.ts'
import { readThrough } from './read-through.ts'
import { checkProject } from './request.ts'
import { createReport, type Listable, sourceOf } from './source.ts'
import { runWork, type ListContext } from './work.ts'

/** How one resource is looked for. */
export interface ResourceSearch<R> {
  readonly project: unknown
  /** What a source that can find it by itself is asked, and by which of its methods. */
  readonly key: string
  readonly method: 'get' | 'getById' | 'getFromFamily'
  /** The order in which a scan is asked for. */
  readonly order: ListOrder
  /**
   * What is left of the search after another resource: the best one so far, and whether none that comes later is better.
   *
   * @param isOrdered whether the source gives its resources in the order
   */
  readonly consider: (resource: R, best: R | undefined, isOrdered: boolean) => SearchState<R>
}

interface SearchState<R> {
  readonly best: R | undefined
  readonly isEnd: boolean
}

/**
 * Asks a source for one resource if that can be done, else scans it, with pauses. A place that could not be reached
 * matters only when nothing was found.
 *
 * @throws TypeError for resources, a project or a context that are wrong; ListError 500 for a source that fails or gives
 * what is not a resource, 503 when it may be in an unreachable place
 */
export async function findInSource<R extends object>(
  resources: Listable<R>,
  search: ResourceSearch<R>,
  context: ListContext,
): Promise<R | undefined> {
  const { key, method, order, consider } = search
  const project = checkProject(search.project)
  const source = sourceOf(resources)
  return runWork(context, (work) =>
    work.search(async () => {
      if (source[method] !== undefined)
        return check((await work.wait(source[method](key, { signal: context.signal, pause: work.pause }))) ?? undefined)
      await work.wait(work.pause())
      const unreachable = createReport()
      const isOrdered = source.ordered?.includes(order.by) === true
      const query = {
        project,
        options: {},
        order,
        after: undefined,
        filter: undefined,
        limit: Infinity,
        signal: context.signal,
        pause: work.pause,
        reportUnreachable: unreachable.add,
      }
      let best: R | undefined
      const isEnough = (resource: R): boolean => {
        checkResource(resource)
        const considered = consider(resource, best, isOrdered)
        best = considered.best
        return considered.isEnd
      }
      const scanned = await work.wait(source.scan(query))
      await readThrough({ resources: scanned, isCheap: true }, isEnough, work)
      if (best === undefined) unreachable.throwIfAny()
      return check(best)
    }),
  )
}

function check<R>(resource: R | undefined): R | undefined {
  if (resource === undefined) return undefined
  checkResource(resource)
  checkJson(resource)
  return resource
}
