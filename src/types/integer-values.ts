/** An integer of any size, exact: a number while that is safe, else a bigint. So `===` and `<` both hold. */
export type Integer = number | bigint

export interface IntegerRange {
  readonly min: bigint
  readonly max: bigint
}

const decimal = /^-?\d+$/
const signed = /^[+-]?\d+$/
/** Decimal text of this length, sign included, is a number without rounding. */
const maxSafeLength = 15
/** Longer than any 64-bit integer; BigInt takes quadratic time. */
const maxReadLength = 64

/** Decimal text of a filter, with or without a sign; undefined if it is not one. */
export function parseInteger(text: string): Integer | undefined {
  return signed.test(text) ? toNumber(text) : undefined
}

const toNumber = (digits: string): Integer =>
  // Adding 0 turns -0 into 0.
  digits.length <= maxSafeLength ? Number(digits) + 0 : narrow(BigInt(digits))

/** A value of a resource: decimal text, number or bigint within the range; undefined when it does not fit. */
export function readInteger(json: unknown, range: IntegerRange): Integer | undefined {
  const integer = toInteger(json)
  return integer !== undefined && integer >= range.min && integer <= range.max ? integer : undefined
}

function toInteger(json: unknown): Integer | undefined {
  switch (typeof json) {
    case 'string':
      return parseLong(json)
    case 'number':
      return Number.isSafeInteger(json) ? json + 0 : Number.isInteger(json) ? narrow(BigInt(json)) : undefined
    case 'bigint':
      return narrow(json)
    case 'boolean':
    case 'object':
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined
  }
}

/** Zeros in front do not count, however many; without them, what is long is out of every range. */
function parseLong(text: string): Integer | undefined {
  const digits = text.length <= maxReadLength ? text : text.replace(/^(-?)0+(?=\d)/, '$1')
  return digits.length <= maxReadLength && decimal.test(digits) ? toNumber(digits) : undefined
}

function narrow(integer: bigint): Integer {
  const number = Number(integer)
  return Number.isSafeInteger(number) ? number : integer
}

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
