import type { NodeOf } from '../ast/index.ts'
import { code, proposal } from '../diagnostics/index.ts'
import { helpForCurlyQuotes } from './help/literals.ts'
import { findPhrases, isWithin } from './help/phrases.ts'
import { lookUp, type Schema } from '../schema/index.ts'
import type { Context, Rule } from './context.ts'

/**
 * Reports `missing-comparator` for bare words, which Compute does not search for: SEMANTICS.md section 3. A comparison in
 * the words of another language, `name LIKE x%`, is reported once.
 */
export const missingComparators: Rule = (context) => {
  const phrases = findPhrases(context)
  for (const { start, end, proposed } of phrases) {
    const word = context.source.slice(start, end)
    context.report('missing-comparator', { start, end }, { word, help: `write ${proposal(proposed)}` })
  }
  let endOfComment = 0
  for (const restriction of context.globalRestrictions) {
    const { comparable, span } = restriction
    if (comparable.kind === 'function' || isWithin(span, phrases) || span.start < endOfComment) continue
    const word = context.source.slice(span.start, span.end)
    if (isComment(word)) endOfComment = span.start + context.source.slice(span.start).search(/$/m)
    const help =
      helpForWord(word) ??
      helpForCurlyQuotes(context.source, span) ??
      helpForAlternative(restriction, word, context) ??
      helpForField(comparable, context) ??
      helpForSearch(comparable, word, context)
    context.report('missing-comparator', span, { word, help })
  }
}

const isComment = (word: string): boolean => /^(?:#|\/\/|\/\*)/.test(word)

function helpForWord(word: string): string | undefined {
  if (/^(?:and|or|not)$/i.test(word)) return `write ${code(word.toUpperCase())}`
  if (/^(?:eq|ne)$/i.test(word)) return `write ${code(`FIELD ${word.toLowerCase()} PATTERN`)}`
  return isComment(word) ? 'a filter has no comments' : undefined
}

/** gcloud searches for a bare word; the API compares a field. */
function helpForSearch(member: NodeOf<'member'>, word: string, { schema }: Context): string | undefined {
  const { name } = schema.fields
  const [{ text }, ...others] = member.names
  if (name?.type !== 'string' || name.repeated || others.length > 0 || !/^[\w-]+$/.test(text)) return undefined
  return `a search for ${code(word)} is gcloud's own; a filter needs field, comparator and value: ${code(`name = *${text}*`)}`
}

/** `family = a OR b`, where `family = (a OR b)` is meant. */
function helpForAlternative(
  restriction: NodeOf<'global-restriction'>,
  word: string,
  { disjunctions, source }: Context,
): string | undefined {
  for (const { terms } of disjunctions) {
    const [first] = terms
    if (first.kind !== 'restriction' || first.arg.kind !== 'value' || !terms.some((term) => term === restriction))
      continue
    const { start, end } = first.arg.span
    const field = source.slice(first.comparable.span.start, first.comparable.span.end)
    const { symbol } = first.comparator
    const values = `(${source.slice(start, end)} OR ${word})`
    return `to compare with several values write ${proposal(symbol === ':' ? `${field}:${values}` : `${field} ${symbol} ${values}`)}`
  }
  return undefined
}

/** A field alone asks nothing. */
function helpForField(member: NodeOf<'member'>, { schema }: { readonly schema: Schema }): string | undefined {
  const lookup = lookUp(schema, member)
  return 'path' in lookup ? `to ask whether it is set write ${code(`${lookup.path.text}:*`)}` : undefined
}
