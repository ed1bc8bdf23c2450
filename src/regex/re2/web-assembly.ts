import { EngineNotLoadedError, type Obstacle } from '../engine.ts'
import { isStackExhausted } from '../stack.ts'

/** The binary of an empty module. */
const emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

/** WebAssembly; undefined where it is switched off: `node --jitless`, hardened browsers. */
export const findWebAssembly = (): typeof WebAssembly | undefined =>
  (globalThis as { readonly WebAssembly?: typeof WebAssembly }).WebAssembly

/** @throws EngineNotLoadedError where there is no WebAssembly */
export function getWebAssembly(): typeof WebAssembly {
  const found = findWebAssembly()
  if (found === undefined) throw new EngineNotLoadedError({ obstacle: 'no-webassembly' })
  return found
}

let mayCompile: boolean | undefined

/**
 * Why RE2 could not be loaded. Tries to compile at most once, since a page's policy reports each attempt.
 *
 * @param otherwise the obstacle where compiling is allowed
 */
export function explainMissing(cause?: unknown, otherwise: Obstacle = 'not-loaded'): EngineNotLoadedError {
  mayCompile ??= tryToCompile()
  const obstacle = mayCompile ? otherwise : 'compiling-forbidden'
  return new EngineNotLoadedError(cause === undefined ? { obstacle } : { obstacle, cause })
}

function tryToCompile(): boolean {
  const { Module } = getWebAssembly()
  try {
    return new Module(emptyModule) instanceof Module
  } catch (error) {
    if (isStackExhausted(error)) throw error
    return false
  }
}
