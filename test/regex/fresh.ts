import { vi } from 'vitest'

/** The library as it is when nothing has been loaded. */
export const fresh = async () => {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, Symbol.for('compute-filter/re2/1'))
  return import('../../src/index.ts')
}
