import type { AipComparator, ValueNode } from '../ast/index.ts'
import type { Pattern } from '../regex/index.ts'
import type { Field, Path } from '../schema/index.ts'
import type { Scalar, ScalarType } from '../types/index.ts'

/** A comparator that asks for a place in the order of a type. */
export type OrderComparator = Exclude<AipComparator, '=' | '!=' | ':'>

/**
 * What a restriction with one value asks of a resource, as plain data: the evaluator, the matcher and the columns of a
 * collection read the same description (SEMANTICS.md sections 4 to 6).
 *
 * A resource meets it when the value at the path passes the test; with `isNegated`, when it does not. An unset value is not
 * tested: `whenUnset` is the verdict, and nothing negates it. On a path through arrays one value that passes is enough, and
 * both verdicts on an unset value are `isNegated`.
 * `family != debian` tests `equals debian`, with `isNegated` and `whenUnset: true`; `family != ""` has `whenUnset: false`.
 */
export interface Condition {
  readonly path: Path
  readonly test: ValueTest
  /** `!=` and `ne`. */
  readonly isNegated: boolean
  /** The verdict on an unset value whose parent is set. */
  readonly whenUnset: boolean
  /** The verdict where a message on the way is unset, or a map does not have the key. */
  readonly whenParentUnset: boolean
}

/** A test of one value that is set, by what it asks. */
export type ValueTest =
  /** Is it there? */
  | {
      readonly op: 'present'
      readonly field: Field
      /** The default of the type counts, too: for an element of an array, and a key of a map. */
      readonly countsDefault: boolean
    }
  | {
      readonly op: 'equals'
      readonly scalar: Scalar
      /** ASCII letters only (switch `enumCase`). */
      readonly ignoresCase: boolean
    }
  | { readonly op: 'order'; readonly comparator: OrderComparator; readonly scalar: Scalar }
  | { readonly op: 'contains'; readonly text: string }
  /** The parts in their order, the first at the start, the last at the end, anything between them. */
  | { readonly op: 'wildcard'; readonly parts: ValueNode['parts'] }
  /** A full match of the text that patterns see of the type. */
  | { readonly op: 'pattern'; readonly type: ScalarType; readonly pattern: Pattern }

export type TestOf<Op extends ValueTest['op']> = Extract<ValueTest, { readonly op: Op }>
