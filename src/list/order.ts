import { compareCodePoints, compareInstants, ownValue, parseTimestamp } from '../values/index.ts'

/** The orders that there are (SEMANTICS.md section 9). */
export type OrderBy = 'name' | 'creationTimestamp desc'

/** Where a resource stands in an order: instants as seconds and nanoseconds, texts as they are. */
export type Key = readonly (string | number)[]

/** An order of resources. Those with the same name and the same `id` count as one. */
export interface Order {
  readonly by: OrderBy
  readonly keyOf: (resource: unknown) => Key
  readonly compare: (a: Key, b: Key) => number
}

const textAt = (resource: unknown, name: string): string => {
  const value = ownValue(resource, name)
  return typeof value === 'string' ? value : ''
}

/** Before all others, so last when the newest is first. */
const never = { seconds: Number.MIN_SAFE_INTEGER, nanos: 0 }

const byName = {
  keyOf: (resource: unknown): Key => [textAt(resource, 'name'), textAt(resource, 'id')],
  compare: ([aName, aId]: Key, [bName, bId]: Key): number =>
    compareCodePoints(String(aName), String(bName)) || compareCodePoints(String(aId), String(bId)),
}

const newestFirst = {
  keyOf: (resource: unknown): Key => {
    const { seconds, nanos } = parseTimestamp(textAt(resource, 'creationTimestamp')) ?? never
    return [seconds, nanos, ...byName.keyOf(resource)]
  },
  compare: ([aSeconds, aNanos, ...a]: Key, [bSeconds, bNanos, ...b]: Key): number =>
    compareInstants(
      { seconds: Number(bSeconds), nanos: Number(bNanos) },
      { seconds: Number(aSeconds), nanos: Number(aNanos) },
    ) || byName.compare(a, b),
}

/** The orders, for sources that keep one. Text is ordered by code points, timestamps as instants; ties go by name. */
export const orders: Readonly<Record<OrderBy, Order>> = {
  name: { by: 'name', ...byName },
  'creationTimestamp desc': { by: 'creationTimestamp desc', ...newestFirst },
}
