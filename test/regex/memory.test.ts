import { describe, expect, it } from 'vitest'
import { type Loop, runLoop } from './pattern-loop.ts'

/** A pattern for each way of matching, and how many instances of RE2 it takes. */
const ways: readonly (readonly [way: string, loop: Pick<Loop, 'pattern' | 'name'>, instances: number])[] = [
  ['by RE2', { pattern: String.raw`\C*-#`, name: 'debian-#' }, 1],
  ['in house', { pattern: 'd[a-z]+-#-(x|y)+.*', name: 'debian-#-x' }, 0],
]

describe.each(ways)('a loop over ever new patterns that are matched %s', (_, loop, expectedInstances) => {
  it.each([
    ['are disposed of', true],
    ['are not disposed of', false],
  ])('takes no memory when the Matchers %s', (_, disposes) => {
    const { heap, instances, maxInstanceMB } = runLoop({ ...loop, count: 20_000, disposes })
    expect(instances).toBe(expectedInstances)
    // 16 MiB, with which an instance begins.
    expect(maxInstanceMB).toBeLessThan(17)
    expect((heap[7] ?? NaN) - (heap[1] ?? NaN)).toBeLessThan(1)
  })
})
