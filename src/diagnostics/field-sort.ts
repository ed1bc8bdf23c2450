import type { AipComparator } from '../ast/index.ts'

/** What a field of the schema is, as far as help and proposals need to know. */
export interface FieldSort {
  readonly type: string
  /** It, or something above it, is an array. */
  readonly repeated: boolean
  /** Its values may be compared with wildcards. */
  readonly takesWildcards: boolean
  /** Its values may be matched by a pattern. */
  readonly takesPatterns: boolean
  /** Whether it may be compared with a value, in which `*` is a wildcard. An enum value has to be spelt exactly. */
  readonly accepts: (comparator: AipComparator, value: string) => boolean
}

/** What is known of a field, by the names of its path; undefined for one that does not exist or is not known. */
export type SortOf = (names: readonly string[]) => FieldSort | undefined
