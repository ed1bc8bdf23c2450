import { readLocalFile } from './installed-binary.ts'

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

/** The class name of an object, in any realm: `Response`. */
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice('[object '.length, -1)

export const isModule = (value: unknown): value is WebAssembly.Module => kindOf(value) === 'WebAssembly.Module'

/**
 * The bytes of a source other than a module.
 *
 * @throws TypeError when it is not a source, Error when its address answers with an error status
 */
export async function readBytes(source: unknown): Promise<Uint8Array> {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
  switch (kindOf(source)) {
    case 'ArrayBuffer':
    case 'SharedArrayBuffer':
      return new Uint8Array(source as ArrayBuffer)
    case 'Blob':
    case 'File':
      return new Uint8Array(await (source as Blob).arrayBuffer())
    case 'Response':
      return readResponse(source as Response)
    case 'String':
    case 'URL':
      return readAddress(String(source))
    default:
      throw new TypeError(
        `RE2 can be loaded from bytes, an address, a response or a compiled module, not from ${source === null ? 'null' : kindOf(source)}`,
      )
  }
}

async function readAddress(address: string): Promise<Uint8Array> {
  const file = /^file:/i.test(address) ? readLocalFile(address) : undefined
  return file ?? readResponse(await fetch(address))
}

async function readResponse(response: Response): Promise<Uint8Array> {
  if (!response.ok) {
    throw new Error(`the regular-expression engine was not found: HTTP status ${String(response.status)}`)
  }
  return new Uint8Array(await response.arrayBuffer())
}
