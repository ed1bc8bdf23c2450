import { createLargeMap } from '../values/index.ts'
import { orders } from './order.ts'

/**
 * The resources without those that have the name and the `id` of an earlier one: a list has only the first of them.
 *
 * @example createMemoryStore(withoutRepeats(images))
 */
export function withoutRepeats<R>(resources: Iterable<R>): readonly R[] {
  const isRepeat = createRepeatCheck()
  return Array.from(resources).filter((resource) => !isRepeat(resource))
}

/**
 * Makes a function that is shown resources, one after the other, and tells whether one has the name and the `id` of an
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
