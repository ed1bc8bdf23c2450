import { AIP_COMPARATORS, type AipComparator } from '../ast/index.ts'

/**
 * All that the library knows of a scalar type: its row in the table of SEMANTICS.md section 4.
 *
 * @typeParam Value a value as the library compares it
 * @typeParam Json a value as TypeScript sees it in a resource
 */
export interface ScalarTypeDefinition<Value, Json = unknown> {
  /** What messages call a value: `an integer`. */
  readonly words: string
  /** Advice for a literal that does not fit: `write a decimal integer`. */
  readonly form: string
  /** The comparators of AIP-160 that it takes. */
  readonly comparators: readonly AipComparator[]
  /** Whether `*` in a value is a wildcard; elsewhere it is `literal-type`. */
  readonly takesWildcards: boolean
  /**
   * The text of a resource's value that a pattern after `eq` or `ne` has to match; undefined when there is none.
   * A type without this function takes a value of its own after `eq` and `ne`.
   */
  readonly patternText?: (json: unknown) => string | undefined
  /** Reads a literal of a filter; undefined when the text does not fit. */
  readonly parse: (text: string) => Value | undefined
  /** Whether a literal may be a number that no value of the type can be (hint `out-of-range`). Default: no */
  readonly hasRange?: boolean
  /**
   * Reads a value of a resource; undefined when it does not fit, so that it counts as unset. Objects are read by their
   * `patternText`, as a `Date` is.
   */
  readonly read: (json: unknown) => Value | undefined
  /** Negative, zero or positive, as for `Array.sort`. */
  compare(a: Value, b: Value): number
  /** What an unset value equals (section 6, rule 3); undefined when nothing equals one. */
  readonly default: Value | undefined
  /** The literal of a value: one text for all that are equal. `parse` reads it back. */
  canonical(value: Value): string
  /** How the matcher compares without reading a value in full. Absent where there is no faster way. */
  readonly fast?: FastComparison<Value>
  /** Carries the type `Json`; never set. */
  readonly json?: Json
}

export type FastComparison<Value> =
  /** Equal values are identical in JSON, unless they are the default. */
  | { readonly by: 'identity' }
  /** Frequent forms are numbers in the order of the type. NaN for any other form, which has to be read in full. */
  | {
      readonly by: 'rank'
      readonly rankOfJson: (json: unknown) => number
      rankOf(value: Value): number
    }

/** The comparators of a type without an order. */
export const equalityComparators: readonly AipComparator[] = ['=', '!=', ':']

/** The comparators of a type with an order. */
export const allComparators: readonly AipComparator[] = AIP_COMPARATORS

/** The order of JavaScript's `<`, for values that it compares. */
export const compareBySign = <T extends number | bigint | boolean | string>(a: T, b: T): number =>
  a < b ? -1 : a > b ? 1 : 0
