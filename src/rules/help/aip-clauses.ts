import { isNegative } from '../../ast/index.ts'
import { embed, type Fix, replace, writeRestriction, writeValue, writeWildcards } from '../../diagnostics/index.ts'
import type { ResolvedClause } from '../../resolve/index.ts'
import { isSingle, type Path } from '../../schema/index.ts'
import { scalarTypes } from '../../types/index.ts'
import type { Context } from '../context.ts'

/**
 * The fix that writes the clauses of a filter in the AIP-160 dialect: `name eq debian-.*` is `name = debian-*`. None where
 * one of the patterns is more than text with `.*`.
 */
export function useAipComparators({ clauses, source }: Context): readonly Fix[] {
  const edits = clauses.flatMap((clause) => {
    const text = writeInAip(clause, source)
    return text === undefined ? [] : [replace(clause.restriction.span, embed(text, clause.restriction.span, source))]
  })
  return edits.length === clauses.length
    ? [{ title: 'use the comparators `=` and `:` throughout', edits, isPreferred: true }]
    : []
}

function writeInAip({ restriction, member, path }: ResolvedClause, source: string): string | undefined {
  const { comparator, arg } = restriction
  if (path === undefined) return undefined
  const value = valueOf(arg.text, path)
  if (value === undefined) return undefined
  const field = source.slice(member.span.start, member.span.end)
  const text = writeRestriction(field, path.repeated ? ':' : '=', value)
  return isNegative(comparator.symbol) ? `NOT ${text}` : text
}

/** What equals the texts that the pattern matches. */
function valueOf(pattern: string, { field }: Path): string | undefined {
  if (!isSingle(field)) return undefined
  const { takesWildcards, patternText } = scalarTypes[field.type]
  if (takesWildcards) return writeWildcards(`^${pattern}$`)
  return patternText === undefined || /^\w+$/.test(pattern) ? writeValue(pattern) : undefined
}
