import { ApiError, type ErrorStatus } from '../index.ts'

/** Google's word for each status that is an error, and that of HTTP. */
const statuses: Readonly<Record<ErrorStatus, readonly [reason: string, phrase: string]>> = {
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
  501: ['notImplemented', 'Not Implemented'],
  503: ['backendError', 'Service Unavailable'],
  504: ['deadlineExceeded', 'Gateway Timeout'],
}

/** The phrase of a status line. */
export const phraseOf = (status: ErrorStatus | 200): string => (status === 200 ? 'OK' : statuses[status][1])

/** An error of the server itself: the request is wrong, not allowed, or too much. */
export class RequestError extends ApiError {
  override readonly name = 'RequestError'
  readonly status: ErrorStatus
  readonly reason: string
  override readonly headers: Readonly<Record<string, string>>

  constructor(status: ErrorStatus, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.reason = statuses[status][0]
    this.headers = headers
  }
}

/** The error itself if the API has an answer for it, else status 500, which does not show what was thrown. */
export const apiErrorOf = (error: unknown): ApiError =>
  error instanceof ApiError && error.status in statuses ? error : new RequestError(500, 'Internal error encountered.')
