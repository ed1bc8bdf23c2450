export { ownReaderOf } from './accessors.ts'
export { createMatcher } from './create-matcher.ts'
export { exactValueOf } from './exact-value.ts'
