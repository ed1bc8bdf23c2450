/** The body of every error that the API sends (SEMANTICS.md section 7). */
export interface ErrorBody {
  readonly error: {
    /** The HTTP status. */
    readonly code: number
    readonly message: string
    readonly errors: readonly [{ readonly message: string; readonly domain: 'global'; readonly reason: string }]
  }
}

/** The status of an error. 499 is for the log: the caller has closed the connection. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 408 | 413 | 414 | 417 | 429 | 431 | 499 | 500 | 501 | 503 | 504

/**
 * An error that has an answer in the API. The base of `FilterError`, of `ListError`, and of the errors of a server.
 * `JSON.stringify(error)` is the body of that answer.
 */
export abstract class ApiError extends Error {
  /** The HTTP status of the answer. */
  abstract readonly status: ErrorStatus
  /** Google's word for the status: `notFound`. */
  abstract readonly reason: string
  /** Header fields of the answer besides those of every answer. */
  readonly headers: Readonly<Record<string, string>> = {}

  /** The body of the answer. */
  toJSON(): ErrorBody {
    return this.describe(this.message)
  }

  protected describe(message: string): ErrorBody {
    const { status: code, reason } = this
    return { error: { code, message, errors: [{ message, domain: 'global', reason }] } }
  }
}
