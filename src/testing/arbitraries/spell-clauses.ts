import type { Choose } from './choose.ts'
import type { Clause, Clauses } from './draft.ts'
import { blank, group, space } from './spell-space.ts'
import { spellName } from './spell-words.ts'

/** Clauses of the regular-expression dialect: each of several in parentheses, one alone with or without. */
export function spellClauses(draft: Clauses, choose: Choose): string {
  if (draft.kind === 'leaf')
    return choose(false, true)
      ? group(spellClause(draft.leaf, choose, true), choose)
      : spellClause(draft.leaf, choose, false)
  return draft.parts
    .map((part) =>
      group(part.kind === 'leaf' ? spellClause(part.leaf, choose, true) : spellClauses(part, choose), choose),
    )
    .reduce((left, right) => left + choose(space(choose), blank(choose)) + right)
}

function spellClause({ names, comparator, literal }: Clause, choose: Choose, isInside: boolean): string {
  const field = names.map((name, index) => spellName(name, index === 0, choose)).join('.')
  return `${field}${space(choose)}${comparator}${space(choose)}${spellLiteral(literal, choose, isInside)}`
}

function spellLiteral(literal: string, choose: Choose, isInside: boolean): string {
  const quoted = ['"', "'"].flatMap((quote) => inQuotes(literal, quote) ?? [])
  const isBare = isInside ? canStandInside(literal) : canStandOutside(literal)
  const [first = '""', ...others] = [...quoted, ...(isBare ? [literal] : [])]
  return choose(first, ...others)
}

/**
 * Only the backslash before its own quote is removed from a literal in quotes. So one that ends in a single backslash,
 * or has one before that quote, is not possible in them.
 */
function inQuotes(literal: string, quote: string): string | undefined {
  const isPossible = [...literal.matchAll(/\\([^]?)/g)].every(([, escaped]) => escaped !== '' && escaped !== quote)
  if (!isPossible) return undefined
  return quote + literal.replace(/\\[^]|["']/g, (found) => (found === quote ? `\\${quote}` : found)) + quote
}

const canStandOutside = (literal: string): boolean => /^(?!["'])[^ \p{Cc}\xa0]+$/u.test(literal)

/** A literal that ends where its clause does: one word. In a pattern that RE2 accepts, parentheses are balanced. */
const canStandInside = (literal: string): boolean => canStandOutside(literal) && /^[^[]*$/.test(literal)
