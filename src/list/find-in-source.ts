import { checkJson, checkResource } from './check-resource.ts'
import type { ListOrder } from './order.ts'
import { readThrough } from './read-through.ts'
import { checkProject } from './request.ts'
import { createReport, type Listable, sourceOf } from './source.ts'
import { runWork, type ListContext } from './work.ts'

/** A search for one resource. */
export interface ResourceSearch<R> {
  readonly project: unknown
  /** The argument of the source's own method, if the source has it. */
  readonly key: string
  readonly method: 'get' | 'getById' | 'getFromFamily'
  /** The order of the scan. */
  readonly order: ListOrder
  /**
   * The state of the search after one more resource: the best one so far, and whether no later one can be better.
   *
   * @param isOrdered whether the resources come in the order of the search
   */
  readonly consider: (resource: R, best: R | undefined, isOrdered: boolean) => SearchState<R>
}

interface SearchState<R> {
  readonly best: R | undefined
  readonly isEnd: boolean
}

/**
 * Finds one resource with the source's own method, or scans the source, with pauses, if it has no such method. An
 * unreachable place matters only when nothing was found.
 *
 * @throws TypeError for wrong resources, a wrong project or a wrong context; ListError 500 for a source that fails or returns
 * a value that is not a resource, 503 when the resource may be in an unreachable place
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
