import { createLargeMap } from '../values/index.ts'
import { orders } from './order.ts'

/**
 * Leaves out resources with the name, the `id` and the scope of an earlier one. A list shows only the first of them.
 *
 * @example createMemoryStore(withoutRepeats(images))
 */
export function withoutRepeats<R>(resources: Iterable<R>): readonly R[] {
  const isRepeat = createRepeatCheck()
  return Array.from(resources).filter((resource) => !isRepeat(resource))
}

/**
 * Makes a function that takes one resource after the other, and returns whether it has the name, the `id` and the scope of an
 * earlier one.
 */
export function createRepeatCheck(): (resource: unknown) => boolean {
  const keys = createLargeMap<string, true>()
  return (resource) => {
    const before = keys.size
    keys.set(JSON.stringify(orders.name.keyOf(resource)), true)
    return keys.size === before
  }
}
