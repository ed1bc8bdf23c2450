import { compareCodePoints } from '../values/index.ts'
import { equalityComparators, type ScalarTypeDefinition } from './scalar-type.ts'

/** A name. Which names a filter may use is said by the field (`unknown-enum-value`). The empty text counts as unset. */
export const enumType: ScalarTypeDefinition<string, string> = {
  words: 'an enum',
  form: 'write one of its values',
  comparators: equalityComparators,
  takesWildcards: false,
  patternText: (json) => (typeof json === 'string' ? json : undefined),
  parse: (text) => text,
  read: (json) => (typeof json === 'string' && json !== '' ? json : undefined),
  compare: compareCodePoints,
  default: undefined,
  canonical: (value) => value,
  fast: { by: 'identity' },
}
