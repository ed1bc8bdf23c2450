/** An integer of any size, exact: a number while that is safe, else a bigint. So `===` and `<` both hold. */
export type Integer = number | bigint

export interface IntegerRange {
  readonly min: bigint
  readonly max: bigint
}

/** Decimal text of a resource: zeros in front do not count, and no 64-bit integer has more than 20 digits without them. */
const decimal = /^-?(?:0+|0*[1-9]\d{0,19})$/
const signed = /^[+-]?\d+$/

/** Decimal text of a filter, with or without a sign; undefined if it is not one. */
export function parseInteger(text: string): Integer | undefined {
  return signed.test(text) ? fromDecimal(text) : undefined
}

function fromDecimal(text: string): Integer {
  const number = Number(text)
  // Adding 0 turns -0 into 0.
  return Number.isSafeInteger(number) ? number + 0 : BigInt(text)
}

/** A value of a resource: decimal text, number or bigint within the range; undefined when it does not fit. */
export function readInteger(json: unknown, range: IntegerRange): Integer | undefined {
  const integer = toInteger(json)
  return integer >= range.min && integer <= range.max ? integer : undefined
}

/** NaN for what is not an integer. */
function toInteger(json: unknown): Integer {
  if (typeof json === 'string') return decimal.test(json) ? fromDecimal(json) : NaN
  if (typeof json === 'bigint') return narrow(json)
  if (Number.isSafeInteger(json)) return (json as number) + 0
  return Number.isInteger(json) ? BigInt(json as number) : NaN
}

function narrow(integer: bigint): Integer {
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}

/** Decimal text of this length is a number without rounding. */
const maxSafeLength = 15

/**
 * The number that a frequent form of an integer is, without allocating: up to fifteen digits as text, or a safe integer.
 * NaN for any other form, and for a value outside of the range.
 */
export function smallInteger(json: unknown, min: number, max: number): number {
  const number = typeof json === 'string' ? readDigits(json) : Number.isSafeInteger(json) ? (json as number) : NaN
  return number >= min && number <= max ? number : NaN
}

function readDigits(text: string): number {
  const { length } = text
  if (length === 0 || length > maxSafeLength) return NaN
  let number = 0
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return NaN
    number = number * 10 + digit
  }
  return number
}
