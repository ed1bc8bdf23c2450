/** An integer of any size, exact: a number while that is safe, else a bigint. So `===` and `<` both hold. */
export type Integer = number | bigint

export interface IntegerRange {
  readonly least: bigint
  readonly greatest: bigint
}

export const int32: IntegerRange = { least: -(2n ** 31n), greatest: 2n ** 31n - 1n }
export const int64: IntegerRange = { least: -(2n ** 63n), greatest: 2n ** 63n - 1n }
export const uint64: IntegerRange = { least: 0n, greatest: 2n ** 64n - 1n }

const decimal = /^-?\d+$/
const signed = /^[+-]?\d+$/
/** The longest decimal text, sign included, that is a number without rounding. */
const longestSafe = 15
/** Longer than any 64-bit integer; BigInt takes quadratic time. */
const longestRead = 64

/** Decimal text of a filter, with or without a sign; undefined if it is not one. */
export function parseInteger(text: string): Integer | undefined {
  return signed.test(text) ? toNumber(text.replace('+', '')) : undefined
}

const toNumber = (digits: string): Integer =>
  digits.length <= longestSafe ? Number(digits) + 0 : narrow(BigInt(digits))

/** A value of a resource: decimal text, number or bigint within the range; undefined when it does not fit. */
export function readInteger(json: unknown, range: IntegerRange): Integer | undefined {
  const integer = toInteger(json)
  return integer !== undefined && integer >= range.least && integer <= range.greatest ? integer : undefined
}

function toInteger(json: unknown): Integer | undefined {
  switch (typeof json) {
    case 'string':
      return parseLong(json)
    case 'number':
      return Number.isSafeInteger(json) ? json + 0 : Number.isInteger(json) ? narrow(BigInt(json)) : undefined
    case 'bigint':
      return narrow(json)
    default:
      return undefined
  }
}

/** Zeros in front do not count, however many; without them, what is long is out of every range. */
function parseLong(text: string): Integer | undefined {
  const digits = text.length <= longestRead ? text : text.replace(/^(-?)0+(?=\d)/, '$1')
  return digits.length <= longestRead && decimal.test(digits) ? toNumber(digits) : undefined
}

function narrow(integer: bigint): Integer {
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}
