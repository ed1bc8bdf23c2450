import type { RegexEngine } from './engine.ts'
import { createRe2Engine, prepareBinary } from './re2-wasm.ts'

let engine: RegexEngine | undefined

/** Says where the binary is read from when no engine has been loaded; Node's entry point does. */
export function setBinarySource(read: () => Uint8Array): void {
  engine ??= createRe2Engine(() => new WebAssembly.Module(prepareBinary(read())))
}

/** The engine of calls that name none. */
export function defaultEngine(): RegexEngine {
  if (engine === undefined) {
    throw new Error('no regular-expression engine is loaded: await loadRegexEngine(…) first, or pass `regexEngine`')
  }
  return engine
}

/**
 * Loads RE2 for all calls that name no engine. Needed where the library cannot read the binary by itself, that is in
 * browsers and workers; Node needs no call.
 *
 * @param source the binary `re2-wasm/build/wasm/re2.wasm`: its bytes, its address, a response with it, or the
 *   compiled module (which may come from another thread).
 */
export async function loadRegexEngine(
  source: Uint8Array | ArrayBuffer | URL | string | Response | WebAssembly.Module,
): Promise<RegexEngine> {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(await bytesOf(source))
  engine = createRe2Engine(() => module)
  return engine
}

async function bytesOf(source: Uint8Array | ArrayBuffer | URL | string | Response): Promise<Uint8Array<ArrayBuffer>> {
  if (source instanceof Uint8Array) return prepareBinary(source)
  if (source instanceof ArrayBuffer) return prepareBinary(new Uint8Array(source))
  const response = source instanceof Response ? source : await fetch(source)
  if (!response.ok)
    throw new Error(`the regular-expression engine was not found: HTTP status ${String(response.status)}`)
  return prepareBinary(new Uint8Array(await response.arrayBuffer()))
}
