import type { Image } from '../index.ts'
import { checkOptions, defaultBaseUrl, type ListerOptions } from './options.ts'
import { createPageReader } from './read-page.ts'
import type { ListRequest } from './request.ts'
import { createResourceList, type ResourceList } from './resource-list.ts'
import type { Listable } from './source.ts'
import type { ListContext } from './work.ts'

/**
 * Answers a list request from resources in any order.
 *
 * @throws FilterError for a filter that is not accepted (400); ListError for another parameter (400), a source that fails
 * (500), or one that failed in part (503); the signal's reason, at once, when the signal is aborted; TypeError for wrong
 * arguments of the program: the resources, the project, the path, the kind or the context
 */
export type Lister<R> = (
  resources: Listable<R>,
  request: ListRequest,
  context?: ListContext,
) => Promise<ResourceList<R>>

/**
 * Makes a function that lists resources of one kind. It filters, sorts and pages them, and fails as the API fails. It keeps
 * recently used filters compiled. It needs memory for one page, however many resources there are. A request may name another
 * list of the same resources by its `path` and `kind`.
 *
 * @throws TypeError that names the wrong option
 * @example const listDisks = createLister({ kind: 'compute#diskList', path: 'zones/z/disks', schema: diskSchema })
 */
export function createLister<R extends object = Image>(options: ListerOptions = {}): Lister<R> {
  const { kind = 'compute#imageList', path = 'global/images', baseUrl = defaultBaseUrl } = checkOptions(options)
  const readPage = createPageReader<R>(options, { kind, path })
  return async (resources, request, context = {}) =>
    createResourceList(await readPage(resources, request, context, { includeAllScopes: false }), baseUrl)
}

/** Lists images. @throws FilterError, ListError */
export const listImages: Lister<Image> = /* @__PURE__ */ createLister()
