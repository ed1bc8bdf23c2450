import type { DiagnosticCode } from './details.ts'
import type { Diagnostic } from './diagnostic.ts'
import { applyFix, type TextEdit, type Fix } from './fix.ts'

/** All diagnostics of a text. */
export type Judge = (text: string) => readonly Diagnostic[]

/** The UTF-16 units that are judged again for the fixes of one filter: the time of a few long filters. */
const maxUnits = 32_768

/**
 * The diagnostics with those of their fixes that are good. A good fix removes its diagnostic and adds none, not even the hint
 * that the filter can match nothing; for an error of the syntax, reading gets past its place. A fix is tried out before it is
 * offered, so that a misspelt field is not spelt like one whose type the value does not fit.
 *
 * @param diagnostics what `judge` finds in the source, with all fixes that rules have thought of
 */
export function keepGoodFixes(source: string, diagnostics: readonly Diagnostic[], judge: Judge): readonly Diagnostic[] {
  let units = 0
  const open = countUnmatched(source)
  const isGood = (fix: Fix, diagnostic: Diagnostic): boolean => {
    const text = applyFix(source, fix)
    units += text.length
    if (units > maxUnits || countUnmatched(text) > open) return false
    return isBetter(judge(text), diagnostics, diagnostic, fix.edits)
  }
  return diagnostics.map((diagnostic) => {
    const { fixes = [], ...others } = diagnostic
    const separate = fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => separateWords(edit, source)) }))
    const good = separate.filter((fix) => isGood(fix, diagnostic))
    return good.length === 0 ? others : { ...diagnostic, fixes: good }
  })
}

const quotesAndParentheses = /\\[^]|"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?|[()]/g

/** The parentheses outside quotes without their counterpart. A fix leaves no more of them than there were. */
function countUnmatched(text: string): number {
  let depth = 0
  let closing = 0
  for (const [found] of text.matchAll(quotesAndParentheses)) {
    if (found === '(') depth++
    else if (found === ')' && depth > 0) depth--
    else if (found === ')') closing++
  }
  return depth + closing
}

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character)

/** A word in the place of a parenthesis or quote does not become one with the word beside it: `name:(a)OR` is `name = a OR`. */
function separateWords({ span, text }: TextEdit, source: string): TextEdit {
  const { start, end } = span
  const joins = start < end && isWord(source[end]) && isWord(text.at(-1)) && !isWord(source[end - 1])
  return { span, text: joins ? `${text} ` : text }
}

const syntaxCodes: readonly DiagnosticCode[] = [
  ...(['unexpected-character', 'unexpected-token', 'unexpected-end', 'unterminated-string'] as const),
  ...(['invalid-escape', 'needs-quotes', 'too-long', 'too-deep', 'too-many-terms'] as const),
]

const isOfSyntax = ({ code }: Diagnostic): boolean => syntaxCodes.includes(code)

/** What rejects the value or the comparator that a fix has written. */
const valueCodes: readonly DiagnosticCode[] = [
  ...(['invalid-pattern', 'pattern-too-complex', 'literal-type', 'invalid-timestamp', 'unknown-enum-value'] as const),
  ...(['comparator-type', 'not-atomic', 'repeated-needs-has'] as const),
]

function isBetter(
  after: readonly Diagnostic[],
  before: readonly Diagnostic[],
  removed: Diagnostic,
  edits: readonly TextEdit[],
): boolean {
  const [first] = after
  if (isOfSyntax(removed)) {
    if (first === undefined || first.code === 'never-matches') return first === undefined
    // An error inside the new text is not progress.
    const { start, end } = move(removed.span.start, edits)
    if (isOfSyntax(first)) return first.span.start > start && first.span.start >= end
    return !after.some(({ code, span }) => valueCodes.includes(code) && start <= span.start && span.start < end)
  }
  const left = before.filter((diagnostic) => diagnostic !== removed)
  return after.every((found) => {
    const index = left.findIndex(({ code, span }) => {
      const { start, end } = move(span.start, edits)
      return code === found.code && start <= found.span.start && found.span.start <= end
    })
    if (index === -1) return false
    left.splice(index, 1)
    return true
  })
}

/** Where an offset is after the edits: a place, or for an offset that an edit replaces all of its text. */
function move(offset: number, edits: readonly TextEdit[]): { readonly start: number; readonly end: number } {
  let shift = 0
  for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start > offset) break
    if (offset < span.end || offset === span.start) {
      return { start: span.start + shift, end: span.start + shift + text.length }
    }
    shift += text.length - (span.end - span.start)
  }
  return { start: offset + shift, end: offset + shift }
}
