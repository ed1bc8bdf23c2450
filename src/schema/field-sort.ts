import { type AipComparator, isOrder } from '../ast/index.ts'
import type { FieldSort, SortOf } from '../diagnostics/index.ts'
import { parseScalar, scalarTypes } from '../types/index.ts'
import { enter, lookUp, type Path } from './lookup.ts'
import { isSingle, type Schema } from './schema.ts'

/** What a schema knows of a field. */
export function sortIn(schema: Schema): SortOf {
  const span = { start: 0, end: 0 }
  return (path) => {
    const lookup = lookUp(schema, { names: path.map((text) => ({ kind: 'name', text, span })) })
    return 'path' in lookup ? sortOf(lookup.path) : undefined
  }
}

function sortOf(path: Path): FieldSort {
  const { field, repeated } = path
  const { type } = field
  const scalar = isSingle(field) ? scalarTypes[field.type] : undefined
  return {
    type,
    repeated,
    takesWildcards: scalar?.takesWildcards === true,
    takesPatterns: scalar?.patternText !== undefined,
    accepts: (comparator, value) => accepts(path, comparator, value),
  }
}

function accepts(path: Path, comparator: AipComparator, value: string): boolean {
  const { field, repeated } = path
  const isWildcard = value.includes('*')
  if (repeated && comparator !== ':') return false
  if (!isSingle(field)) {
    const span = { start: 0, end: 0 }
    return comparator === ':' && !isWildcard && 'path' in enter(path, { kind: 'name', text: value, span })
  }
  const { comparators, takesWildcards } = scalarTypes[field.type]
  if (!comparators.includes(comparator)) return false
  if (isWildcard) return takesWildcards && !isOrder(comparator)
  if (field.type === 'enum' && !field.values.includes(value)) return false
  return parseScalar(field.type, value) !== undefined
}
