import type { Path } from '../schema/index.ts'
import type { ScalarValues } from '../values/index.ts'

/** What a restriction asks of one value; `undefined` is an unset one. */
export type ValueTest = (value: unknown) => boolean

export type ResourceTest = (resource: unknown) => boolean

/** What a restriction with one value asks, apart from how the value is reached. */
export interface Question {
  readonly path: Path
  /** What is asked of a value; `undefined` and `null` are unset ones. On a path through arrays one that holds is enough. */
  readonly holds: ValueTest
  /** The answer under an unset message, or for a key that a map does not have (SEMANTICS.md section 6, rule 2). */
  readonly underUnset: boolean
  /** On a path through arrays: the question is whether `holds` is true of no value, instead of some. */
  readonly ofNone?: true
  /** Set if it holds for exactly this string. */
  readonly equals?: string
  /** Set if the values for which it holds are a first or last part of this type's order. */
  readonly order?: keyof ScalarValues
}

/** The opposite question: `ne` is the complement of `eq`. Not for paths through arrays. */
export const complement = ({ path, holds, underUnset }: Question): Question => ({
  path,
  holds: (value) => !holds(value),
  underUnset: !underUnset,
})
