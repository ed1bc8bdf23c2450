import type { ResourceOrder } from '../../collection/index.ts'
import { compareCodePoints, ownValue } from '../../values/index.ts'
import { isDeprecated } from '../is-deprecated.ts'
import { idOf, type OrderKey, type ListOrder, orders } from '../order.ts'

/** The place of a resource in its group. Without a key: the place before all resources of the group. */
export interface GroupKey {
  readonly group: string
  readonly key: OrderKey | undefined
}

/** An order of resources by their group, and within a group by another order. */
export interface GroupOrder extends ResourceOrder<GroupKey> {
  readonly groupOf: (resource: unknown) => string
}

const createGroupOrder = (groupOf: (resource: unknown) => string, { keyOf, compare }: ListOrder): GroupOrder => ({
  groupOf,
  keyOf: (resource) => ({ group: groupOf(resource), key: keyOf(resource) }),
  compare: (a, b) =>
    compareCodePoints(a.group, b.group) ||
    (a.key === undefined || b.key === undefined
      ? Number(a.key !== undefined) - Number(b.key !== undefined)
      : compare(a.key, b.key)),
})

/** The resources of an `id`, by name. */
export const byId: GroupOrder = createGroupOrder(idOf, orders.name)

/** The group of the resources of a family that are not deprecated. Never empty, which is the group of all others. */
export const groupOfFamily = (family: string): string => `=${family}`

/** The resources of a family that are not deprecated, newest first. */
export const byFamily: GroupOrder = createGroupOrder((resource) => {
  const family = ownValue(resource, 'family')
  return typeof family === 'string' && !isDeprecated(resource) ? groupOfFamily(family) : ''
}, orders['creationTimestamp desc'])
