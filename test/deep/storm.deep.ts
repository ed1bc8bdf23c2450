import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../src/limits.ts'
import { createPatterns, isFailure, type Pattern } from '../../src/regex/index.ts'
import { anyPattern } from '../regex/patterns.ts'
import { createObservedEngines, measureHeap } from './observed-engine.ts'

const patternCount = 100_000

/** Each is made to be dear: to compile, to match, or in memory. `#` makes it a pattern that was not seen before. */
const killers = [
  '.*a#.{20}c?',
  '.*(a.{40}|b.{39}).*c#',
  '(\\pL{1,100}){1,10}#',
  '((a{1,30}){1,30}){1,30}#',
  '(?i)(.*k#.*s.*){3}',
  '((((a#*)*)*)*)*b',
  '(a|aa|aaa)*#(b|bb)*c',
  '[^a]{300}#',
  '(?i)[a-z\\x{100}-\\x{10000}]{20}#',
]
const dearText = 'ab'.repeat(8192)

const honest: readonly (readonly [pattern: string, matching: string, other: string])[] = [
  ['(?i)debian-\\d+', 'Debian-12', 'Debian-'],
  ['\\pL+', 'été', '12'],
  ['(?s)a.b', 'a\nb', 'ab'],
  ['debian-.*', 'debian-12', 'ubuntu'],
  ['[a-z]+(-[a-z]+)*-\\d{1,2}', 'debian-gnu-12', 'debian-gnu'],
]

describe('a storm of patterns', () => {
  it('harms no honest one, takes no memory, and no step of it takes 100 ms', async () => {
    const { engine, instances, memory } = createObservedEngines()
    const kept = honest.map(([pattern, ...texts]) => {
      const compiled = createPatterns(() => engine, defaultLimits).compile(pattern)
      if (isFailure(compiled)) throw new Error(compiled.reason)
      return { compiled, texts }
    })
    const random = fc.sample(anyPattern, patternCount / 4)
    let accepted = 0
    let slowest = { milliseconds: 0, pattern: '' }

    /** Times the first attempt, and where that is the slowest so far, some more. */
    function timed<T>(pattern: string, run: (attempt: number) => T): T {
      const started = performance.now()
      const result = run(0)
      const milliseconds = performance.now() - started
      if (milliseconds > slowest.milliseconds) {
        const least = fastest(run, milliseconds)
        if (least > slowest.milliseconds) slowest = { milliseconds: least, pattern }
      }
      return result
    }

    function attack(index: number): void {
      const pattern = patternOf(index, random)
      const patterns = createPatterns(() => engine, defaultLimits)
      // Another attempt takes another pattern, since this one is remembered.
      const compiled: Pattern | object = timed(pattern, (attempt) =>
        patterns.compile(attempt === 0 ? pattern : `${pattern}|${String(attempt)}`),
      )
      if (isFailure(compiled)) return
      accepted++
      const { longestText, test } = compiled as Pattern
      timed(pattern, () => test(dearText.slice(0, Math.min(longestText, dearText.length))))
      // Some are never given back: they are found when they are forgotten.
      if (index % 10 !== 0) patterns.free()
    }

    let heap = 0
    for (let index = 0; index < patternCount; index++) {
      attack(index)
      if (index % 100 === 0) {
        for (const { compiled, texts } of kept) expect(texts.map(compiled.test)).toEqual([true, false])
        await new Promise((resolve) => setImmediate(resolve))
      }
      if (index === patternCount / 4) heap = await measureHeap()
    }
    const growth = (await measureHeap()) - heap
    console.log({
      accepted,
      instances: instances(),
      wasmMiB: memory() / 2 ** 20,
      heapGrowthMiB: growth / 2 ** 20,
      slowest,
    })

    expect(accepted).toBeGreaterThan(patternCount / 3)
    expect(growth).toBeLessThan(8 * 2 ** 20)
    expect(memory()).toBeLessThanOrEqual(64 * 2 ** 20)
    expect(slowest.milliseconds).toBeLessThan(100)
  })
})

/** Whatever else the machine does may have been in the way: the least of some runs. */
function fastest(run: (attempt: number) => unknown, first: number): number {
  let least = first
  for (let attempt = 1; attempt <= 3; attempt++) {
    const started = performance.now()
    run(attempt)
    least = Math.min(least, performance.now() - started)
  }
  return least
}

function patternOf(index: number, random: readonly string[]): string {
  const number = String(index)
  if (index % 50 === 0) return (killers[(index / 50) % killers.length] ?? '').replace('#', number)
  switch (index % 4) {
    case 0:
      return random[index / 4] ?? ''
    case 1:
      return `(?i)name-${number}`
    case 2:
      return `[a-z]+(-[a-z]+)*-${number}.*`
    default:
      return `(?s)[^x]+${number}.*`
  }
}
