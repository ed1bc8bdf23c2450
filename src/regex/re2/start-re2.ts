import type { RegexEngine } from '../engine.ts'
import { declaredPages, maxPages } from './compile-binary.ts'
import { createHost, type Host } from './host.ts'
import { createRe2Engine } from './re2-wasm.ts'
import { getWebAssembly } from './web-assembly.ts'

/** RE2 from a compiled module. A module compiled elsewhere may still declare the smaller memory limit. */
export const startRe2 = (module: WebAssembly.Module): RegexEngine =>
  createRe2Engine(() => {
    const { LinkError, Memory } = getWebAssembly()
    const start = (maximum: number): Host => createHost(module, new Memory({ initial: declaredPages, maximum }))
    try {
      return start(maxPages)
    } catch (error) {
      if (error instanceof LinkError) return start(declaredPages)
      throw error
    }
  })
