import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createDefaultEngine } from '../../src/regex/default-engine.ts'
import { createHost } from '../../src/regex/re2/host.ts'
import { createRe2Engine } from '../../src/regex/re2/re2-wasm.ts'
import { raiseMemoryLimit } from '../../src/regex/re2/wasm-memory-limit.ts'

const shippedPages = 1024
const binary = readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm'))
const module = new WebAssembly.Module(raiseMemoryLimit(binary, shippedPages))

/**
 * The shipped engines, with access to their instances.
 *
 * @param pages the maximum memory of an instance, in pages of 64 KiB
 */
export function createObservedEngines(pages = shippedPages) {
  const observed = pages === shippedPages ? module : new WebAssembly.Module(raiseMemoryLimit(binary, pages))
  let instances = 0
  let memory: WebAssembly.Memory | undefined
  let matches = 0
  const re2 = createRe2Engine(() => {
    instances++
    memory = new WebAssembly.Memory({ initial: 256, maximum: pages })
    const host = createHost(observed, memory)
    return {
      ...host,
      matchesAtStart: (handle, text) => {
        matches++
        return host.matchesAtStart(handle, text)
      },
    }
  })
  return {
    re2,
    engine: createDefaultEngine(() => re2),
    /** How many instances there have been, and the bytes of the last one. */
    instances: () => instances,
    memory: () => memory?.buffer.byteLength ?? 0,
    /** How many texts RE2 was asked about. */
    matches: () => matches,
  }
}

export interface Memory {
  /** Bytes of the JavaScript heap. */
  readonly heap: number
  /** Bytes outside of it: tables of automata, memories of instances. */
  readonly external: number
}

/** The memory in use after garbage collection. */
export async function measureMemory(): Promise<Memory> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const { heapUsed, external } = process.memoryUsage()
  // `external` has the array buffers in it.
  return { heap: heapUsed, external }
}
