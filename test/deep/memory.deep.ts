import { describe, expect, it } from 'vitest'
import { type Loop, runLoop } from '../regex/pattern-loop.ts'

const count = Number(process.env.PATTERNS ?? 400_000)

/** A pattern for each way of matching, how many instances of RE2 it takes, and a name that matches. */
const ways: readonly (readonly [way: string, loop: Pick<Loop, 'pattern' | 'name'>, instances: number])[] = [
  ['by RE2', { pattern: String.raw`\C*-#`, name: 'debian-#' }, 1],
  ['in house', { pattern: 'd[a-z]+-#-(x|y)+.*', name: 'debian-#-x' }, 0],
]

describe.each(ways)(`${String(count)} patterns that are matched %s, in one task`, (_, loop, expectedInstances) => {
  it.each([
    ['and disposed of', true],
    ['and not disposed of', false],
  ])('%s take no memory', (name, disposes) => {
    const { heap, external, instances, largestInstance } = runLoop({ ...loop, count, disposes })
    console.log(`${loop.pattern}, ${name}:`, { heap, external, instances, largestInstance })
    expect(heap).toHaveLength(8)
    expect(Math.max(...heap)).toBeLessThan(120)
    expect((heap[7] ?? NaN) - (heap[1] ?? NaN)).toBeLessThan(4)
    expect(external).toBeLessThan(64)
    expect(instances).toBe(expectedInstances)
    expect(largestInstance).toBeLessThan(34)
  })
})
