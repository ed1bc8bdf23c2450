/*
 * Reads RE2's binary where there is a file system. Node's modules are not imported, since other runtimes lack them.
 * Other files of the library are not imported either: when built, this is a separate file, beside the binary.
 */

interface FileSystem {
  readFileSync(path: string | URL): Uint8Array
}

interface Modules {
  createRequire(from: URL): { resolve(id: string): string }
}

interface Addresses {
  pathToFileURL(path: string): URL
}

interface Process {
  readonly argv: readonly string[]
  cwd(): string
  getBuiltinModule?(name: 'fs'): FileSystem
  getBuiltinModule?(name: 'module'): Modules
  getBuiltinModule?(name: 'url'): Addresses
}

interface Node {
  readonly process: Process
  readonly files: FileSystem
  readonly modules: Modules
  readonly addresses: Addresses
}

const runningProcess = (): Process | undefined => (globalThis as { readonly process?: Process }).process

function findNode(): Node | undefined {
  const process = runningProcess()
  const files = process?.getBuiltinModule?.('fs')
  const modules = process?.getBuiltinModule?.('module')
  const addresses = process?.getBuiltinModule?.('url')
  if (process === undefined || !files || !modules || !addresses) return undefined
  return { process, files, modules, addresses }
}

/**
 * Where the binary may be, the likeliest place first. The first two are literal, since bundlers and tracers look for
 * these forms: of the two, an ES module has one and a CommonJS module the other. A bundle may have neither; then the
 * binary is beside the program, or the package is installed there.
 */
const places: readonly ((node: Node) => URL)[] = [
  () => new URL('./re2.wasm', import.meta.url),
  ({ addresses }) => addresses.pathToFileURL(`${__dirname}/re2.wasm`),
  ({ addresses, process }) => new URL('re2.wasm', addresses.pathToFileURL(process.argv[1] ?? '')),
  ({ addresses, process }) => addresses.pathToFileURL(`${process.cwd()}/re2.wasm`),
]

/** The binary as a file of a package, which is resolved from each of these places. */
const packaged = ['compute-filter/re2.wasm', 're2-wasm/build/wasm/re2.wasm']

const waysToFind: readonly ((node: Node) => URL | string)[] = places.flatMap((place) => [
  place,
  ...packaged.map((id) => (node: Node) => node.modules.createRequire(place(node)).resolve(id)),
])

/**
 * RE2's binary; undefined where Node's modules are not available, as in browsers.
 *
 * @throws Error that lists the places when the binary is in none of them; its `cause` is the error for the first
 */
export function readInstalledBinary(): Uint8Array | undefined {
  const node = findNode()
  if (node === undefined) return undefined
  const errors: unknown[] = []
  for (const find of waysToFind) {
    try {
      return node.files.readFileSync(find(node))
    } catch (error) {
      if (error instanceof RangeError) throw error // The caller has used up the stack.
      errors.push(error)
    }
  }
  const addresses = new Set(places.flatMap((place) => addressOf(place, node)))
  throw new Error(`RE2 was found neither in an installed package nor at ${[...addresses].join(', ')}`, {
    cause: errors[0],
  })
}

function addressOf(place: (node: Node) => URL, node: Node): readonly string[] {
  try {
    return [place(node).href]
  } catch {
    return []
  }
}

/** The bytes of a `file:` address; undefined where Node's modules are not available. */
export const readLocalFile = (address: string): Uint8Array | undefined =>
  runningProcess()?.getBuiltinModule?.('fs').readFileSync(new URL(address))
