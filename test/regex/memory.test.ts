import { expect, it } from 'vitest'
import { runLoop } from './pattern-loop.ts'

it.each([
  ['and disposes of each', true],
  ['and disposes of none', false],
])('a loop that has RE2 match ever new patterns %s takes no memory', (_, disposes) => {
  const { heap, instances, largestInstance } = runLoop({
    count: 20_000,
    pattern: String.raw`\C*-#`,
    name: 'debian-#',
    disposes,
  })
  expect(instances).toBe(1)
  // 16 MiB, with which it began.
  expect(largestInstance).toBeLessThan(17)
  expect((heap[7] ?? NaN) - (heap[1] ?? NaN)).toBeLessThan(1)
})
