export { type Collection, createCollection, type Part } from './collection.ts'
export type { ResourceOrder } from './ordering.ts'
