import type { Registrations } from './embind.ts'
import { EngineFaultError } from './faults.ts'
import type { InstanceMemory } from './instance-memory.ts'
import type { Allocator } from './passed-text.ts'

/** The parts of an instance that its imports use. */
export interface ImportContext {
  readonly memory: InstanceMemory
  readonly registrations: Registrations
  /** The instance's own allocator, which exists only after the imports. */
  readonly allocator: () => Allocator
  /** Called with each number that C++ passes as a JavaScript value. */
  readonly takeNumber: (value: number) => void
}

/**
 * The handle of every JavaScript value that the binary creates or receives. It only passes them on, so one handle is
 * enough.
 */
const anyValue = 1

/** The imports of the binary. Those that matching never needs (locks, files, types without values) return 0. */
export function createImports(module: WebAssembly.Module, context: ImportContext): WebAssembly.Imports {
  const env: WebAssembly.ModuleImports = {
    memory: context.memory.memory,
    ...context.registrations.imports,
    ...createValues(context),
    ...createRuntime(context),
  }
  const wasi: WebAssembly.ModuleImports = createSystem(context)
  for (const { kind, module: from, name } of WebAssembly.Module.imports(module)) {
    const table = from === 'env' ? env : wasi
    if (kind === 'function' && !Object.hasOwn(table, name)) table[name] = () => 0
  }
  return { env, wasi_snapshot_preview1: wasi }
}

/** The imports for JavaScript values that C++ creates, embind's `emval`. No value is kept. */
const createValues = ({ allocator, memory, registrations, takeNumber }: ImportContext) => ({
  /** A value passes from C++ to JavaScript: a string that is to be freed, the number of another value, or a number. */
  _emval_take_value(rawType: number, address: number): number {
    const kind = registrations.kindOf(rawType)
    if (kind === 'string') allocator().free(memory.wordAt(address))
    if (kind === 'number') takeNumber(memory.wordAt(address))
    return anyValue
  },
  _emval_new_object: () => anyValue,
  _emval_new_array: () => anyValue,
  _emval_new_cstring: () => anyValue,
  _emval_call: () => anyValue,
})

/** The header of an exception, which lies before it. */
const exceptionHeader = 16

/** The parts of Emscripten's runtime that the C and C++ code uses. */
const createRuntime = ({ allocator, memory }: ImportContext) => ({
  emscripten_memcpy_big(to: number, from: number, length: number): void {
    memory.bytes.copyWithin(to, from, from + length)
  },
  emscripten_resize_heap: (size: number) => Number(memory.growTo(size)),
  abort: () => fail('abort'),
  __assert_fail: (condition: number) => fail(`assertion failed: ${memory.cStringAt(condition)}`),
  __cxa_allocate_exception: (size: number) => allocator().malloc(size + exceptionHeader) + exceptionHeader,
  /** RE2 itself throws nothing; the C++ allocator throws when the memory is exhausted. */
  __cxa_throw: () => fail('out of memory'),
})

function fail(reason: string): never {
  throw new EngineFaultError(reason)
}

/** There are no environment variables. */
const createSystem = ({ memory }: ImportContext) => ({
  environ_sizes_get(count: number, size: number): number {
    memory.setWord(count, 0)
    memory.setWord(size, 0)
    return 0
  },
})
