import type { Image } from '../index.ts'
import { checkRecord, describe } from '../records.ts'
import { type AggregatedList, createAggregatedList, type Grouping } from './aggregated-list.ts'
import { checkOptions, defaultBaseUrl, type ListerOptions } from './options.ts'
import { createPageReader } from './read-page.ts'
import { type ListRequest, readBoolean } from './request.ts'
import type { Listable } from './source.ts'
import type { ListContext } from './work.ts'

/** The parameters of an aggregated list method. */
export interface AggregatedListRequest<F extends string = string> extends ListRequest {
  /** The field of each scope that holds its resources: `instances`. Any but `warning`. */
  readonly field: F
  /**
   * The scopes to show, in this order, whether they have results on the page or not: `zones/us-east1-b`. Resources of
   * another scope are shown after them.
   */
  readonly scopes: readonly string[]
  /**
   * Whether the caller asked for the scopes in which there cannot be such a resource. It decides no more than which requests a
   * page token is valid for: `scopes` are what the program makes of it. Default: false.
   */
  readonly includeAllScopes?: boolean | string | null | undefined
}

/**
 * Answers an aggregated list request from the resources of all scopes, in any order.
 *
 * @throws as `Lister`; TypeError for a missing path, a wrong field and wrong scopes, too
 */
export type AggregatedLister<R> = <F extends string>(
  resources: Listable<R>,
  request: AggregatedListRequest<F>,
  context?: ListContext,
) => Promise<AggregatedList<R, F>>

/**
 * Makes a function that lists resources of one kind over all scopes of a project. The pages are those of one list of all
 * resources, ordered by name, `id` and scope: a page cuts across scopes, and is then grouped. The scope of a resource follows
 * from its `zone`, its `region` or its `selfLink` (see `scopeOf`).
 *
 * An unreachable place whose key is `zone` or `region` is a warning in its scope and a name in `unreachables`, if the request
 * accepts a partial success, and status 503 otherwise.
 *
 * @throws TypeError that names the wrong option
 * @example const list = createAggregatedLister<Instance>({ schema: instanceSchema, path: 'aggregated/instances' })
 * await list(instances, { project: 'p', field: 'instances', scopes: ['zones/us-east1-b'] })
 */
export function createAggregatedLister<R extends object = Image>(options: ListerOptions = {}): AggregatedLister<R> {
  const { kind = '', path, baseUrl = defaultBaseUrl } = checkOptions(options)
  const readPage = createPageReader<R>(options, { kind, path })
  return async (resources, request, context = {}) => {
    const { field, scopes } = checkGrouping(checkRecord(request, 'request'))
    const includeAllScopes = readBoolean('includeAllScopes', request.includeAllScopes ?? false)
    const page = await readPage(resources, request, context, { includeAllScopes })
    return createAggregatedList(page, baseUrl, { field, scopes })
  }
}

/** Copies the scopes, which the program may change while the page is read. @throws TypeError */
function checkGrouping<F extends string>({ field, scopes }: AggregatedListRequest<F>): Grouping<F> {
  if (typeof field !== 'string' || field === '' || field === 'warning')
    throw new TypeError(`request.field must be the name of a field other than \`warning\`, not ${describe(field)}`)
  if (!Array.isArray(scopes)) throw new TypeError(`request.scopes must be an array, not ${describe(scopes)}`)
  return {
    field,
    scopes: Array.from(scopes, (scope: unknown) => {
      if (typeof scope === 'string') return scope
      throw new TypeError(`request.scopes must have strings only, not ${describe(scope)}`)
    }),
  }
}
