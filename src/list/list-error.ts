import { ApiError } from '../index.ts'
import { describe } from '../records.ts'

/** Why a list request fails: it is wrong (400), the store failed (500), or a part of the store is out of reach (503). */
export type ListStatus = 400 | 500 | 503

const reasons: Readonly<Record<ListStatus, string>> = { 400: 'invalid', 500: 'internalError', 503: 'backendError' }

/** What a list rejects with, besides `FilterError`. */
export class ListError extends ApiError {
  override readonly name = 'ListError'
  readonly status: ListStatus
  readonly reason: string

  /** @param options `cause`: what the store threw */
  constructor(status: ListStatus, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.reason = reasons[status]
  }
}

/** A parameter with a wrong value (SEMANTICS.md section 9). A long value is shortened. */
export function invalidField(field: string, value: unknown, advice: string): ListError {
  const text = typeof value === 'string' ? value : describe(value)
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  return new ListError(400, `Invalid value for field '${field}': '${shown}'. ${advice}`)
}
