import { FilterError } from '../index.ts'
import { errorBody, ListError } from '../list/index.ts'

const reasons = {
  400: 'invalid',
  401: 'required',
  403: 'forbidden',
  404: 'notFound',
  405: 'httpMethodNotAllowed',
  408: 'requestTimeout',
  414: 'uriTooLong',
  429: 'rateLimitExceeded',
  431: 'requestHeaderFieldsTooLarge',
  499: 'clientClosedRequest',
  500: 'internalError',
  503: 'backendError',
  504: 'deadlineExceeded',
} as const

/** A status that is an error. 499 is for the log: the caller is not there to read it. */
export type ErrorStatus = keyof typeof reasons

/** An answer that is an error, in Google's envelope. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly status: ErrorStatus
  readonly headers: Readonly<Record<string, string>>

  constructor(status: ErrorStatus, message: string, headers: Readonly<Record<string, string>> = {}) {
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
  if (error instanceof ListError) return { status: error.status, headers: {}, body: error }
  if (error instanceof FilterError) return { status: 400, headers: {}, body: error }
  return describeFailure(new RequestError(500, 'Internal error encountered.'))
}
