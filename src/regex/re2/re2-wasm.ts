import QuickLRU from 'quick-lru'
import { type CompiledPattern, isFailure, type PatternFailure, type RegexEngine } from '../engine.ts'
import { asFault, EngineFaultError } from './faults.ts'
import { compileFullMatch } from './full-match.ts'
import type { Handle, Host } from './host.ts'

/** The patterns used last keep their handles, more than a filter may have (limit `restrictions`); at most twice as many. */
const maxHandles = 1024
/** An instance that has taken more memory is replaced, since it never gives memory back. */
const maxInstanceBytes = 32 * 2 ** 20
/** The last rejections that are remembered; at most twice as many. */
const maxFailures = 256

/** RE2 at work, and the patterns that are compiled in it, by their text. */
interface Instance {
  readonly host: Host
  readonly handles: QuickLRU<string, Handle>
}

function createInstance(host: Host): Instance {
  const onEviction = (_: string, handle: Handle): void => {
    host.free(handle)
  }
  return { host, handles: new QuickLRU({ maxSize: maxHandles, onEviction }) }
}

/**
 * RE2 as an engine.
 *
 * A compiled pattern holds its text and nothing else. Its handle is looked up in the instance, and made when it is missing:
 * it was evicted, or the instance was replaced. So patterns need not be released, and an instance that faults is dropped
 * with all its handles. A pattern that two instances in a row fail to compile is too complex; a match that fails twice in a
 * row is no match.
 *
 * @param start makes an instance; called for the first pattern, and when an instance is replaced
 */
export function createRe2Engine(start: () => Host): RegexEngine {
  let current: Instance | undefined
  const failures = new QuickLRU<string, PatternFailure>({ maxSize: maxFailures })

  /** Runs something in the instance; a fault ends the instance and is the result. Anything else is thrown on. */
  function attempt<T>(run: (instance: Instance) => T): T | EngineFaultError {
    try {
      const instance = (current ??= createInstance(start()))
      const result = run(instance)
      if (instance.host.memoryBytes() > maxInstanceBytes) current = undefined
      return result
    } catch (error) {
      // Whatever was thrown, the instance stopped in the middle of a call.
      current = undefined
      return asFault(error)
    }
  }

  /** Twice, since the first instance may have been full of other patterns. */
  function attemptTwice<T>(run: (instance: Instance) => T): T | EngineFaultError {
    const first = attempt(run)
    return first instanceof EngineFaultError ? attempt(run) : first
  }

  function createCompiled(pattern: string): CompiledPattern {
    return {
      test(text) {
        const matched = attemptTwice((instance) => {
          const handle = obtainHandle(instance, pattern)
          return !isFailure(handle) && instance.host.matchesAtStart(handle, text)
        })
        return matched === true
      },
      free() {
        // The handle belongs to the instance, which evicts it when it is no longer used.
      },
    }
  }

  return {
    compile(pattern) {
      const known = failures.get(pattern)
      if (known !== undefined) return known
      const made = attemptTwice((instance) => obtainHandle(instance, pattern))
      // A fault is not remembered: what ran out may be there again.
      if (made instanceof EngineFaultError) return { code: 'pattern-too-complex', reason: made.message }
      if (!isFailure(made)) return createCompiled(pattern)
      failures.set(pattern, made)
      return made
    },
  }
}

/** The handle of a pattern in an instance, which compiles it unless it has it. */
function obtainHandle({ host, handles }: Instance, pattern: string): Handle | PatternFailure {
  const present = handles.get(pattern)
  if (present !== undefined) return present
  const made = compileFullMatch(host, pattern)
  if (!isFailure(made)) handles.set(pattern, made)
  return made
}
