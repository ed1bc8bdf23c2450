import type { Diagnostic } from './diagnostic.ts'
import { formatDiagnostics } from './format-diagnostics.ts'
import { type WireForm, wireForm } from './wire-form.ts'

/**
 * A filter is not accepted: thrown by `parse`, `compile` and `explain`. Carries every diagnostic: of the syntax the first
 * error only, of the meaning all of them, in the order of the text.
 *
 * `String(error)` shows the filter with carets; `JSON.stringify(error)` is what the API answers.
 */
export class FilterError extends Error {
  override readonly name = 'FilterError'
  /** The filter as it was given. */
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]

  constructor(source: string, diagnostics: readonly Diagnostic[]) {
    super(summarize(diagnostics))
    this.source = source
    this.diagnostics = diagnostics
  }

  /** Each diagnostic with its line of the filter and carets below; ends without line break. */
  override toString(): string {
    return formatDiagnostics(this.source, this.diagnostics)
  }

  /** The body of the API's answer, status 400. */
  toJSON(): WireForm {
    return wireForm(this.source)
  }
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  const [first, ...others] = diagnostics
  if (first === undefined) return 'invalid filter'
  return others.length === 0 ? first.message : `${first.message} (and ${String(others.length)} more)`
}
