import type { CompiledPattern, PatternFailure, RegexEngine } from './engine.ts'
import { compileFullMatch } from './full-match.ts'
import { createHost, EngineFault, type Handle, type Host } from './host.ts'
import { raiseMemoryLimit } from './wasm-memory-limit.ts'

const maximumPages = 1024
const declaredPages = 256

/**
 * RE2 as re2-wasm brings it, behind our own host. An instance that faults is dropped; the patterns that lived in it
 * are compiled again in the next when they are next used.
 *
 * @param load gives the compiled binary; called on the first pattern, once.
 */
export function createRe2Engine(load: () => WebAssembly.Module): RegexEngine {
  let module: WebAssembly.Module | undefined
  let current: Host | undefined

  const host = (): Host => (current ??= startHost((module ??= load())))
  const forgotten = new FinalizationRegistry<Slot>(release)

  function release(slot: Slot): void {
    if (slot.handle !== undefined && slot.host === current) attempt(() => slot.host?.free(slot.handle as Handle))
    slot.handle = undefined
  }

  /** Runs something in the instance; a fault ends the instance and is the answer. */
  function attempt<T>(run: () => T): T | EngineFault {
    try {
      return run()
    } catch (error) {
      current = undefined
      return error instanceof EngineFault ? error : new EngineFault(String(error))
    }
  }

  /** Twice, since the first instance may have been full of other patterns. */
  function attemptTwice<T>(run: () => T): T | EngineFault {
    const first = attempt(run)
    return first instanceof EngineFault ? attempt(run) : first
  }

  function compileInto(slot: Slot, pattern: string): PatternFailure | undefined {
    const compiled = compileFullMatch(host(), pattern)
    if ('reason' in compiled) return compiled
    slot.host = host()
    slot.handle = compiled.handle
    return undefined
  }

  function test(slot: Slot, pattern: string, text: string): boolean {
    if (slot.host !== current || slot.handle === undefined) compileInto(slot, pattern)
    return slot.handle !== undefined && host().matchesAtStart(slot.handle, text)
  }

  return {
    compile(pattern): CompiledPattern | PatternFailure {
      const slot: Slot = { host: undefined, handle: undefined }
      const failure = attemptTwice(() => compileInto(slot, pattern))
      if (failure instanceof EngineFault) return { code: 'pattern-too-complex', reason: failure.message }
      if (failure !== undefined) return failure
      const compiled: CompiledPattern = {
        test: (text) => attemptTwice(() => test(slot, pattern, text)) === true,
        free: () => {
          forgotten.unregister(slot)
          release(slot)
        },
      }
      forgotten.register(compiled, slot, slot)
      return compiled
    },
  }
}

/** Where a pattern lives: in which instance and where in it. */
interface Slot {
  host: Host | undefined
  handle: Handle | undefined
}

/** The binary with its memory limit raised to what RE2's own budget may need: 64 MiB. */
export const prepareBinary = (binary: Uint8Array): Uint8Array<ArrayBuffer> => raiseMemoryLimit(binary, maximumPages)

/** A module that was compiled elsewhere may still have its declared limit. */
function startHost(module: WebAssembly.Module): Host {
  try {
    return createHost(module, maximumPages)
  } catch (error) {
    if (error instanceof WebAssembly.LinkError) return createHost(module, declaredPages)
    throw error
  }
}
