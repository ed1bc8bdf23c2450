import { FilterError } from '../index.ts'
import { errorBody, ListError } from '../list/index.ts'

const reasons = {
  400: 'invalid',
  401: 'required',
  403: 'forbidden',
  404: 'notFound',
  405: 'httpMethodNotAllowed',
  414: 'uriTooLong',
  429: 'rateLimitExceeded',
  500: 'internalError',
  504: 'deadlineExceeded',
} as const

/** An answer that is an error, in Google's envelope. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: keyof typeof reasons
  readonly headers: Readonly<Record<string, string>>

  constructor(status: keyof typeof reasons, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }

  toJSON(): unknown {
    return errorBody(this.status, reasons[this.status], this.message)
  }
}

/** What is answered to a request that failed. What a store or a hook has thrown is not shown. */
export function describeFailure(error: unknown): Pick<RequestError, 'status' | 'headers'> & { readonly body: unknown } {
  if (error instanceof RequestError) return { status: error.status, headers: error.headers, body: error }
  if (error instanceof ListError) return { status: error.status as 400, headers: {}, body: error }
  if (error instanceof FilterError) return { status: 400, headers: {}, body: error }
  return describeFailure(new RequestError(500, 'Internal error encountered.'))
}
