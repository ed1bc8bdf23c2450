export { compareCodePoints } from './code-points.ts'
export { isObject, ownNames, ownValue } from './own.ts'
export { type Scalar, scalars, type ScalarValues } from './scalar.ts'
export { compileWildcard } from './wildcard.ts'
