import { documented, type Image } from '../index.ts'
import { createMatchers } from './matchers.ts'
import { checkOptions, type ListerOptions, meaningOf } from './options.ts'
import { type Binding, readPageToken, writePageToken } from './page-token.ts'
import { type ListRequest, readRequest } from './request.ts'
import { createResourceList, type ResourceList } from './resource-list.ts'
import { searchPage } from './search-page.ts'
import { createReport, type Listable, sourceOf } from './source.ts'
import { type ListContext, runWork } from './work.ts'

/**
 * Answers a list request from resources in any order.
 *
 * @throws FilterError for a filter that is not accepted (400); ListError for another parameter (400), a source that fails
 * (500), or one that failed in part (503); the signal's reason, at once, when the signal is aborted; TypeError for wrong
 * arguments of the program: the resources, the project or the context
 */
export type Lister<R> = (
  resources: Listable<R>,
  request: ListRequest,
  context?: ListContext,
) => Promise<ResourceList<R>>

/**
 * Makes a function that lists resources of one kind. It filters, sorts and pages them, and fails as the API fails. It keeps
 * recently used filters compiled. It needs memory for one page, however many resources there are.
 *
 * @throws TypeError that names the wrong option
 * @example const listDisks = createLister({ kind: 'compute#diskList', path: 'zones/z/disks', schema: diskSchema })
 */
export function createLister<R extends object = Image>(options: ListerOptions = {}): Lister<R> {
  const { kind = 'compute#imageList', path = 'global/images', secret = '' } = checkOptions(options)
  const { baseUrl = 'https://www.googleapis.com/compute/v1', profile = documented } = options
  const meaning = meaningOf(options)
  const matcherOf = createMatchers<R>(meaning)

  return async (resources, request, context = {}) => {
    const { project, filter, order, pageToken, pageSize, mayBePartial } = readRequest(request, profile)
    const binding: Binding = { project, path, filter, orderBy: order.by }
    const after = pageToken === '' ? undefined : readPageToken(pageToken, binding, secret)
    const source = sourceOf(resources)
    const unreachable = createReport()

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
        reportUnreachable: unreachable.add,
      }
      return searchPage(source, query, matcher, work)
    })
    if (!mayBePartial) unreachable.throwIfAny()

    const page = found.slice(0, pageSize)
    const last = found.length > pageSize ? page.at(-1) : undefined
    return createResourceList({
      kind,
      id: `projects/${project}/${path}`,
      baseUrl,
      items: page.map(({ resource }) => resource),
      nextPageToken: last && writePageToken(last.key, binding, secret),
      unreachable: unreachable.places,
    })
  }
}

/** Lists images. @throws FilterError, ListError */
export const listImages: Lister<Image> = /* @__PURE__ */ createLister()
