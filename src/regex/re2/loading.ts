import { createDefaultEngine } from '../default-engine.ts'
import type { RegexEngine } from '../engine.ts'
import { checkModule, compileBinary } from './compile-binary.ts'
import { type EngineSource, isModule, readBytes, type WebAssemblyModule } from './engine-source.ts'
import { startInstalledRe2 } from './installed-re2.ts'
import { sharedRe2 } from './shared-re2.ts'
import { startRe2 } from './start-re2.ts'
import { getWebAssembly } from './web-assembly.ts'

export type { EngineSource } from './engine-source.ts'

/**
 * RE2 itself, for patterns that are not matched in JavaScript. One engine for the whole process.
 *
 * @throws EngineNotLoadedError when it could not be loaded
 */
export function re2Engine(): RegexEngine {
  const shared = sharedRe2()
  return (shared.engine ??= startInstalledRe2(shared))
}

let engine: RegexEngine | undefined

/** The engine of calls without the option `regexEngine`. */
export const defaultEngine = (): RegexEngine => (engine ??= createDefaultEngine(re2Engine))

/**
 * Loads RE2 for all calls without the option `regexEngine`. Needed where the library cannot read the binary by itself,
 * that is in browsers and workers; Node needs no call. Once RE2 is loaded, a further call changes nothing.
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
  // Two calls may run at once. The engine of the first to arrive is kept, with its compiled patterns. It is started here,
  // since only this function can start one in a bundle for browsers.
  const shared = sharedRe2()
  shared.module ??= module
  shared.engine ??= startRe2(shared.module)
  return shared.module
}
