import { type Integer, type IntegerRange, parseInteger, readInteger, smallInteger } from './integer-values.ts'
import { allComparators, compareBySign, type ScalarTypeDefinition } from './scalar-type.ts'

/** 64-bit integers are strings in Compute's JSON; numbers and bigints are understood too. */
export type Int64 = string | number | bigint

const signed = (bits: bigint): IntegerRange => ({ min: -(2n ** (bits - 1n)), max: 2n ** (bits - 1n) - 1n })
const unsigned = (bits: bigint): IntegerRange => ({ min: 0n, max: 2n ** bits - 1n })

/** Integers of one range. A literal may have any size: beyond the range it equals nothing, and orders as the number it is. */
function integersIn<Json>(range: IntegerRange): ScalarTypeDefinition<Integer, Json> {
  const [min, max] = [Number(range.min), Number(range.max)]
  return {
    words: 'an integer',
    form: 'write a decimal integer',
    comparators: allComparators,
    takesWildcards: false,
    hasRange: true,
    parse: parseInteger,
    read: (json) => readInteger(json, range),
    compare: compareBySign,
    default: 0,
    canonical: String,
    fast: {
      by: 'rank',
      rankOfJson: (json) => smallInteger(json, min, max),
      rankOf: (value) => (typeof value === 'number' ? value : NaN),
    },
  }
}

export const int64Type = integersIn<Int64>(signed(64n))
export const uint64Type = integersIn<Int64>(unsigned(64n))
/** Of 32 bits, which JSON carries as a number. */
export const integerType = integersIn<number>(signed(32n))
/** Of 32 bits without a sign, which JSON carries as a number. */
export const uint32Type = integersIn<number>(unsigned(32n))
