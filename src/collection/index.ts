export type { Collection, SortedView } from './collection.ts'
export { maxSelections as maxCachedSelections } from './answers.ts'
export { createCollection } from './create-collection.ts'
export type { ResourceOrder } from './resource-order.ts'
