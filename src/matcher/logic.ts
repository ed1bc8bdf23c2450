import type { ResourceTest } from '../evaluate/index.ts'

/* Up to four tests are called without a loop. */

export function allOf(tests: readonly ResourceTest[]): ResourceTest {
  const [a, b, c, d] = tests
  if (a === undefined) return () => true
  if (b === undefined) return a
  if (c === undefined) return (resource) => a(resource) && b(resource)
  if (d === undefined) return (resource) => a(resource) && b(resource) && c(resource)
  if (tests.length === 4) return (resource) => a(resource) && b(resource) && c(resource) && d(resource)
  return (resource) => tests.every((test) => test(resource))
}

export function anyOf(tests: readonly ResourceTest[]): ResourceTest {
  const [a, b, c, d] = tests
  if (a === undefined) return () => false
  if (b === undefined) return a
  if (c === undefined) return (resource) => a(resource) || b(resource)
  if (d === undefined) return (resource) => a(resource) || b(resource) || c(resource)
  if (tests.length === 4) return (resource) => a(resource) || b(resource) || c(resource) || d(resource)
  return (resource) => tests.some((test) => test(resource))
}
