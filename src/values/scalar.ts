import { compareCodePoints } from './code-points.ts'
import { parseDouble, readDouble } from './double.ts'
import { int32, int64, type Integer, type IntegerRange, parseInteger, readInteger, uint64 } from './integer.ts'
import { compareInstants, type Instant, parseTimestamp, readTimestamp } from './timestamp.ts'

/** How values of a type are read, and how they compare. The default is what an unset one equals (section 6, rule 3). */
export interface Scalar<T> {
  /** From a filter's text; undefined when it is no literal of the type. */
  readonly parse: (text: string) => T | undefined
  /** From a resource; undefined when the value does not fit. */
  readonly read: (json: unknown) => T | undefined
  readonly compare: (a: T, b: T) => number
  readonly default: T | undefined
}

export interface ScalarValues {
  readonly string: string
  readonly enum: string
  readonly boolean: boolean
  readonly int64: Integer
  readonly uint64: Integer
  readonly integer: Integer
  readonly double: number
  readonly timestamp: Instant
}

const order = <T extends number | bigint | boolean>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
const asIs = (text: string): string => text
const readString = (json: unknown) => (typeof json === 'string' ? json : undefined)
const readSymbol = (json: unknown) => (typeof json === 'string' && json !== '' ? json : undefined)
const readBoolean = (json: unknown) => (typeof json === 'boolean' ? json : undefined)
const readWithin = (range: IntegerRange) => (json: unknown) => readInteger(json, range)

function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : undefined
}

/** SEMANTICS.md section 4, the columns "literal" and "comparison". */
// prettier-ignore
export const scalars: { readonly [K in keyof ScalarValues]: Scalar<ScalarValues[K]> } = {
  string:    { parse: asIs,           read: readString,         compare: compareCodePoints, default: ''        },
  enum:      { parse: asIs,           read: readSymbol,         compare: compareCodePoints, default: undefined },
  boolean:   { parse: parseBoolean,   read: readBoolean,        compare: order,             default: false     },
  int64:     { parse: parseInteger,   read: readWithin(int64),  compare: order,             default: 0         },
  uint64:    { parse: parseInteger,   read: readWithin(uint64), compare: order,             default: 0         },
  integer:   { parse: parseInteger,   read: readWithin(int32),  compare: order,             default: 0         },
  double:    { parse: parseDouble,    read: readDouble,         compare: order,             default: 0         },
  timestamp: { parse: parseTimestamp, read: readTimestamp,      compare: compareInstants,   default: undefined },
}
