import type { RegexEngine } from '../engine.ts'

/**
 * The state that all copies of the library in a process share: the ES module, the CommonJS build, and bundles of
 * either.
 */
export interface SharedRe2 {
  module: WebAssembly.Module | undefined
  engine: RegexEngine | undefined
}

/** The number is raised when the engine's verdicts or its interface change. */
const key = Symbol.for('compute-filter/re2/1')

const own: SharedRe2 = { module: undefined, engine: undefined }

/** If the global object is not extensible, each copy has its own. */
export function sharedRe2(): SharedRe2 {
  const known = (globalThis as { readonly [key]?: SharedRe2 })[key]
  if (known !== undefined) return known
  Reflect.defineProperty(globalThis, key, { value: own, configurable: true })
  return own
}
