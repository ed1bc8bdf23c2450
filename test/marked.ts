import type { Span } from '../src/index.ts'

export interface Marked {
  readonly text: string
  readonly span: Span
}

/** A filter with the place of an error in it: `na<|me|> = 1`. */
export function marked(source: string): Marked {
  const start = source.indexOf('<|')
  const end = source.indexOf('|>', start + 2)
  if (start < 0 || end < 0) throw new Error(`no place is marked in ${source}`)
  const [before, place, after] = [source.slice(0, start), source.slice(start + 2, end), source.slice(end + 2)]
  return { text: before + place + after, span: { start, end: start + place.length } }
}
