import { documented, type Image } from '../index.ts'
import { checkJson } from './check-resource.ts'
import { firstOf } from './first-of.ts'
import { invalidField } from './list-error.ts'
import { createMatchers } from './matchers.ts'
import { checkOptions, type ListerOptions, meaningOf } from './options.ts'
import { type Binding, readPageToken, writePageToken } from './page-token.ts'
import { type ListRequest, readRequest } from './request.ts'
import { createReport, type Listable, messageAbout, sourceOf, type Unreachable } from './source.ts'
import { runWork, type ListContext } from './work.ts'

/** A page of resources, as the API answers (SEMANTICS.md section 9). */
export interface ResourceList<R = Image> {
  /** `compute#imageList` */
  readonly kind: string
  /** `projects/P/global/images` */
  readonly id: string
  /** Left out when there are none. */
  readonly items?: readonly R[]
  /** Left out on the last page. */
  readonly nextPageToken?: string
  readonly selfLink: string
  /** Left out when all could be reached. */
  readonly warning?: ListWarning
}

export interface ListWarning {
  readonly code: 'UNREACHABLE'
  readonly message: string
  readonly data: readonly Unreachable[]
}

/** A page of images. */
export type ImageList = ResourceList

/**
 * Answers a list request from resources in any order.
 *
 * @throws FilterError for a filter that is not accepted (400); ListError for another parameter (400), a source that fails
 * (500), or one that failed in part (503); the signal's reason, at once, when that is aborted; TypeError for what the
 * program gives wrongly: resources, a project, a context
 */
export type Lister<R> = (
  resources: Listable<R>,
  request: ListRequest,
  context?: ListContext,
) => Promise<ResourceList<R>>

/**
 * Makes a function that lists resources of one kind: filters, orders and pages them, and fails as the API fails. It
 * keeps recently used filters compiled. Needs the memory of one page, however many resources there are.
 *
 * @throws TypeError that names the option which is wrong
 * @example const listDisks = createLister({ kind: 'compute#diskList', path: 'zones/z/disks', schema: diskSchema })
 */
export function createLister<R extends object = Image>(options: ListerOptions = {}): Lister<R> {
  const { kind = 'compute#imageList', path = 'global/images', secret = '' } = checkOptions(options)
  const { baseUrl = 'https://www.googleapis.com/compute/v1', profile = documented } = options
  const meaning = meaningOf(options)
  const matcherOf = createMatchers<R>(meaning)

  return async (resources, request, context = {}) => {
    const { project, filter, orderBy, pageToken, pageSize, mayBePartial, order } = readRequest(request)
    if (profile.filterWithOrderBy === 'reject' && filter !== '' && orderBy !== '') {
      throw invalidField('orderBy', orderBy, 'Specifying both a list filter and sort order is not currently supported.')
    }
    const binding: Binding = { project, path, filter, orderBy: order.by }
    const after = pageToken === '' ? undefined : readPageToken(pageToken, binding, secret)
    const source = sourceOf(resources)
    const unreachable = createReport()
    // One more than the page holds tells that there is another page.
    const limit = pageSize + 1

    const found = await runWork(context, async ({ pause, wait, search }) => {
      await wait(pause())
      const matcher = filter === '' ? undefined : matcherOf(filter)
      const query = {
        project,
        options: meaning,
        order,
        after,
        filter: matcher?.filter,
        limit,
        signal: context.signal,
        pause,
        reportUnreachable: unreachable.add,
      }
      const isOrdered = source.ordered?.includes(order.by) === true
      const { isCheap = true } = matcher ?? {}
      const wanted = { matches: matcher ?? (() => true), isCheap, order, isOrdered, after, limit }
      return search(async () => {
        const scanned = await wait(source.scan(query))
        const resources = await firstOf({ ...wanted, resources: scanned }, { pause, wait })
        for (const { resource } of resources) checkJson(resource)
        return resources
      })
    })
    if (!mayBePartial) unreachable.throwIfAny()

    const page = found.slice(0, pageSize)
    const last = found.length > pageSize ? page.at(-1) : undefined
    const id = `projects/${project}/${path}`
    const { places } = unreachable
    return {
      kind,
      id,
      ...(page.length > 0 && { items: page.map(({ resource }) => resource) }),
      ...(last && { nextPageToken: writePageToken(last.key, binding, secret) }),
      selfLink: `${baseUrl}/${id}`,
      ...(places.length > 0 && {
        warning: { code: 'UNREACHABLE' as const, message: messageAbout(places), data: places },
      }),
    }
  }
}

/** Lists images. @throws FilterError, ListError */
export const listImages: Lister<Image> = /* @__PURE__ */ createLister()
