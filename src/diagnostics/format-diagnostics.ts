import type { Diagnostic } from './diagnostic.ts'
import { findLines } from './lines.ts'
import { render } from './render.ts'

/**
 * Each diagnostic with its line of the filter and carets below, as `FilterError` shows them; ends without line break.
 *
 * @param text the filter that the spans refer to
 * @example formatDiagnostics('nme = a', validate('nme = a')) // 'error[unknown-field]: unknown field `nme` of `Image`…'
 */
export function formatDiagnostics(text: string, diagnostics: readonly Diagnostic[]): string {
  const lineAt = findLines(text)
  return diagnostics.map((diagnostic) => render(diagnostic, lineAt)).join('\n')
}
