import type { Profile } from '../index.ts'
import { checkRecord, describe } from '../records.ts'
import { isOwn } from '../values/index.ts'
import { invalidField } from './list-error.ts'
import { type ListOrder, type OrderBy, orders } from './order.ts'

/**
 * The parameters of a list method. Numbers and booleans may be texts, as in a query. Null means absent. Other parameters are
 * ignored.
 */
export interface ListRequest {
  readonly project: string
  readonly filter?: string | null | undefined
  /** `name` or `creationTimestamp desc`. Default: `name`. */
  readonly orderBy?: string | null | undefined
  /** The maximum number of resources on a page, 1 to 500; 0 and larger numbers mean 500. Default: 500. */
  readonly maxResults?: number | string | null | undefined
  readonly pageToken?: string | null | undefined
  /** Whether to return a page with a warning, instead of status 503, when a part of the store is unreachable. */
  readonly returnPartialSuccess?: boolean | string | null | undefined
  /** The path of the list within the project: `zones/us-east1-b/instances`. Default: the option of the lister. */
  readonly path?: string | null | undefined
  /** The `kind` of the answer; an empty one is left out. Default: the option of the lister. */
  readonly kind?: string | null | undefined
}

/** A list request after its parameters were checked. */
export interface ReadRequest {
  readonly project: string
  readonly path: string
  /** Empty for none. */
  readonly kind: string
  /** Empty for none, like `pageToken`. */
  readonly filter: string
  readonly pageToken: string
  readonly order: ListOrder
  readonly pageSize: number
  readonly mayBePartial: boolean
}

/** What a lister knows of its requests. */
export interface RequestContext {
  readonly profile: Profile
  /** Undefined: the request has to say it. */
  readonly path: string | undefined
  readonly kind: string
}

/**
 * @throws TypeError for a malformed request, for one without a project, and for a wrong path or kind; ListError 400 for
 * another parameter, and for a filter with an order where the profile rejects the two together
 */
export function readRequest(request: ListRequest, { profile, path, kind }: RequestContext): ReadRequest {
  const { project, filter, orderBy, maxResults, pageToken, returnPartialSuccess } = checkRecord(request, 'request')
  const read = {
    project: checkProject(project),
    path: checkPath(request.path ?? path),
    kind: checkKind(request.kind ?? kind),
    filter: readText('filter', filter),
    order: readOrderBy(readText('orderBy', orderBy)),
    pageToken: readText('pageToken', pageToken),
    pageSize: readMaxResults(maxResults ?? 0),
    mayBePartial: readBoolean('returnPartialSuccess', returnPartialSuccess ?? false),
  }
  if (profile.filterWithOrderBy === 'reject' && read.filter !== '' && orderBy) {
    throw invalidField('orderBy', orderBy, 'Specifying both a list filter and sort order is not currently supported.')
  }
  return read
}

/** The project comes from the path of a request, so a missing one is an error of the program. */
export function checkProject(project: unknown): string {
  if (typeof project === 'string' && project !== '') return project
  throw new TypeError(`request.project must be the name of a project, not ${describe(project)}`)
}

/** The path and the kind come from the program, like the project. */
function checkPath(path: unknown): string {
  if (typeof path === 'string' && path !== '') return path
  throw new TypeError(`request.path must be the path of a list, not ${describe(path)}`)
}

function checkKind(kind: unknown): string {
  if (typeof kind === 'string') return kind
  throw new TypeError(`request.kind must be a string, not ${describe(kind)}`)
}

function readText(field: string, given: unknown): string {
  if (typeof given === 'string') return given
  if (given === undefined || given === null) return ''
  throw invalidField(field, given, 'Must be a string.')
}

const maxPageSize = 500

/** Larger numbers and 0 mean 500 (SEMANTICS.md section 9). @throws ListError 400 */
function readMaxResults(given: number | string): number {
  const wanted = typeof given === 'string' && /^\d+$/.test(given) ? Math.min(Number(given), maxPageSize) : given
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 0) {
    throw invalidField('maxResults', given, `Must be an integer from 0 to ${String(maxPageSize)}.`)
  }
  return wanted === 0 ? maxPageSize : Math.min(wanted, maxPageSize)
}

/** @throws ListError 400 */
function readOrderBy(given: string): ListOrder {
  if (given === '') return orders.name
  if (isOwn(orders, given)) return orders[given as OrderBy]
  throw invalidField('orderBy', given, `Must be ${Object.keys(orders).join(' or ')}.`)
}

/** In any letter case, as gcloud sends `True`. @throws ListError 400 */
export function readBoolean(field: string, given: boolean | string): boolean {
  if (typeof given === 'boolean') return given
  const text = typeof given === 'string' ? given.toLowerCase() : ''
  if (text === 'true' || text === 'false') return text === 'true'
  throw invalidField(field, given, 'Must be true or false.')
}
