import { createRegistrations, type Invocation } from './embind.ts'
import { createImports } from './imports.ts'
import { InstanceMemory } from './instance-memory.ts'
import { type Allocator, createPassedText } from './passed-text.ts'

/** A compiled pattern in the memory of an instance: an object of C++, and the smart pointer that owns it. */
export interface Handle {
  readonly smartPointer: number
  readonly object: number
}

/** An instance of the binary. Each of its functions throws EngineFaultError when the instance breaks. */
export interface Host {
  /** Returns RE2's message when it rejects the pattern. */
  compile(pattern: string): Handle | string
  /** Whether the pattern matches at the first character of the text. */
  matchesAtStart(handle: Handle, text: string): boolean
  free(handle: Handle): void
  /** The memory of the instance, which never shrinks. */
  memoryBytes(): number
}

interface Exports extends Allocator {
  readonly __indirect_function_table: WebAssembly.Table
  readonly __wasm_call_ctors: () => void
}

/** Whether the exports of a module are those of the binary that this host runs. */
export function isRe2(module: WebAssembly.Module): boolean {
  const names = new Set(WebAssembly.Module.exports(module).map(({ name }) => name))
  return ['malloc', 'free', '__indirect_function_table', '__wasm_call_ctors'].every((name) => names.has(name))
}

/** Not an index: neither a position nor the -1 that re2-wasm returns for "no match". */
const unanswered = -2

/**
 * Starts an instance of re2-wasm's binary without its JavaScript: no eval, no file system, nothing global.
 *
 * @param memory of at least as many pages as the binary declares, for this instance alone; the instance takes no more
 *   than its maximum
 * @throws Error when it is another binary; LinkError when the memory does not fit its declaration
 */
export function createHost(module: WebAssembly.Module, memory: WebAssembly.Memory): Host {
  const view = new InstanceMemory(memory)
  const registrations = createRegistrations((address) => view.cStringAt(address))
  /** A match passes the matched text to JavaScript, and its index as the last number. */
  let lastNumber = unanswered
  const imports = createImports(module, {
    memory: view,
    registrations,
    allocator: () => exports,
    takeNumber(value) {
      lastNumber = value
    },
  })
  const exports = new WebAssembly.Instance(module, imports).exports as unknown as Exports
  exports.__wasm_call_ctors()

  const functionAt = (index: number) => exports.__indirect_function_table.get(index) as (...args: number[]) => number
  const bind = ({ invoker, context }: Invocation) => functionAt(invoker).bind(undefined, context)
  const wrapper = registrations.readClass()
  const construct = bind(wrapper.create)
  const getPointee = functionAt(wrapper.getPointee)
  const destroy = functionAt(wrapper.destroy)
  const [isAccepted, readError, match] = [bind(wrapper.ok), bind(wrapper.error), bind(wrapper.match)] as const
  const texts = createPassedText(view, exports)

  return {
    compile(pattern) {
      const smartPointer = construct(texts.write(pattern), 0, 0, 0)
      const handle = { smartPointer, object: getPointee(smartPointer) }
      if (isAccepted(handle.object) !== 0) return handle
      const reason = texts.take(readError(handle.object))
      destroy(smartPointer)
      return reason
    },
    matchesAtStart({ object }, text) {
      lastNumber = unanswered
      match(object, texts.write(text), 0, 0)
      return lastNumber === 0
    },
    free({ smartPointer }) {
      destroy(smartPointer)
    },
    memoryBytes: () => view.bytes.length,
  }
}
