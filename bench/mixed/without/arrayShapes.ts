/** Paths through arrays are read by the plain evaluator, which copies each array. */
export { plainTestOf as arrayTest } from '../../../src/matcher/plain-test.ts'
