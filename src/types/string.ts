import { compareCodePoints } from '../values/index.ts'
import { allComparators, type ScalarTypeDefinition } from './scalar-type.ts'

const read = (json: unknown): string | undefined => (typeof json === 'string' ? json : undefined)

/** Text, ordered by Unicode code point. */
export const stringType: ScalarTypeDefinition<string, string> = {
  words: 'a string',
  form: 'write text',
  comparators: allComparators,
  takesWildcards: true,
  patternText: read,
  parse: (text) => text,
  read,
  compare: compareCodePoints,
  default: '',
  canonical: (value) => value,
  fast: { by: 'identity' },
}
