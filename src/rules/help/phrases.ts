import type { Span } from '../../ast/index.ts'
import { type Phrase, readPhrase } from '../../diagnostics/index.ts'
import type { Context } from '../context.ts'

/** The comparisons in words of other languages: `name in (a b)`, `name LIKE x%`, in the order of the text. */
export function findPhrases({ bareWords, source, sortOf }: Context): readonly Phrase[] {
  const phrases: Phrase[] = []
  for (const { member } of bareWords) {
    const { span } = member
    const field = source.slice(span.start, span.end)
    if (isWithin(span, phrases) || /^(?:and|or|not)$/i.test(field)) continue
    const names = member.names.map(({ text }) => text)
    const phrase = readPhrase(source, { field, names, end: span.end, sortOf })
    if (phrase !== undefined) phrases.push(phrase)
  }
  return phrases
}

/** Whether a node is part of one of them. */
export const isWithin = ({ start, end }: Span, phrases: readonly Phrase[]): boolean =>
  phrases.some((phrase) => phrase.start <= start && end <= phrase.end)
