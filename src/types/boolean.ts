import { compareBySign, equalityComparators, type ScalarTypeDefinition } from './scalar-type.ts'

/** `true` or `false`, in a filter in any case. */
export const booleanType: ScalarTypeDefinition<boolean, boolean> = {
  words: 'a boolean',
  form: 'write `true` or `false`',
  comparators: equalityComparators,
  takesWildcards: false,
  parse(text) {
    const lower = text.toLowerCase()
    return lower === 'true' ? true : lower === 'false' ? false : undefined
  },
  read: (json) => (typeof json === 'boolean' ? json : undefined),
  compare: compareBySign,
  default: false,
  canonical: String,
  fast: { by: 'identity' },
}
