import type { Span } from '../ast/index.ts'
import { type DiagnosticCode, type DiagnosticDetails, type Wording, wordings } from './messages.ts'

/** Another place in the same filter that a diagnostic speaks of. */
export interface Related {
  readonly message: string
  readonly span: Span
}

/** One thing that is wrong with a filter, or with the program around it (`engine-missing`): SEMANTICS.md section 7. */
export interface Diagnostic {
  /** Stable name of what is wrong. */
  readonly code: DiagnosticCode
  /** One line, lower case, without final period. */
  readonly message: string
  /** Where, in UTF-16 code units of the filter's text. */
  readonly span: Span
  /** What to write instead. */
  readonly help?: string
  readonly related?: readonly Related[]
}

/** Words a diagnostic from its details. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  span: Span,
  details: DiagnosticDetails[C],
  related: readonly Related[] = [],
): Diagnostic {
  const { message, help }: Wording = wordings[code](details)
  return { code, message, span, ...(help !== undefined && { help }), ...(related.length > 0 && { related }) }
}
