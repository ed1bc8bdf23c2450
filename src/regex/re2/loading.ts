import { createDefaultEngine } from '../default-engine.ts'
import type { RegexEngine } from '../engine.ts'
import { checkModule, compileBinary, compileInstalledBinary, declaredPages, maxPages } from './compile-binary.ts'
import { type EngineSource, isModule, readBytes, type WebAssemblyModule } from './engine-source.ts'
import { createHost, type Host } from './host.ts'
import { createRe2Engine } from './re2-wasm.ts'
import { sharedRe2 } from './shared-re2.ts'
import { getWebAssembly } from './web-assembly.ts'

export type { EngineSource } from './engine-source.ts'

/**
 * RE2 alone, which decides about patterns that are not matched in house. One for the whole process.
 *
 * @throws EngineNotLoadedError when it could not be loaded
 */
export function re2Engine(): RegexEngine {
  const shared = sharedRe2()
  return (shared.engine ??= createRe2FromModule((shared.module ??= compileInstalledBinary())))
}

/** RE2 from a compiled module, which may still have its declared limit when it was compiled elsewhere. */
function createRe2FromModule(module: WebAssembly.Module): RegexEngine {
  const { LinkError, Memory } = getWebAssembly()
  const start = (maximum: number): Host => createHost(module, new Memory({ initial: declaredPages, maximum }))
  return createRe2Engine(() => {
    try {
      return start(maxPages)
    } catch (error) {
      if (error instanceof LinkError) return start(declaredPages)
      throw error
    }
  })
}

let engine: RegexEngine | undefined

/** The engine of calls that name none. */
export const defaultEngine = (): RegexEngine => (engine ??= createDefaultEngine(re2Engine))

/**
 * Loads RE2 for all calls that name no engine. Needed where the library cannot read the binary by itself, that is in
 * browsers and workers; Node needs no call. Once RE2 is loaded, a further call changes nothing.
 *
 * @param source the binary `compute-filter/re2.wasm`, which is that of the package `re2-wasm`: its bytes, its address, a
 *   response with it (or the promise of one, as `fetch` returns), or the compiled module (which may come from another
 *   thread).
 * @returns the compiled module, which may be sent to other threads
 * @throws TypeError when it is anything else or another binary, Error when the address answers with an error status,
 *   EngineNotLoadedError where there is no WebAssembly or nothing may be compiled
 */
export async function loadRegexEngine(source: EngineSource): Promise<WebAssemblyModule> {
  const given: unknown = await source
  getWebAssembly()
  const module = checkModule(isModule(given) ? given : await compileBinary(await readBytes(given)))
  // Two calls may have been under way: the first to arrive here is kept, with all that was compiled since.
  return (sharedRe2().module ??= module)
}
