import { documented } from '../index.ts'
import { createFilterCache } from './filter-cache.ts'
import { type ListerOptions, meaningOf } from './options.ts'
import { type Binding, readPageToken, writePageToken } from './page-token.ts'
import { type ListRequest, readRequest, type RequestContext } from './request.ts'
import { searchPage } from './search-page.ts'
import { createReport, type Listable, sourceOf, type Unreachable } from './source.ts'
import { type ListContext, runWork } from './work.ts'

/** The resources of a page, in the order of the request, and what the answer says beside them. */
export interface Page<R> {
  /** Empty for none. */
  readonly kind: string
  /** `projects/P/global/images` */
  readonly id: string
  readonly resources: readonly R[]
  /** Undefined on the last page. */
  readonly nextPageToken: string | undefined
  /** Empty unless the request accepts a partial success. */
  readonly unreachable: readonly Unreachable[]
}

/**
 * Reads a page of any list.
 *
 * @throws as `Lister`
 */
export type PageReader<R> = (
  resources: Listable<R>,
  request: ListRequest,
  context: ListContext,
  binding: Pick<Binding, 'includeAllScopes'>,
) => Promise<Page<R>>

/** @param options checked */
export function createPageReader<R extends object>(
  options: ListerOptions,
  defaults: Pick<RequestContext, 'path' | 'kind'>,
): PageReader<R> {
  const { profile = documented, secret = '' } = options
  const meaning = meaningOf(options)
  const matcherOf = (options.filters ?? createFilterCache()).matchersFor<R>(meaning)

  return async (resources, request, context, { includeAllScopes }) => {
    const read = readRequest(request, { ...defaults, profile })
    const { project, path, kind, filter, order, pageToken, pageSize, mayBePartial } = read
    const binding: Binding = { project, path, filter, orderBy: order.by, includeAllScopes }
    const after = pageToken === '' ? undefined : readPageToken(pageToken, binding, secret)
    const source = sourceOf(resources)
    const report = createReport()

    const found = await runWork(context, async (work) => {
      await work.wait(work.pause())
      const matcher = filter === '' ? undefined : matcherOf(filter)
      const query = {
        project,
        options: meaning,
        order,
        after,
        filter: matcher?.filter,
        // One more than the page holds tells that there is another page.
        limit: pageSize + 1,
        signal: context.signal,
        pause: work.pause,
        reportUnreachable: report.add,
      }
      return searchPage(source, query, matcher, work)
    })
    if (!mayBePartial) report.throwIfAny()

    const page = found.slice(0, pageSize)
    const last = found.length > pageSize ? page.at(-1) : undefined
    return {
      kind,
      id: `projects/${project}/${path}`,
      resources: page.map(({ resource }) => resource),
      nextPageToken: last && writePageToken(last.key, binding, secret),
      unreachable: report.places,
    }
  }
}
