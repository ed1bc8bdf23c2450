import type { AipComparator } from '../ast/index.ts'
import { parseFixedTimestamp, parseTimestamp } from '../values/index.ts'
import type { ValueTest } from './questions.ts'

/*
 * The same results as comparisons.ts, for the forms of values that the API sends, without allocating. Other forms are
 * passed to the thorough test.
 */

/**
 * The whole numbers for which a comparison with one holds: from the first to the last, or for `!=` all others. One shape
 * for all comparators, so that there is no function to call.
 */
const rangeOf = (comparator: AipComparator, literal: number): { readonly first: number; readonly last: number } => {
  switch (comparator) {
    case '<':
      return { first: -Infinity, last: literal - 1 }
    case '<=':
      return { first: -Infinity, last: literal }
    case '>':
      return { first: literal + 1, last: Infinity }
    case '>=':
      return { first: literal, last: Infinity }
    default:
      return { first: literal, last: literal }
  }
}

/** Strings and enums: equality with a literal that is not the default. */
export function compareText(comparator: AipComparator, literal: string, thorough: ValueTest): ValueTest {
  if (literal === '') return thorough
  if (comparator === '=' || comparator === ':') return (value) => value === literal
  return comparator === '!=' ? (value) => value !== literal : thorough
}

const longestSafe = 15

/** Decimal text against a decimal literal, both small enough to be numbers. */
export function compareDecimal(comparator: AipComparator, text: string, thorough: ValueTest): ValueTest {
  if (!/^\d+$/.test(text) || text.length > longestSafe) return thorough
  const { first, last } = rangeOf(comparator, Number(text))
  const whenInside = comparator !== '!='
  return (value) => {
    if (typeof value !== 'string') return thorough(value)
    const number = parseDigits(value)
    return number < 0 ? thorough(value) : (number >= first && number <= last) === whenInside
  }
}

/** Up to fifteen digits and nothing else; -1 for all other text. */
function parseDigits(text: string): number {
  const { length } = text
  if (length === 0 || length > longestSafe) return -1
  let number = 0
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** Timestamps in the form that the API writes, against a literal of whole milliseconds. */
export function compareFixedTimestamp(comparator: AipComparator, text: string, thorough: ValueTest): ValueTest {
  const literal = parseTimestamp(text)
  if (literal === undefined || literal.nanos % 1_000_000 !== 0) return thorough
  const { first, last } = rangeOf(comparator, literal.seconds * 1000 + literal.nanos / 1_000_000)
  const whenInside = comparator !== '!='
  return (value) => {
    if (typeof value !== 'string') return thorough(value)
    const found = parseFixedTimestamp(value)
    return found === undefined ? thorough(value) : (found >= first && found <= last) === whenInside
  }
}
