import QuickLRU from 'quick-lru'
import { type CompiledPattern, isFailure, type PatternFailure, type RegexEngine } from '../engine.ts'
import { asFault, EngineFault } from './faults.ts'
import { compileFullMatch } from './full-match.ts'
import type { Handle, Host } from './host.ts'

/** How many patterns without an owner are kept, and how many rejections are remembered. */
const mostIdle = 64
const mostFailures = 256

/** A pattern and where it lives. Shared by all who compiled the same text. */
interface Slot {
  readonly pattern: string
  handle: Handle | undefined
  /** The number of the instance that the handle belongs to. (The instance itself would be kept alive.) */
  instance: number
  owners: number
}

/**
 * RE2 as re2-wasm brings it, behind our own host.
 *
 * An instance that faults is dropped with all that lived in it; each pattern is compiled again, in the next instance,
 * when it is next used. What cannot be done twice in a row is too complex (to compile) or does not match.
 *
 * @param start makes an instance; called on the first pattern, and after each fault.
 */
export function createRe2Engine(start: () => Host): RegexEngine {
  let current: Host | undefined
  let instance = 0
  const live = new Map<string, Slot>()
  const idle = new QuickLRU<string, Slot>({ maxSize: mostIdle, onEviction: (_, slot) => discard(slot) })
  const failures = new QuickLRU<string, PatternFailure>({ maxSize: mostFailures })
  const forgotten = new FinalizationRegistry<Slot>(disown)

  /** Runs something in the instance; a fault ends the instance and is the answer. Anything else is thrown on. */
  function attempt<T>(run: (host: Host) => T): T | EngineFault {
    try {
      return run((current ??= start()))
    } catch (error) {
      // Whatever it was, the instance stopped in the middle of something.
      current = undefined
      instance++
      return asFault(error)
    }
  }

  /** Twice, since the first instance may have been full of other patterns. */
  function attemptTwice<T>(run: (host: Host) => T): T | EngineFault {
    const first = attempt(run)
    return first instanceof EngineFault ? attempt(run) : first
  }

  /** Makes sure that the pattern lives in the instance. */
  function settle(slot: Slot, host: Host): Handle | PatternFailure {
    if (slot.handle !== undefined && slot.instance === instance) return slot.handle
    const compiled = compileFullMatch(host, slot.pattern)
    if (isFailure(compiled)) return compiled
    slot.instance = instance
    slot.handle = compiled
    return compiled
  }

  function test(slot: Slot, text: string): boolean {
    const matched = attemptTwice((host) => {
      const handle = settle(slot, host)
      return !isFailure(handle) && host.matchesAtStart(handle, text)
    })
    return matched === true
  }

  /** The place of a pattern, new if there is none. */
  function adopt(pattern: string): Slot {
    const slot = live.get(pattern) ?? idle.get(pattern) ?? { pattern, handle: undefined, instance, owners: 0 }
    slot.owners++
    idle.delete(pattern)
    live.set(pattern, slot)
    return slot
  }

  function disown(slot: Slot): void {
    slot.owners--
    if (slot.owners > 0) return
    live.delete(slot.pattern)
    if (slot.handle !== undefined) idle.set(slot.pattern, slot)
  }

  function discard(slot: Slot): void {
    const { handle } = slot
    slot.handle = undefined
    if (handle !== undefined && slot.instance === instance) attempt((host) => host.free(handle))
  }

  function createOwner(pattern: string, adopted: Slot): CompiledPattern {
    let slot: Slot | undefined = adopted
    const token = {}
    const compiled: CompiledPattern = {
      test(text) {
        if (slot === undefined) {
          slot = adopt(pattern)
          forgotten.register(compiled, slot, token)
        }
        return test(slot, text)
      },
      free() {
        if (slot === undefined) return
        forgotten.unregister(token)
        disown(slot)
        slot = undefined
      },
    }
    forgotten.register(compiled, slot, token)
    return compiled
  }

  return {
    compile(pattern) {
      const failed = failures.get(pattern)
      if (failed !== undefined) return failed
      const slot = adopt(pattern)
      try {
        const settled = attemptTwice((host) => settle(slot, host))
        // A fault is not remembered: what ran out may be there again.
        if (settled instanceof EngineFault) return { code: 'pattern-too-complex', reason: settled.message }
        if (!isFailure(settled)) return createOwner(pattern, adopt(pattern))
        failures.set(pattern, settled)
        return settled
      } finally {
        disown(slot)
      }
    },
  }
}
