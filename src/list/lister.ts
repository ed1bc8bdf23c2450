import { documented, type Image, type Options } from '../index.ts'
import { firstOf } from './first-of.ts'
import { invalidField, ListError } from './list-error.ts'
import { createMatchers } from './matchers.ts'
import { type Binding, readPageToken, writePageToken } from './page-token.ts'
import { type ListRequest, readBoolean, readMaxResults, readOrderBy } from './request.ts'
import { isSource, type Listable, type Source, type Unreachable } from './source.ts'

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

/** What kind of list it is; `schema`, `profile` and `limits` as for `compile`. */
export interface ListerOptions extends Options {
  /** `compute#imageList` unless said otherwise. */
  readonly kind?: string | undefined
  /** Where the list is inside of a project; `global/images` unless said otherwise. */
  readonly path?: string | undefined
  /** What the path of a `selfLink` begins with; Compute Engine's address unless said otherwise. */
  readonly baseUrl?: string | undefined
  /**
   * Page tokens are sealed with it. Servers that answer each other's tokens share it. Without one, a caller who knows how
   * tokens are made can make a token of a request of their own, and so begin a page of it anywhere; they can do no more
   * in any case.
   */
  readonly secret?: string | undefined
}

/** How one list is made. */
export interface ListContext {
  /** Ends the work; the list rejects with its reason. */
  readonly signal?: AbortSignal | undefined
  /** Awaited before the filter is read and every few milliseconds of a search, so that others get their turn. */
  readonly pause?: (() => Promise<void>) | undefined
}

/** Answers a list request from resources in any order. @throws FilterError, ListError */
export type Lister<R> = (
  resources: Listable<R>,
  request: ListRequest,
  context?: ListContext,
) => Promise<ResourceList<R>>

/**
 * Makes a function that lists resources of one kind: filters, orders and pages them, and fails as the API fails. It
 * keeps the filters lately used ready. Needs memory for one page, however many resources there are.
 *
 * @example const listDisks = createLister({ kind: 'compute#diskList', path: 'zones/z/disks', schema: diskSchema })
 */
export function createLister<R extends object = Image>(options: ListerOptions = {}): Lister<R> {
  const { kind = 'compute#imageList', path = 'global/images', secret = '', profile = documented } = options
  const { baseUrl = 'https://www.googleapis.com/compute/v1' } = options
  const matcherOf = createMatchers<R>(options)

  return async (resources, request, { signal, pause = nextTask } = {}) => {
    const { project, filter = '', orderBy = '', pageToken = '' } = request
    const pageSize = readMaxResults(request.maxResults)
    const mayBePartial = readBoolean('returnPartialSuccess', request.returnPartialSuccess)
    const order = readOrderBy(orderBy)
    if (profile.filterWithOrderBy === 'reject' && filter !== '' && orderBy !== '') {
      throw invalidField('orderBy', orderBy, 'Specifying both a list filter and sort order is not currently supported.')
    }
    const binding: Binding = { project, path, filter, orderBy: order.by }
    const after = pageToken === '' ? undefined : readPageToken(pageToken, binding, secret)
    const takeTurn = async () => {
      signal?.throwIfAborted()
      await pause()
      signal?.throwIfAborted()
    }
    await takeTurn()
    const matcher = filter === '' ? undefined : matcherOf(filter)

    const unreachable: Unreachable[] = []
    const reportUnreachable = (place: Unreachable) => void unreachable.push(place)
    const query = {
      project,
      options,
      order,
      after,
      filter: matcher?.filter,
      limit: pageSize + 1,
      signal,
      reportUnreachable,
    }
    const source: Source<R> = isSource(resources) ? resources : { scan: () => resources }
    const found = await asListError(signal, () =>
      firstOf({
        resources: source.scan(query),
        matches: matcher ?? (() => true),
        order,
        isOrdered: source.ordered?.includes(order.by) === true,
        after,
        limit: pageSize + 1,
        pause: takeTurn,
      }),
    )
    if (unreachable.length > 0 && !mayBePartial) throw new ListError(503, messageAbout(unreachable))

    const page = found.slice(0, pageSize)
    const last = found.length > pageSize ? page.at(-1) : undefined
    const id = `projects/${project}/${path}`
    return {
      kind,
      id,
      ...(page.length > 0 && { items: page.map(({ resource }) => resource) }),
      ...(last && { nextPageToken: writePageToken(last.key, binding, secret) }),
      selfLink: `${baseUrl}/${id}`,
      ...(unreachable.length > 0 && {
        warning: { code: 'UNREACHABLE' as const, message: messageAbout(unreachable), data: unreachable },
      }),
    }
  }
}

/** Lists images. @throws FilterError, ListError */
export const listImages: Lister<Image> = /* @__PURE__ */ createLister()

/** Whatever a source throws is its own failure, not one of the request. */
async function asListError<T>(signal: AbortSignal | undefined, search: () => Promise<T>): Promise<T> {
  try {
    return await search()
  } catch (error) {
    if (error instanceof ListError || signal?.aborted === true) throw error
    throw new ListError(500, 'Internal error encountered.', { cause: error })
  }
}

const messageAbout = (places: readonly Unreachable[]): string =>
  `The following could not be reached: ${places.map(({ key, value }) => `${key} ${value}`).join(', ')}.`

/** Lets everything else that waits go first. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else setTimeout(resolve)
  })
