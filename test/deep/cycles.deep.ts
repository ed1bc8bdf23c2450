import { describe, expect, it } from 'vitest'
import { isFailure } from '../../src/regex/index.ts'
import { createObservedEngines, measureMemory } from './observed-engine.ts'

describe('compiling, matching and freeing', () => {
  it('a million patterns, and rejecting half a million, takes no memory', async () => {
    const { re2, instances, memory } = createObservedEngines()
    let heap = 0
    let wasm = 0
    for (let index = 0; index < 1_000_000; index++) {
      const compiled = re2.compile(`(?P<name>x${String(index)})`)
      if (isFailure(compiled)) throw new Error(compiled.reason)
      if (!compiled.test(`x${String(index)}`)) throw new Error(`no match after ${String(index)} cycles`)
      compiled.free()
      if (index % 2 === 0 && !isFailure(re2.compile(`x${String(index)})`))) throw new Error('accepted')
      if (index % 1000 === 0) await new Promise((resolve) => setImmediate(resolve))
      if (index === 100_000) {
        heap = (await measureMemory()).heap
        wasm = memory()
      }
    }
    const growth = (await measureMemory()).heap - heap
    console.log({ instances: instances(), wasmMiB: memory() / 2 ** 20, heapGrowthMiB: growth / 2 ** 20 })
    expect(instances()).toBe(1)
    expect(memory()).toBe(wasm)
    expect(growth).toBeLessThan(4 * 2 ** 20)
  })
})
