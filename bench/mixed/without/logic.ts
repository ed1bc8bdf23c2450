import type { ResourceTest } from '../../../src/evaluate/index.ts'

/** Each AND and OR is a loop. */
export const allOf =
  (tests: readonly ResourceTest[]): ResourceTest =>
  (resource) =>
    tests.every((test) => test(resource))
export const anyOf =
  (tests: readonly ResourceTest[]): ResourceTest =>
  (resource) =>
    tests.some((test) => test(resource))
