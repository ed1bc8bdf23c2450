import { orders } from './order.ts'

/**
 * The resources without those that have the name and the `id` of an earlier one: a list has only the first of them.
 *
 * @example createMemoryStore(withoutRepeats(images))
 */
export function withoutRepeats<R>(resources: Iterable<R>): readonly R[] {
  const keys = new Set<string>()
  return Array.from(resources).filter((resource) => {
    const key = JSON.stringify(orders.name.keyOf(resource))
    const isFirst = !keys.has(key)
    keys.add(key)
    return isFirst
  })
}
