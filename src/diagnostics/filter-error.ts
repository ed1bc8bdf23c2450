import { ApiError, type ErrorBody } from './api-error.ts'
import type { Diagnostic } from './diagnostic.ts'
import { formatDiagnostics } from './format-diagnostics.ts'

/**
 * A filter is not accepted: thrown by `parse`, `compile` and `explain`. Carries only the first syntax error, but every
 * semantic error, in the order of the text.
 *
 * `String(error)` shows the filter with carets; `JSON.stringify(error)` is the body that the API sends.
 */
export class FilterError extends ApiError {
  override readonly name = 'FilterError'
  readonly status = 400
  readonly reason = 'invalid'
  /** The filter as it was given. */
  readonly source: string
  #diagnostics: readonly Diagnostic[]
  #complete: (() => readonly Diagnostic[]) | undefined

  /**
   * @param complete the same diagnostics with fixes. Trying fixes out takes time, and a server has no use for them, so this is
   *   called only when the diagnostics are read.
   */
  constructor(source: string, diagnostics: readonly Diagnostic[], complete?: () => readonly Diagnostic[]) {
    super(summarize(diagnostics))
    this.source = source
    this.#diagnostics = diagnostics
    this.#complete = complete
  }

  /** What is wrong, with fixes. They are tried out when this is first read. */
  get diagnostics(): readonly Diagnostic[] {
    const complete = this.#complete
    this.#complete = undefined
    if (complete !== undefined) this.#diagnostics = complete()
    return this.#diagnostics
  }

  /** Each diagnostic with its line of the filter and carets below; ends without a line break. */
  override toString(): string {
    return formatDiagnostics(this.source, this.#diagnostics)
  }

  /** Quotes the filter as sent and gives no diagnostics, as the API does. */
  override toJSON(): ErrorBody {
    return this.describe(`Invalid value for field 'filter': '${this.source}'. Invalid list filter expression.`)
  }
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const [first, ...others] = diagnostics
  if (first === undefined) return 'invalid filter'
  return others.length === 0 ? first.message : `${first.message} (and ${String(others.length)} more)`
}
