import { describe, expect, it } from 'vitest'
import { imageSchema } from '../../src/index.ts'
import { createFilterCache } from '../../src/list/filter-cache.ts'
import { type Loop, runLoop } from '../regex/pattern-loop.ts'
import { measureMemory } from './observed-engine.ts'

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
    const { heap, external, instances, maxInstanceMB } = runLoop({ ...loop, count, disposes })
    console.log(`${loop.pattern}, ${name}:`, { heap, external, instances, maxInstanceMB })
    expect(heap).toHaveLength(8)
    expect(Math.max(...heap)).toBeLessThan(120)
    expect((heap[7] ?? NaN) - (heap[1] ?? NaN)).toBeLessThan(4)
    expect(external).toBeLessThan(64)
    expect(instances).toBe(expectedInstances)
    expect(maxInstanceMB).toBeLessThan(34)
  })
})

/** Filters of the maximum memory: few long automata, many short ones, many sets. */
const large: readonly (readonly [name: string, filterOf: (index: number) => string])[] = [
  ['five chains', (index) => [0, 1, 2, 3, 4].map((at) => `(name ne ".{960}${String(index)}-${String(at)}")`).join(' ')],
  [
    'twelve chains',
    (index) => Array.from({ length: 12 }, (_, at) => `(name ne ".{400}${String(index)}${String(at)}")`).join(''),
  ],
  ['a chain of copies', (index) => `(name ne ".{1,1000}${String(index)}")`],
  ['many letters', (index) => `(name ne "${scatter(index, 200)}+")`],
  ['more letters, in a long filter', (index) => `(name ne "${scatter(index, 900)}+")`],
]

const scatter = (index: number, length: number): string =>
  String.fromCodePoint(...Array.from({ length }, (_, at) => 0x4e00 + ((index * 7 + at * 3) % 0x5000)))

it.each(large)('the cached filters of a lister take little memory: %s', async (_, filterOf) => {
  const before = await measureMemory()
  const matcherOf = createFilterCache().matchersFor<{ readonly name: string }>({ schema: imageSchema })
  for (let index = 0; index < 420; index++) expect(matcherOf(filterOf(index))({ name: 'debian' })).toBe(true)
  const { heap, external } = await measureMemory()
  const megabytes = (heap + external - before.heap - before.external) / 1e6
  console.log(`${filterOf(0).slice(0, 40)}…: ${megabytes.toFixed(1)} MB`)
  expect(megabytes).toBeLessThan(60)
  // They are still there.
  expect(matcherOf(filterOf(419))({ name: 'debian' })).toBe(true)
})
