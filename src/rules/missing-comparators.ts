import type { NodeOf } from '../ast/index.ts'
import { code } from '../diagnostics/index.ts'
import { lookUp, type Schema } from '../schema/index.ts'
import type { Context, Rule } from './context.ts'

/** Reports `missing-comparator` for bare words, which Compute does not search for: SEMANTICS.md section 3. */
export const missingComparators: Rule = (context) => {
  for (const restriction of context.globalRestrictions) {
    const { comparable, span } = restriction
    if (comparable.kind === 'function') continue
    const word = context.source.slice(span.start, span.end)
    const help =
      helpForWord(word) ?? helpForAlternative(restriction, word, context) ?? helpForField(comparable, context)
    context.report('missing-comparator', span, { word, help })
  }
}

function helpForWord(word: string): string | undefined {
  if (/^(?:and|or|not)$/i.test(word)) return `write ${code(word.toUpperCase())}`
  if (/^(?:eq|ne)$/i.test(word)) return `write ${code(`FIELD ${word.toLowerCase()} PATTERN`)}`
  return undefined
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
    return `to compare with several values write ${code(symbol === ':' ? `${field}:${values}` : `${field} ${symbol} ${values}`)}`
  }
  return undefined
}

/** A field alone asks nothing. */
function helpForField(member: NodeOf<'member'>, { schema }: { readonly schema: Schema }): string | undefined {
  const lookup = lookUp(schema, member)
  return 'path' in lookup ? `to ask whether it is set write ${code(`${lookup.path.text}:*`)}` : undefined
}
