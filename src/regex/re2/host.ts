import { EngineFault } from './faults.ts'
import { isStackExhausted } from '../stack.ts'
import { getTextCoding } from './text-coding.ts'

/*
 * Runs re2-wasm's binary without its JavaScript: no eval, no file system, nothing global. The binary registers its one
 * class, a wrapper around RE2, through Emscripten's embind; the addresses of what we call are read from these
 * registrations. Of a match only the index comes back, as the last number that it hands to `_emval_take_value`.
 */

/** A compiled pattern in the instance's memory. */
export interface Handle {
  readonly smartPointer: number
  readonly object: number
}

export interface Host {
  /** RE2's words when it rejects the pattern. Throws EngineFault. */
  compile(pattern: string): Handle | string
  /** Whether the pattern matches from the first character of the text on. Throws EngineFault. */
  matchesAtStart(handle: Handle, text: string): boolean
  free(handle: Handle): void
}

interface Exports {
  readonly malloc: (size: number) => number
  readonly free: (address: number) => void
  readonly __indirect_function_table: WebAssembly.Table
  readonly __wasm_call_ctors: () => void
}

interface Method {
  readonly invoker: number
  readonly context: number
}

interface Registrations {
  classType: number
  stringType: number
  emvalType: number
  constructor: Method | undefined
  smartPointer: { readonly pointee: number; readonly destructor: number } | undefined
  readonly methods: Map<string, Method>
}

const pageSize = 65_536
const wrapperClass = 'WrappedRE2'
const stringClass = 'std::string'
/** No index: neither a position nor embind's "no match". */
const unanswered = -2

/** Whether a module is the binary that this host runs, as far as its exports tell. */
export function isRe2(module: WebAssembly.Module): boolean {
  const names = new Set(WebAssembly.Module.exports(module).map(({ name }) => name))
  return ['malloc', 'free', '__indirect_function_table', '__wasm_call_ctors'].every((name) => names.has(name))
}

/**
 * Starts an instance.
 *
 * @param memory of at least as many pages as the binary declares, for this instance alone; the instance takes no more
 *   than its maximum
 * @throws Error when the binary is another one; LinkError when it does not take the memory
 */
export function createHost(module: WebAssembly.Module, memory: WebAssembly.Memory): Host {
  let bytes = new Uint8Array(memory.buffer)
  let words = new Int32Array(memory.buffer)
  let lastNumber = unanswered

  const registered: Registrations = {
    classType: 0,
    stringType: 0,
    emvalType: 0,
    constructor: undefined,
    smartPointer: undefined,
    methods: new Map(),
  }

  const word = (address: number): number => words[address >> 2] ?? 0
  const readName = (address: number): string => {
    const end = bytes.indexOf(0, address)
    return String.fromCharCode(...bytes.subarray(address, end))
  }
  const fail = (reason: string): never => {
    throw new EngineFault(reason)
  }
  const grow = (size: number): number => {
    const wanted = Math.ceil(((size >>> 0) - memory.buffer.byteLength) / pageSize)
    const generous = Math.ceil(memory.buffer.byteLength / pageSize / 4)
    if (!growBy(Math.max(wanted, generous)) && !growBy(wanted)) return 0
    bytes = new Uint8Array(memory.buffer)
    words = new Int32Array(memory.buffer)
    return 1
  }
  const growBy = (pages: number): boolean => {
    try {
      memory.grow(pages)
      return true
    } catch (error) {
      if (isStackExhausted(error)) throw error
      return false
    }
  }

  const imports: WebAssembly.ModuleImports = {
    memory,
    _embind_register_class: (...args: number[]) => {
      if (readName(args[10] ?? 0) === wrapperClass) registered.classType = args[0] ?? 0
    },
    _embind_register_smart_ptr: (...args: number[]) => {
      if (args[1] === registered.classType) {
        registered.smartPointer = { pointee: args[5] ?? 0, destructor: args[11] ?? 0 }
      }
    },
    _embind_register_class_constructor: (...args: number[]) => {
      if (args[0] === registered.classType) registered.constructor = { invoker: args[4] ?? 0, context: args[5] ?? 0 }
    },
    _embind_register_class_function: (...args: number[]) => {
      if (args[0] !== registered.classType) return
      registered.methods.set(readName(args[1] ?? 0), { invoker: args[5] ?? 0, context: args[6] ?? 0 })
    },
    _embind_register_std_string: (type: number, name: number) => {
      if (readName(name) === stringClass) registered.stringType = type
    },
    _embind_register_emval: (type: number) => {
      registered.emvalType = type
    },
    _emval_take_value: (type: number, value: number) => {
      if (type === registered.stringType) exports.free(word(value))
      else if (type !== registered.emvalType) lastNumber = word(value)
      return 1
    },
    _emval_new_object: () => 1,
    _emval_new_array: () => 1,
    _emval_new_cstring: () => 1,
    _emval_call: () => 1,
    emscripten_memcpy_big: (to: number, from: number, length: number) => {
      bytes.copyWithin(to, from, from + length)
    },
    emscripten_resize_heap: grow,
    abort: () => fail('abort'),
    __assert_fail: (condition: number) => fail(`assertion failed: ${readName(condition)}`),
    __cxa_allocate_exception: (size: number) => exports.malloc(size + 16) + 16,
    __cxa_throw: () => fail('out of memory'),
  }
  const wasi: WebAssembly.ModuleImports = {
    environ_sizes_get: (count: number, size: number) => {
      words[count >> 2] = 0
      words[size >> 2] = 0
      return 0
    },
  }
  for (const { kind, module: from, name } of WebAssembly.Module.imports(module)) {
    const table = from === 'env' ? imports : wasi
    if (kind === 'function' && !Object.hasOwn(table, name)) table[name] = () => 0
  }

  const exports = new WebAssembly.Instance(module, { env: imports, wasi_snapshot_preview1: wasi })
    .exports as unknown as Exports
  exports.__wasm_call_ctors()

  const callable = (index: number) => exports.__indirect_function_table.get(index) as (...args: number[]) => number
  const { constructor, smartPointer, methods } = registered
  const [ok, error, match] = [methods.get('ok'), methods.get('error'), methods.get('match')]
  if (!constructor || !smartPointer || !ok || !error || !match) throw new Error('this is not the binary of re2-wasm')
  const construct = callable(constructor.invoker)
  const pointee = callable(smartPointer.pointee)
  const destroy = callable(smartPointer.destructor)
  const [callOk, callError, callMatch] = [callable(ok.invoker), callable(error.invoker), callable(match.invoker)]

  const { TextDecoder, TextEncoder } = getTextCoding()
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const smallestScratch = 4096
  let scratch = 0
  let scratchSize = 0

  /** A text as embind passes strings: its length in bytes, then UTF-8. Lone surrogates become U+FFFD. */
  function pass(text: string): number {
    const most = text.length * 3 + 4
    if (most > scratchSize) {
      if (scratch !== 0) exports.free(scratch)
      scratchSize = 0
      scratch = exports.malloc(Math.max(smallestScratch, most))
      if (scratch === 0) fail('out of memory')
      scratchSize = Math.max(smallestScratch, most)
    }
    const start = scratch + 4
    let length = 0
    while (length < text.length) {
      const unit = text.charCodeAt(length)
      if (unit > 0x7f) break
      bytes[start + length] = unit
      length++
    }
    if (length < text.length) {
      length += encoder.encodeInto(text.slice(length), bytes.subarray(start + length, scratch + scratchSize)).written
    }
    words[scratch >> 2] = length
    return scratch
  }

  return {
    compile(pattern) {
      const pointer = construct(constructor.context, pass(pattern), 0, 0, 0)
      const handle = { smartPointer: pointer, object: pointee(pointer) }
      if (callOk(ok.context, handle.object) !== 0) return handle
      const message = callError(error.context, handle.object)
      const text = decoder.decode(bytes.subarray(message + 4, message + 4 + word(message)))
      exports.free(message)
      destroy(pointer)
      return text
    },
    matchesAtStart(handle, text) {
      lastNumber = unanswered
      callMatch(match.context, handle.object, pass(text), 0, 0)
      return lastNumber === 0
    },
    free(handle) {
      destroy(handle.smartPointer)
    },
  }
}
