import type { Span } from '../ast/index.ts'
import { countColumns } from './columns.ts'
import type { Diagnostic } from './diagnostic.ts'
import { visible } from './wording.ts'

/**
 * A diagnostic for people, with the line of the filter that it speaks of:
 *
 *     error[unknown-field]: unknown field `nme` of `Image`
 *       1 | nme = debian-12
 *         | ^^^
 *         = help: did you mean `name`?
 */
export function render(source: string, { code, message, span, help, related = [] }: Diagnostic): string {
  return [
    `error[${code}]: ${message}`,
    ...excerpt(source, span, '^'),
    ...related.flatMap((other) => [`  note: ${other.message}`, ...excerpt(source, other.span, '-')]),
    ...(help === undefined ? [] : [`    = help: ${help}`]),
  ].join('\n')
}

const widest = 100
const margin = 20

function excerpt(source: string, span: Span, mark: '^' | '-'): [string, string] {
  const { text, number, start } = lineAt(source, span.start)
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

interface Line {
  readonly text: string
  /** Counted from 1. */
  readonly number: number
  /** Where the line begins in the source. */
  readonly start: number
}

function lineAt(source: string, offset: number): Line {
  const lines = source.slice(0, offset).split(/\r\n|\n|\r/)
  const start = offset - (lines.at(-1)?.length ?? 0)
  return { text: source.slice(start).replace(/[\r\n][^]*/, ''), number: lines.length, start }
}
