import { isRe2 } from './host.ts'
import { raiseMemoryLimit } from './wasm-memory-limit.ts'
import { explainMissing, getWebAssembly } from './web-assembly.ts'

/** The memory that the binary declares, minimum and maximum, in pages of 64 KiB: 16 MiB. */
export const declaredPages = 256
/** 64 MiB: RE2's own budget for one pattern and its automata needs more than what the binary declares. */
export const maxPages = 1024

/** @throws EngineNotLoadedError when nothing may be compiled, CompileError when the bytes are not a binary */
export async function compileBinary(bytes: Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await getWebAssembly().compile(raiseMemoryLimit(bytes, maxPages))
  } catch (cause) {
    const missing = explainMissing(cause)
    throw missing.obstacle === 'compiling-forbidden' ? missing : cause
  }
}

/** Returns the module. @throws TypeError when it is not RE2 */
export function checkModule(module: WebAssembly.Module): WebAssembly.Module {
  if (!isRe2(module)) throw new TypeError('this is not the binary of re2-wasm')
  return module
}
