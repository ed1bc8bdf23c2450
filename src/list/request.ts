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
}

/** A list request after its parameters were checked. */
export interface ReadRequest {
  readonly project: string
  /** Empty for none, like `pageToken`. */
  readonly filter: string
  readonly pageToken: string
  readonly order: ListOrder
  readonly pageSize: number
  readonly mayBePartial: boolean
}

/**
 * @throws TypeError for a malformed request, and for one without a project; ListError 400 for another parameter, and for a
 * filter with an order where the profile rejects the two together
 */
export function readRequest(request: ListRequest, { filterWithOrderBy }: Profile): ReadRequest {
  const { project, filter, orderBy, maxResults, pageToken, returnPartialSuccess } = checkRecord(request, 'request')
  const read = {
    project: checkProject(project),
    filter: readText('filter', filter),
    order: readOrderBy(readText('orderBy', orderBy)),
    pageToken: readText('pageToken', pageToken),
    pageSize: readMaxResults(maxResults ?? 0),
    mayBePartial: readBoolean('returnPartialSuccess', returnPartialSuccess ?? false),
  }
  if (filterWithOrderBy === 'reject' && read.filter !== '' && orderBy) {
    throw invalidField('orderBy', orderBy, 'Specifying both a list filter and sort order is not currently supported.')
  }
  return read
}

/** The project comes from the path of a request, so a missing one is an error of the program. */
export function checkProject(project: unknown): string {
  if (typeof project === 'string' && project !== '') return project
  throw new TypeError(`request.project must be the name of a project, not ${describe(project)}`)
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
function readBoolean(field: string, given: boolean | string): boolean {
  if (typeof given === 'boolean') return given
  const text = typeof given === 'string' ? given.toLowerCase() : ''
  if (text === 'true' || text === 'false') return text === 'true'
  throw invalidField(field, given, 'Must be true or false.')
}
