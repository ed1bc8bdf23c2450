import type { Obstacle, RegexEngine } from '../engine.ts'
import { isStackExhausted } from '../stack.ts'
import { checkModule, maxPages } from './compile-binary.ts'
import { readInstalledBinary } from './installed-binary.ts'
import type { SharedRe2 } from './shared-re2.ts'
import { startRe2 } from './start-re2.ts'
import { raiseMemoryLimit } from './wasm-memory-limit.ts'
import { explainMissing, getWebAssembly } from './web-assembly.ts'

/**
 * RE2 from the compiled module that is there, or else from the installed binary.
 *
 * @throws EngineNotLoadedError when the installed binary is missing, or must not be compiled
 */
export const startInstalledRe2 = (shared: SharedRe2): RegexEngine =>
  startRe2((shared.module ??= compileInstalledBinary()))

function compileInstalledBinary(): WebAssembly.Module {
  const { Module } = getWebAssembly()
  const binary = explaining('not-found', readInstalledBinary)
  if (binary === undefined) throw explainMissing()
  return explaining('not-loaded', () => checkModule(new Module(raiseMemoryLimit(binary, maxPages))))
}

/** @throws EngineNotLoadedError whose cause is the error of the work */
function explaining<T>(obstacle: Obstacle, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (isStackExhausted(cause)) throw cause
    throw explainMissing(cause, obstacle)
  }
}
