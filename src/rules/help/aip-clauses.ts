import { embed, type Fix, replace, writeRestriction, writeWildcards } from '../../diagnostics/index.ts'
import type { Path } from '../../schema/index.ts'
import { scalars } from '../../values/index.ts'
import type { Context, OnField } from '../context.ts'

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

function writeInAip({ restriction, member, path }: OnField<Context['clauses'][number]['restriction']>, source: string) {
  const { comparator, arg } = restriction
  const value = path && valueOf(arg.text, path)
  if (path === undefined || value === undefined) return undefined
  const field = source.slice(member.span.start, member.span.end)
  const text = writeRestriction(field, path.repeated ? ':' : '=', value)
  return comparator.symbol === 'ne' ? `NOT ${text}` : text
}

/** What equals the same texts; the values of numbers, booleans and enums stay as they are. */
function valueOf(pattern: string, { field: { type } }: Path): string | undefined {
  switch (type) {
    case 'string':
      return writeWildcards(`^${pattern}$`)
    case 'enum':
      return /^\w+$/.test(pattern) ? pattern : undefined
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
      return scalars[type].parse(pattern) === undefined ? undefined : pattern
    case 'timestamp':
    case 'message':
    case 'map':
      return undefined
  }
}
