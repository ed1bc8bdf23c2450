export * from './comparator.ts'
export * from './nodes.ts'
export * from './span.ts'
export { childrenOf, exceeds, walk, type Visitor } from './walk.ts'
