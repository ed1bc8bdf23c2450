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
  /** What is wrong. Fixes come from `validate` alone: to try them out takes time, for which a server has no use. */
  readonly diagnostics: readonly Diagnostic[]

  constructor(source: string, diagnostics: readonly Diagnostic[]) {
    super(summarize(diagnostics))
    this.source = source
    this.diagnostics = diagnostics.map(withoutFixes)
  }

  /** Each diagnostic with its line of the filter and carets below; ends without a line break. */
  override toString(): string {
    return formatDiagnostics(this.source, this.diagnostics)
  }

  /** Quotes the filter as sent and gives no diagnostics, as the API does. */
  override toJSON(): ErrorBody {
    return this.describe(`Invalid value for field 'filter': '${this.source}'. Invalid list filter expression.`)
  }
}

function withoutFixes(diagnostic: Diagnostic): Diagnostic {
  const { fixes, ...others } = diagnostic
  return fixes === undefined ? diagnostic : others
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const [first, ...others] = diagnostics
  if (first === undefined) return 'invalid filter'
  return others.length === 0 ? first.message : `${first.message} (and ${String(others.length)} more)`
}
