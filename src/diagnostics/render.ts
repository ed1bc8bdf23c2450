import type { Span } from '../ast/index.ts'
import { countColumns } from './columns.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Line } from './lines.ts'
import { visible } from './wording.ts'

/**
 * A diagnostic for people, with the line of the filter that it is about:
 *
 *     error[unknown-field]: unknown field `nme` of `Image`
 *       1 | nme = debian-12
 *         | ^^^
 *         = help: did you mean `name`?
 *
 * @param lineAt the lines of the filter, from `findLines`
 */
export function render(
  { code, severity, message, span, help, related = [] }: Diagnostic,
  lineAt: (offset: number) => Line,
): string {
  return [
    `${severity}[${code}]: ${message}`,
    ...excerpt(lineAt(span.start), span, '^'),
    ...related.flatMap((other) => [`  note: ${other.message}`, ...excerpt(lineAt(other.span.start), other.span, '-')]),
    ...(help === undefined ? [] : [`    = help: ${help}`]),
  ].join('\n')
}

const widest = 100
const margin = 20

function excerpt({ text, number, start }: Line, span: Span, mark: '^' | '-'): [string, string] {
  const from = Math.min(span.start - start, text.length)
  const to = Math.min(Math.max(span.end - start, from + 1), text.length)
  const cutAt = Math.max(0, Math.min(from - margin, text.length - widest))
  const cutTo = cutAt + widest
  const lead = cutAt > 0 ? '…' : ''
  const tail = cutTo < text.length ? '…' : ''
  const before = lead + visible(text.slice(cutAt, from))
  const marked = visible(text.slice(from, Math.min(to, cutTo)))
  const after = visible(text.slice(Math.min(to, cutTo), cutTo)) + tail
  const gutter = String(number).padStart(3)
  return [
    `${gutter} | ${before}${marked}${after}`.trimEnd(),
    `    | ${' '.repeat(countColumns(before))}${mark.repeat(Math.max(1, countColumns(marked)))}`,
  ]
}
