import { EngineMissing } from './engine.ts'

/*
 * Where there is a file system, RE2's binary is read from its package. Nothing is imported for that, so that a bundle
 * for browsers has nothing to leave out.
 */

interface FileSystem {
  readFileSync(path: string | URL): Uint8Array
}

interface Modules {
  createRequire(from: string): { resolve(id: string): string }
}

interface Process {
  getBuiltinModule?(name: 'fs'): FileSystem
  getBuiltinModule?(name: 'module'): Modules
}

const binary = 're2-wasm/build/wasm/re2.wasm'

const process = (): Process | undefined => (globalThis as { readonly process?: Process }).process

/** @throws EngineMissing where Node's modules are not available, as in browsers, or the package is not found */
export function readInstalledBinary(): Uint8Array {
  const files = process()?.getBuiltinModule?.('fs')
  const modules = process()?.getBuiltinModule?.('module')
  if (files === undefined || modules === undefined) throw new EngineMissing()
  try {
    return files.readFileSync(modules.createRequire(import.meta.url).resolve(binary))
  } catch (cause) {
    throw new EngineMissing({ cause })
  }
}

/** The bytes of a `file:` address; undefined where Node's modules are not available. */
export const readLocalFile = (address: string): Uint8Array | undefined =>
  process()?.getBuiltinModule?.('fs').readFileSync(new URL(address))
