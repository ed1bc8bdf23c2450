import type { ScalarType } from '../../index.ts'

/*
 * The table of section 4: for each type what counts as a value of it, what a filter may write for one, and how two of
 * them compare. Everything that is ordered is turned into lists of numbers, so that there is one order.
 */

/** A value as a list of numbers that compares as the value does. */
export type ComparableValue = readonly (number | bigint)[]

export interface Type {
  /** From a resource's JSON; undefined when it does not fit, which means unset. */
  readonly read: (json: unknown) => ComparableValue | undefined
  /** From a filter's text. */
  readonly parse: (text: string) => ComparableValue | undefined
  /** What an unset one equals (section 6, rule 3). */
  readonly default: ComparableValue | undefined
  /** Whether `<`, `<=`, `>` and `>=` compare it. */
  readonly isOrdered: boolean
  /** The text that `eq` and `ne` match by a pattern; undefined for a type that they compare with a value. */
  readonly patternText: ((json: unknown) => string | undefined) | undefined
}

// prettier-ignore
export const types: Readonly<Record<ScalarType, Type>> = {
  string:    { read: readText,                               parse: codePoints,   default: [],        isOrdered: true,  patternText: plainText       },
  enum:      { read: (json) => nonEmpty(readText(json)),     parse: codePoints,   default: undefined, isOrdered: false, patternText: plainText       },
  boolean:   { read: readBoolean,                            parse: parseBoolean, default: [0],       isOrdered: false, patternText: undefined       },
  int64:     { read: readInteger(-(2n ** 63n), 2n ** 63n),   parse: parseSigned,  default: [0n],      isOrdered: true,  patternText: undefined       },
  uint64:    { read: readInteger(0n, 2n ** 64n),             parse: parseSigned,  default: [0n],      isOrdered: true,  patternText: undefined       },
  uint32:    { read: readInteger(0n, 2n ** 32n),             parse: parseSigned,  default: [0n],      isOrdered: true,  patternText: undefined       },
  integer:   { read: readInteger(-(2n ** 31n), 2n ** 31n),   parse: parseSigned,  default: [0n],      isOrdered: true,  patternText: undefined       },
  double:    { read: readDouble,                             parse: parseDouble,  default: [0],       isOrdered: true,  patternText: undefined       },
  timestamp: { read: readTimestamp,                          parse: parseInstant, default: undefined, isOrdered: true,  patternText: textOfTimestamp },
}

/** Below, equal or above: -1, 0, 1. */
export function compare(a: ComparableValue, b: ComparableValue): number {
  for (const [index, x] of a.entries()) {
    const y = b[index]
    if (y === undefined || x > y) return 1
    if (x < y) return -1
  }
  return a.length < b.length ? -1 : 0
}

/** Text compares by its code points. */
function codePoints(text: string): ComparableValue {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0)
}

function plainText(json: unknown): string | undefined {
  return typeof json === 'string' ? json : undefined
}

function readText(json: unknown): ComparableValue | undefined {
  return typeof json === 'string' ? codePoints(json) : undefined
}

function nonEmpty(key: ComparableValue | undefined): ComparableValue | undefined {
  return key?.length === 0 ? undefined : key
}

function readBoolean(json: unknown): ComparableValue | undefined {
  return typeof json === 'boolean' ? [Number(json)] : undefined
}

function parseBoolean(text: string): ComparableValue | undefined {
  const value = ['false', 'true'].indexOf(text.toLowerCase())
  return value < 0 ? undefined : [value]
}

/** At least `least` and below `end`. JSON has 64-bit integers as text. */
function readInteger(least: bigint, end: bigint) {
  return (json: unknown): ComparableValue | undefined => {
    const key = typeof json === 'string' || typeof json === 'bigint' ? parseInteger(String(json)) : wholeNumber(json)
    return key?.every((integer) => integer >= least && integer < end) ? key : undefined
  }
}

function wholeNumber(json: unknown): ComparableValue | undefined {
  return typeof json === 'number' && Number.isInteger(json) ? [BigInt(json)] : undefined
}

function parseInteger(text: string): ComparableValue | undefined {
  return /^-?\d+$/.test(text) ? [BigInt(text)] : undefined
}

/** A literal may have a plus sign, the text of a resource may not. */
function parseSigned(text: string): ComparableValue | undefined {
  return parseInteger(text.replace(/^\+(?=\d)/, ''))
}

function readDouble(json: unknown): ComparableValue | undefined {
  if (typeof json === 'string') return parseDouble(json)
  return typeof json === 'number' && !Number.isNaN(json) ? [json] : undefined
}

function parseDouble(text: string): ComparableValue | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? [Number(text)] : undefined
}

function readTimestamp(json: unknown): ComparableValue | undefined {
  const text = textOfTimestamp(json)
  return text === undefined ? undefined : parseInstant(text)
}

/** A `Date` counts as its RFC 3339 text. */
export function textOfTimestamp(json: unknown): string | undefined {
  if (typeof json !== 'object') return typeof json === 'string' ? json : undefined
  try {
    const plain = new Date(Date.prototype.valueOf.call(json))
    return /^\d/.test(plain.toISOString()) ? plain.toISOString() : undefined
  } catch {
    // Neither an invalid one nor any other object has a text.
    return undefined
  }
}

/** RFC 3339 with offset, as nanoseconds since 1970. */
function parseInstant(text: string): ComparableValue | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)t(\d\d:\d\d):(\d\d)(?:\.(\d{1,9}))?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text)
  if (parts === null) return undefined
  const [, day = '', time = '', second = '', fraction = '', sign = '+', hours = '0', minutes = '0'] = parts
  const minute = new Date(`${day}T${time}:00Z`)
  // JavaScript reads the 30th of February as the 1st of March.
  if (Number.isNaN(minute.getTime()) || !minute.toISOString().startsWith(`${day}T${time}`)) return undefined
  if (Number(second) > 60 || Number(hours) > 23 || Number(minutes) > 59) return undefined
  const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60
  const seconds = minute.getTime() / 1000 + Number(second) - offset
  // A leap second ends a day of UTC, and counts as the first second of the next.
  if (second === '60' && seconds % 86_400 !== 0) return undefined
  return [BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'))]
}
