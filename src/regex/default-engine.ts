import QuickLRU from 'quick-lru'
import type { CompiledPattern, RegexEngine } from './engine.ts'
import { createHost, type Host, isRe2 } from './host.ts'
import { matchInHouse } from './in-house.ts'
import { readInstalledBinary } from './installed-binary.ts'
import { createRe2Engine } from './re2-wasm.ts'
import { raiseMemoryLimit } from './wasm-memory-limit.ts'

const mostPatterns = 128

/** Patterns that allow it are matched in house; RE2 is asked about all others, and loaded only for them. */
export function createDefaultEngine(re2: () => RegexEngine): RegexEngine {
  const inHouse = new QuickLRU<string, CompiledPattern>({ maxSize: mostPatterns })
  return {
    compile(pattern) {
      const own = inHouse.get(pattern) ?? matchInHouse(pattern)
      if (own === undefined) return re2().compile(pattern)
      inHouse.set(pattern, own)
      return own
    },
  }
}

/** RE2's own budget for a pattern and its automata needs more than the 16 MiB that the binary declares. */
const maximumPages = 1024
const declaredPages = 256

/** RE2 from a compiled binary, which may still have its declared limit when it was compiled elsewhere. */
export function createRe2FromModule(module: () => WebAssemblyModule): RegexEngine {
  return createRe2Engine((): Host => {
    try {
      return createHost(module(), maximumPages)
    } catch (error) {
      if (error instanceof WebAssembly.LinkError) return createHost(module(), declaredPages)
      throw error
    }
  })
}

let loaded: WebAssembly.Module | undefined
let engine: RegexEngine | undefined
let re2: RegexEngine | undefined

function loadedModule(): WebAssembly.Module {
  return (loaded ??= new WebAssembly.Module(prepare(readInstalledBinary())))
}

/** RE2 alone, which decides about patterns that are not matched in house. One for the whole process. */
export const re2Engine = (): RegexEngine => (re2 ??= createRe2FromModule(loadedModule))

/** The engine of calls that name none. One for the whole process. */
export const defaultEngine = (): RegexEngine => (engine ??= createDefaultEngine(re2Engine))

/** `WebAssembly.Module`, or any object where no library of types declares it, as in Node without those of the DOM. */
export type WebAssemblyModule = typeof globalThis extends {
  readonly WebAssembly: { readonly Module: { readonly prototype: infer M } }
}
  ? M
  : object

/**
 * Loads RE2 for all calls that name no engine. Needed where the library cannot read the binary by itself, that is in
 * browsers and workers; Node needs no call.
 *
 * @param source the binary `re2-wasm/build/wasm/re2.wasm`: its bytes, its address, a response with it, or the
 *   compiled module (which may come from another thread).
 * @returns the compiled module, which may be sent to other threads
 * @throws TypeError when it is another binary, Error when the address answers with an error status
 */
export async function loadRegexEngine(
  source: Uint8Array | ArrayBuffer | URL | string | Response | WebAssemblyModule,
): Promise<WebAssemblyModule> {
  const module =
    source instanceof WebAssembly.Module ? source : await WebAssembly.compile(prepare(await bytesOf(source)))
  if (!isRe2(module)) throw new TypeError('this is not the binary of re2-wasm')
  loaded = module
  re2 = undefined
  engine = undefined
  return loaded
}

const prepare = (binary: Uint8Array): Uint8Array<ArrayBuffer> => raiseMemoryLimit(binary, maximumPages)

async function bytesOf(source: Uint8Array | ArrayBuffer | URL | string | Response): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source
  if (source instanceof ArrayBuffer) return new Uint8Array(source)
  const response = source instanceof Response ? source : await fetch(source)
  if (!response.ok)
    throw new Error(`the regular-expression engine was not found: HTTP status ${String(response.status)}`)
  return new Uint8Array(await response.arrayBuffer())
}
