import { createDefaultEngine } from '../default-engine.ts'
import type { Obstacle, RegexEngine } from '../engine.ts'
import { createHost, type Host, isRe2 } from './host.ts'
import { readInstalledBinary, readLocalFile } from './installed-binary.ts'
import { createRe2Engine } from './re2-wasm.ts'
import { sharedRe2 } from './shared-re2.ts'
import { isStackExhausted } from '../stack.ts'
import { raiseMemoryLimit } from './wasm-memory-limit.ts'
import { explainMissing, getWebAssembly } from './web-assembly.ts'

/** RE2's own budget for a pattern and its automata needs more than the 16 MiB that the binary declares. */
const maximumPages = 1024
const declaredPages = 256

/** RE2 from a compiled binary, which may still have its declared limit when it was compiled elsewhere. */
function createRe2FromModule(module: WebAssembly.Module): RegexEngine {
  const { LinkError, Memory } = getWebAssembly()
  const start = (maximum: number): Host => createHost(module, new Memory({ initial: declaredPages, maximum }))
  return createRe2Engine(() => {
    try {
      return start(maximumPages)
    } catch (error) {
      if (error instanceof LinkError) return start(declaredPages)
      throw error
    }
  })
}

/** @throws EngineMissing when the binary is not there, or may not be compiled */
function compileInstalled(): WebAssembly.Module {
  const { Module } = getWebAssembly()
  const binary = explaining('not-found', readInstalledBinary)
  if (binary === undefined) throw explainMissing()
  return explaining('not-loaded', () => checkRe2(new Module(prepare(binary))))
}

/** @throws EngineMissing with what the work throws as its cause */
function explaining<T>(obstacle: Obstacle, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (isStackExhausted(cause)) throw cause
    throw explainMissing(cause, obstacle)
  }
}

/**
 * RE2 alone, which decides about patterns that are not matched in house. One for the whole process.
 *
 * @throws EngineMissing when it could not be loaded
 */
export function re2Engine(): RegexEngine {
  const shared = sharedRe2()
  return (shared.engine ??= createRe2FromModule((shared.module ??= compileInstalled())))
}

let engine: RegexEngine | undefined

/** The engine of calls that name none. */
export const defaultEngine = (): RegexEngine => (engine ??= createDefaultEngine(re2Engine))

/** `WebAssembly.Module`, or any object where no library of types declares it, as in Node without those of the DOM. */
export type WebAssemblyModule = typeof globalThis extends {
  readonly WebAssembly: { readonly Module: { readonly prototype: infer M } }
}
  ? M
  : object

/** Where RE2's binary `compute-filter/re2.wasm` may come from. */
export type EngineSource =
  | ArrayBuffer
  | ArrayBufferView
  | SharedArrayBuffer
  | Blob
  | URL
  | string
  | Response
  | WebAssemblyModule
  | PromiseLike<Response>

/**
 * Loads RE2 for all calls that name no engine. Needed where the library cannot read the binary by itself, that is in
 * browsers and workers; Node needs no call. Once RE2 is loaded, a further call changes nothing.
 *
 * @param source the binary `compute-filter/re2.wasm`, which is that of the package `re2-wasm`: its bytes, its address, a
 *   response with it (or the promise of one, as `fetch` returns), or the compiled module (which may come from another
 *   thread).
 * @returns the compiled module, which may be sent to other threads
 * @throws TypeError when it is anything else or another binary, Error when the address answers with an error status,
 *   EngineMissing where there is no WebAssembly or nothing may be compiled
 */
export async function loadRegexEngine(source: EngineSource): Promise<WebAssemblyModule> {
  const given = await source
  getWebAssembly()
  const module = isModule(given) ? given : await compileBytes(await bytesOf(given))
  checkRe2(module)
  // Two calls may have been under way: the first to arrive here is kept, with all that was compiled since.
  return (sharedRe2().module ??= module)
}

async function compileBytes(bytes: Uint8Array): Promise<WebAssembly.Module> {
  try {
    return await getWebAssembly().compile(prepare(bytes))
  } catch (cause) {
    const missing = explainMissing(cause)
    throw missing.obstacle === 'compiling-forbidden' ? missing : cause
  }
}

function checkRe2(module: WebAssembly.Module): WebAssembly.Module {
  if (!isRe2(module)) throw new TypeError('this is not the binary of re2-wasm')
  return module
}

const prepare = (binary: Uint8Array): Uint8Array<ArrayBuffer> => raiseMemoryLimit(binary, maximumPages)

/** What an object is, in any realm: `Response`. */
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice('[object '.length, -1)

const isModule = (value: unknown): value is WebAssembly.Module => kindOf(value) === 'WebAssembly.Module'

async function bytesOf(source: unknown): Promise<Uint8Array> {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
  switch (kindOf(source)) {
    case 'ArrayBuffer':
    case 'SharedArrayBuffer':
      return new Uint8Array(source as ArrayBuffer)
    case 'Blob':
    case 'File':
      return new Uint8Array(await (source as Blob).arrayBuffer())
    case 'Response':
      return bytesOfResponse(source as Response)
    case 'String':
    case 'URL':
      return bytesAt(String(source))
    default:
      throw new TypeError(
        `RE2 is loaded from bytes, an address, a response or a compiled module, not from ${source === null ? 'null' : kindOf(source)}`,
      )
  }
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const file = /^file:/i.test(address) ? readLocalFile(address) : undefined
  return file ?? bytesOfResponse(await fetch(address))
}

async function bytesOfResponse(response: Response): Promise<Uint8Array> {
  if (!response.ok) {
    throw new Error(`the regular-expression engine was not found: HTTP status ${String(response.status)}`)
  }
  return new Uint8Array(await response.arrayBuffer())
}
