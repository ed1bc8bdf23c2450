import { describe } from '../records.ts'

/** Why a list request fails: it is wrong (400), the store failed (500), or a part of it is out of reach (503). */
export type ListStatus = 400 | 500 | 503

/** An error as Compute sends it (SEMANTICS.md section 7). */
export interface ErrorBody {
  readonly error: {
    /** The HTTP status. */
    readonly code: number
    readonly message: string
    readonly errors: readonly { readonly message: string; readonly domain: 'global'; readonly reason: string }[]
  }
}

/** The envelope around every error. @param reason Google's word for it, as `notFound` */
export const errorBody = (code: number, reason: string, message: string): ErrorBody => ({
  error: { code, message, errors: [{ message, domain: 'global', reason }] },
})

const reasons: Readonly<Record<ListStatus, string>> = { 400: 'invalid', 500: 'internalError', 503: 'backendError' }

/** What a list rejects with, besides `FilterError`. As JSON it is the answer of the API. */
export class ListError extends Error {
  override readonly name = 'ListError'
  readonly status: ListStatus

  /** @param options `cause`: what the store threw */
  constructor(status: ListStatus, message: string, options?: ErrorOptions) {
    super(message, options)
    this.status = status
  }

  toJSON(): ErrorBody {
    return errorBody(this.status, reasons[this.status], this.message)
  }
}

/** A parameter that is wrong (SEMANTICS.md section 9). Long text is shortened. */
export function invalidField(field: string, value: unknown, advice: string): ListError {
  const text = typeof value === 'string' ? value : describe(value)
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
  return new ListError(400, `Invalid value for field '${field}': '${shown}'. ${advice}`)
}
