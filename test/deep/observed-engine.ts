import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createDefaultEngine } from '../../src/regex/default-engine.ts'
import { createHost } from '../../src/regex/host.ts'
import { createRe2Engine } from '../../src/regex/re2-wasm.ts'
import { raiseMemoryLimit } from '../../src/regex/wasm-memory-limit.ts'

const pages = 1024
const binary = readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm'))
const module = new WebAssembly.Module(raiseMemoryLimit(binary, pages))

/** The engines as they are shipped, with their instances in view. */
export function createObservedEngines() {
  let instances = 0
  let memory: WebAssembly.Memory | undefined
  const re2 = createRe2Engine(() => {
    instances++
    memory = new WebAssembly.Memory({ initial: 256, maximum: pages })
    return createHost(module, memory)
  })
  return {
    re2,
    engine: createDefaultEngine(() => re2),
    /** How many instances there have been, and the bytes of the last one. */
    instances: () => instances,
    memory: () => memory?.buffer.byteLength ?? 0,
  }
}

/** Bytes of the JavaScript heap, after all that is forgotten has gone. */
export async function measureHeap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return process.memoryUsage().heapUsed
}
