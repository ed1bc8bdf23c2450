import {
  compareCodePoints,
  compareInstants,
  type Instant,
  ownValue,
  parseFixedTimestamp,
  parseTimestamp,
  timestampText,
} from '../values/index.ts'
import { scopeOf } from './scope.ts'

/** The orders of a list (SEMANTICS.md section 9). */
export type OrderBy = 'name' | 'creationTimestamp desc'

/**
 * The place of a resource in an order: `[name, id, scope]`, or `[seconds, nanos, name, id, scope]` by creation. The scope tells
 * resources of one name in two zones apart, as the API does (SEMANTICS.md section 9).
 */
export type OrderKey = readonly (string | number)[]

/** The types in the keys, which tell a key from other JSON. */
const keyShapes: Readonly<Record<OrderBy, readonly ('string' | 'number')[]>> = {
  name: ['string', 'string', 'string'],
  'creationTimestamp desc': ['number', 'number', 'string', 'string', 'string'],
}

export function isKeyOf(orderBy: OrderBy, value: unknown): value is OrderKey {
  const shape = keyShapes[orderBy]
  return Array.isArray(value) && value.length === shape.length && shape.every((type, at) => typeof value[at] === type)
}

/** An order of resources, by keys. Resources with equal keys count as one. */
export interface ListOrder {
  readonly by: OrderBy
  readonly keyOf: (resource: unknown) => OrderKey
  readonly compare: (a: OrderKey, b: OrderKey) => number
  /** Compares the key of a resource with another key, without allocating the former. */
  readonly compareTo: (resource: unknown, key: OrderKey) => number
}

const textAt = (resource: unknown, name: string): string => {
  const value = ownValue(resource, name)
  return typeof value === 'string' ? value : ''
}

/** The `id` as text, whatever its type in the store: `10` and `'10'` are the same. */
export const idOf = (resource: unknown): string => {
  const id = ownValue(resource, 'id')
  return typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint' ? String(id) : ''
}

/** Earlier than every timestamp, so last when the newest comes first. */
const earliest = { seconds: Number.MIN_SAFE_INTEGER, nanos: 0 }

/** Compares names, ids and scopes, which are at `at` in both keys. */
const compareNames = (a: OrderKey, b: OrderKey, at: number): number =>
  compareCodePoints(String(a[at]), String(b[at])) ||
  compareCodePoints(String(a[at + 1]), String(b[at + 1])) ||
  compareCodePoints(String(a[at + 2]), String(b[at + 2]))

/** The same for a resource and a key, whose name is at `at`. */
const compareNamesTo = (resource: unknown, key: OrderKey, at: number): number =>
  compareCodePoints(textAt(resource, 'name'), String(key[at])) ||
  compareCodePoints(idOf(resource), String(key[at + 1])) ||
  compareCodePoints(scopeOf(resource), String(key[at + 2]))

const byName = {
  keyOf: (resource: unknown): OrderKey => [textAt(resource, 'name'), idOf(resource), scopeOf(resource)],
  compare: (a: OrderKey, b: OrderKey): number => compareNames(a, b, 0),
  compareTo: (resource: unknown, key: OrderKey): number => compareNamesTo(resource, key, 0),
}

/** The time of creation. A Date counts as its text, as in a filter. */
function creationOf(resource: unknown): Instant {
  const text = timestampText(ownValue(resource, 'creationTimestamp')) ?? ''
  const milliseconds = parseFixedTimestamp(text)
  if (milliseconds === undefined) return parseTimestamp(text) ?? earliest
  const seconds = Math.floor(milliseconds / 1000)
  return { seconds, nanos: (milliseconds - seconds * 1000) * 1e6 }
}

const newestFirst = {
  keyOf: (resource: unknown): OrderKey => {
    const { seconds, nanos } = creationOf(resource)
    return [seconds, nanos, textAt(resource, 'name'), idOf(resource), scopeOf(resource)]
  },
  compare: (a: OrderKey, b: OrderKey): number =>
    Number(b[0]) - Number(a[0]) || Number(b[1]) - Number(a[1]) || compareNames(a, b, 2),
  compareTo: (resource: unknown, key: OrderKey): number =>
    compareInstants({ seconds: Number(key[0]), nanos: Number(key[1]) }, creationOf(resource)) ||
    compareNamesTo(resource, key, 2),
}

/** The orders, for sources that are sorted. Text is ordered by code points, timestamps as instants; ties by name. */
export const orders: Readonly<Record<OrderBy, ListOrder>> = {
  name: { by: 'name', ...byName },
  'creationTimestamp desc': { by: 'creationTimestamp desc', ...newestFirst },
}
