interface Files {
  readonly process?: { getBuiltinModule?(name: 'fs'): { readFileSync(path: URL): Uint8Array } }
}

/** The bytes of a `file:` address; undefined where Node's modules are not available. */
export const readLocalFile = (address: string): Uint8Array | undefined =>
  (globalThis as Files).process?.getBuiltinModule?.('fs').readFileSync(new URL(address))
