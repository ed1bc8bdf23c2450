export { isDefault, textOf } from './comparisons.ts'
export type { Condition, OrderComparator, TestOf, ValueTest } from './condition.ts'
export { keyOf, keyOfPath } from './condition-key.ts'
export { isCheap, type Plan, type PlannedCondition, planFilter } from './plan.ts'
