/*
 * Where there is a file system, RE2's binary is read from its package. Nothing is imported for that, so that a bundle
 * for browsers has nothing to leave out.
 */

interface FileSystem {
  readFileSync(path: string): Uint8Array
}

interface Modules {
  createRequire(from: string): { resolve(id: string): string }
}

interface Process {
  getBuiltinModule?(name: 'fs'): FileSystem
  getBuiltinModule?(name: 'module'): Modules
}

const binary = 're2-wasm/build/wasm/re2.wasm'

/** The binary as it is installed; undefined where no module of Node's is to be had, as in browsers. */
export function readInstalledBinary(): Uint8Array | undefined {
  const { process } = globalThis as { readonly process?: Process }
  const files = process?.getBuiltinModule?.('fs')
  const modules = process?.getBuiltinModule?.('module')
  return files && modules && files.readFileSync(modules.createRequire(import.meta.url).resolve(binary))
}
