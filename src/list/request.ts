import { isOwn } from '../values/index.ts'
import { invalidField } from './list-error.ts'
import { type Order, type OrderBy, orders } from './order.ts'

/** The parameters of a list method; numbers and booleans may come as the text of a query. */
export interface ListRequest {
  readonly project: string
  readonly filter?: string | undefined
  /** `name` or `creationTimestamp desc`. Default: `name`. */
  readonly orderBy?: string | undefined
  /** How many resources a page holds at most, 1 to 500; 0 and what is larger mean 500. Default: 500. */
  readonly maxResults?: number | string | undefined
  readonly pageToken?: string | undefined
  /** Whether a page with a warning is wanted when a part of the store cannot be reached, instead of status 503. */
  readonly returnPartialSuccess?: boolean | string | undefined
}

const largestPage = 500

/** Above 500 is 500, and so is 0 (SEMANTICS.md section 9). @throws ListError 400 */
export function readMaxResults(given: number | string = 0): number {
  const wanted = typeof given === 'string' && /^\d+$/.test(given) ? Math.min(Number(given), largestPage) : given
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 0) {
    throw invalidField('maxResults', shorten(given), `Must be an integer of 0 to ${String(largestPage)}.`)
  }
  return wanted === 0 ? largestPage : Math.min(wanted, largestPage)
}

/** @throws ListError 400 */
export function readOrderBy(given = ''): Order {
  if (given === '') return orders.name
  if (isOwn(orders, given)) return orders[given as OrderBy]
  throw invalidField('orderBy', shorten(given), `Must be ${Object.keys(orders).join(' or ')}.`)
}

/** @throws ListError 400 */
export function readBoolean(field: string, given: boolean | string = false): boolean {
  if (typeof given === 'boolean') return given
  if (given === 'true' || given === 'false') return given === 'true'
  throw invalidField(field, shorten(given), 'Must be true or false.')
}

const shorten = (given: unknown): string => {
  const text = String(given)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
