import { FilterError } from '../index.ts'
import { errorBody, ListError } from '../list/index.ts'

/** Google's word for each status that is an error, and that of HTTP. */
const statuses = {
  400: ['invalid', 'Bad Request'],
  401: ['required', 'Unauthorized'],
  403: ['forbidden', 'Forbidden'],
  404: ['notFound', 'Not Found'],
  405: ['httpMethodNotAllowed', 'Method Not Allowed'],
  408: ['requestTimeout', 'Request Timeout'],
  413: ['uploadTooLarge', 'Content Too Large'],
  414: ['uriTooLong', 'URI Too Long'],
  417: ['expectationFailed', 'Expectation Failed'],
  429: ['rateLimitExceeded', 'Too Many Requests'],
  431: ['requestHeaderFieldsTooLarge', 'Request Header Fields Too Large'],
  499: ['clientClosedRequest', 'Client Closed Request'],
  500: ['internalError', 'Internal Server Error'],
  503: ['backendError', 'Service Unavailable'],
  504: ['deadlineExceeded', 'Gateway Timeout'],
} as const

/** The word for a status in a status line. */
export const phraseOf = (status: ErrorStatus | 200): string => (status === 200 ? 'OK' : statuses[status][1])

/** A status that is an error. 499 is for the log: the caller is not there to read it. */
export type ErrorStatus = keyof typeof statuses

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
    return errorBody(this.status, statuses[this.status][0], this.message)
  }
}

/** What is answered to a request that failed. What a store or a hook has thrown is not shown. */
export function describeFailure(error: unknown): Pick<RequestError, 'status' | 'headers'> & { readonly body: unknown } {
  if (error instanceof RequestError) return { status: error.status, headers: error.headers, body: error }
  if (error instanceof ListError) return { status: error.status, headers: {}, body: error }
  if (error instanceof FilterError) return { status: 400, headers: {}, body: error }
  return describeFailure(new RequestError(500, 'Internal error encountered.'))
}
