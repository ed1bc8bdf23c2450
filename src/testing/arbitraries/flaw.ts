import fc from 'fast-check'
import { clauseComparators } from './comparators.ts'
import type { FlawContext } from './contexts.ts'
import type { FieldsByKind } from './invalid-fields.ts'

/** One kind of error: where such a text is allowed, and the text. */
export type Flaw = readonly [context: FlawContext, text: (fields: FieldsByKind) => fc.Arbitrary<string>]

export const word = fc
  .stringMatching(/^[a-z]{1,8}$/)
  .filter((text) => !['and', 'or', 'not', ...clauseComparators].includes(text))

export const oneOf = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)

/** A template whose values are drawn. */
export const text = (parts: TemplateStringsArray, ...values: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<string> =>
  fc.tuple(...values).map((chosen) => String.raw(parts, ...chosen))

/** A part that is repeated; the least number of times is the simplest. */
export const times = (least: number, most: number, part: string): fc.Arbitrary<string> =>
  overLimit(least, most).map((count) => part.repeat(count))

/** The least number half of the time: one over the limit. */
export const overLimit = (least: number, most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constant(least), fc.integer({ min: least, max: most }))

/** A value that is wrong, alone or among values that are right. */
export const among = (right: string, wrong: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(wrong, fc.constantFrom('x', 'x', '(x)', '(right OR x)', '(NOT x AND right)', '(right (x OR right))'))
    .map(([each, form]) => form.replaceAll('right', right).replace('x', () => each))
