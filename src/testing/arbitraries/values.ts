import type { Field } from '../../index.ts'
import { isScalar } from '../oracle/fields.ts'
import { typeValues, urls, urlsBeside } from './type-values.ts'

/** Keys of maps, in resources and in filters: words of the language, names of JavaScript, spellings like a field's. */
export const keys = ['env', 'owner', 'a', 'a.b', 'goog-x', 'a_b', 'AND', 'NOT', 'eq', 'constructor', '__proto__', 'é b']

/** What a filter may say a value of the field is; nothing for a field with parts. */
export function literalsOf(field: Field): readonly string[] {
  if (field.type === 'enum') return field.values
  const literals = isScalar(field) ? typeValues[field.type].literals : []
  // Other texts as well: a fault with texts shows in every field of text.
  return isUrl(field) ? [...literals, ...urls] : literals
}

/** Literals that differ from one by as little as they can. */
export function neighboursOf(field: Field, literal: string): readonly string[] {
  const neighbours = (isScalar(field) ? typeValues[field.type].neighboursOf?.(literal) : undefined) ?? []
  return isUrl(field) ? [...urlsBeside(literal).filter((text) => text !== literal), ...neighbours] : neighbours
}

/** Whether the values of a string field are whole URLs. */
const isUrl = (field: Field): boolean => field.type === 'string' && field.format === 'url'

/** The JSON values that mean the same as a literal. */
export const jsonOf = (field: Field, literal: string): readonly unknown[] =>
  (isScalar(field) ? typeValues[field.type].jsonOf?.(literal) : undefined) ?? [literal]

/** JSON values that look like one of the field's type and are not, or not quite. */
export function wrongValuesOf(field: Field): readonly unknown[] {
  if (isScalar(field)) return typeValues[field.type].wrong
  return field.type === 'map' ? [['a'], 'x'] : ['x', [{}]]
}

/** Values that fit no field, or few. */
export const strangeValues: readonly unknown[] = [null, {}, [], 5, true, 'x', [null], { type: 5 }]
