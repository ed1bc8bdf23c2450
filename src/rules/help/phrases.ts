import type { Span } from '../../ast/index.ts'
import { type Phrase, readPhrase } from '../../diagnostics/index.ts'
import { sortIn } from '../../schema/index.ts'
import type { Context } from '../context.ts'

/** The comparisons in words of other languages: `name in (a b)`, `name LIKE x%`, in the order of the text. */
export function findPhrases({ bareWords, source, schema }: Context): readonly Phrase[] {
  const phrases: Phrase[] = []
  const sortOf = sortIn(schema)
  const holdsValues = (word: string): boolean => {
    const sort = sortOf(word.split('.'))
    return sort?.type === 'map' || sort?.repeated === true
  }
  for (const { member } of bareWords) {
    const { span } = member
    if (isWithin(span, phrases)) continue
    const sort = sortOf(member.names.map(({ text }) => text))
    const field = source.slice(span.start, span.end)
    const phrase = readPhrase(source, { field, end: span.end, sort, holdsValues })
    if (phrase !== undefined) phrases.push(phrase)
  }
  return phrases
}

/** Whether a node is part of one of them. */
export const isWithin = ({ start, end }: Span, phrases: readonly Phrase[]): boolean =>
  phrases.some((phrase) => phrase.start <= start && end <= phrase.end)
