import { isStackExhausted } from '../stack.ts'
import { findWebAssembly } from './web-assembly.ts'

/** The instance is broken, or out of memory. It must not be used again. */
export class EngineFaultError extends Error {
  override readonly name = 'EngineFaultError'
}

/**
 * A fault of the instance (a trap, an abort, exhausted memory) as an EngineFaultError. Any other error says nothing about the
 * pattern: the caller had used up the stack, or the setup is wrong.
 *
 * @throws the error itself when it is not a fault
 */
export function asFault(error: unknown): EngineFaultError {
  if (error instanceof EngineFaultError) return error
  const wasm = findWebAssembly()
  if (wasm !== undefined && error instanceof wasm.RuntimeError) return new EngineFaultError(String(error))
  if (error instanceof RangeError && !isStackExhausted(error)) return new EngineFaultError(String(error))
  throw error
}
