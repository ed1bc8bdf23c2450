import { isStackExhausted } from '../stack.ts'
import { findWebAssembly } from './web-assembly.ts'

/** The instance is broken, or out of memory; nothing of it may be used again. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault'
}

/**
 * Tells what an instance dies of (a trap, an abort, memory that is not there) from all else: neither a stack that the
 * caller had used up nor a mistake in the setup says anything about a pattern.
 *
 * @throws what is not a fault
 */
export function asFault(error: unknown): EngineFault {
  if (error instanceof EngineFault) return error
  const wasm = findWebAssembly()
  if (wasm !== undefined && error instanceof wasm.RuntimeError) return new EngineFault(String(error))
  if (error instanceof RangeError && !isStackExhausted(error)) return new EngineFault(String(error))
  throw error
}
