import type { Span } from '../ast/index.ts'

/** One change of a text: what is at the span becomes `text`. An empty span is a place to insert at. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** A change of a filter that removes a diagnostic: SEMANTICS.md section 7. */
export interface Fix {
  /** One line that says what the change does, for a menu. */
  readonly title: string
  /** They do not overlap. Their spans refer to the text as it is before any of them. */
  readonly edits: readonly TextEdit[]
  /** The most likely of the fixes, which may be applied unasked. Of one diagnostic at most one fix is. */
  readonly isPreferred: boolean
}

/**
 * The text after the edits.
 *
 * @throws RangeError for edits that overlap or lie outside the text
 * @example applyEdits('nme = a', [{ span: { start: 0, end: 3 }, text: 'name' }]) // 'name = a'
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { span, text: inserted } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (!(span.start >= at && span.end >= span.start && span.end <= text.length)) {
      throw new RangeError('edits overlap or are outside the text')
    }
    result += text.slice(at, span.start) + inserted
    at = span.end
  }
  return result + text.slice(at)
}

/**
 * The text after a fix.
 *
 * @throws RangeError when the fix is that of another text, and does not fit this one
 */
export const applyFix = (text: string, fix: Pick<Fix, 'edits'>): string => applyEdits(text, fix.edits)
