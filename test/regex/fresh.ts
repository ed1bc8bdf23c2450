import { vi } from 'vitest'

/** The library before anything has been loaded. */
export const fresh = async () => {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, Symbol.for('compute-filter/re2/1'))
  return import('../../src/index.ts')
}
