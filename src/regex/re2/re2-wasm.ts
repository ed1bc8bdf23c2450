import QuickLRU from 'quick-lru'
import { type CompiledPattern, isFailure, type PatternFailure, type RegexEngine } from '../engine.ts'
import { asFault, EngineFaultError } from './faults.ts'
import { compileFullMatch } from './full-match.ts'
import type { Handle, Host } from './host.ts'

/** The number of handles kept, at most twice as many: more than a filter has patterns (limit `restrictions`). */
const maxHandles = 1024
/** An instance with more memory is replaced, since its memory never shrinks. */
const maxInstanceBytes = 32 * 2 ** 20
/** The number of rejections kept, at most twice as many. */
const maxFailures = 256

/** An instance of RE2, and its compiled patterns by their text. */
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
 * A compiled pattern holds only its text. Its handle is looked up in the instance, and created again if it was evicted
 * or the instance was replaced. So patterns need not be released, and a faulty instance is dropped with all its
 * handles. A pattern that two instances in a row fail to compile is too complex; a match that fails twice in a row is
 * no match.
 *
 * @param start creates an instance; called for the first pattern, and when an instance is replaced
 */
export function createRe2Engine(start: () => Host): RegexEngine {
  let current: Instance | undefined
  const failures = new QuickLRU<string, PatternFailure>({ maxSize: maxFailures })

  /** Runs a function with the instance. A fault ends the instance and is returned; other errors are rethrown. */
  function attempt<T>(run: (instance: Instance) => T): T | EngineFaultError {
    try {
      const instance = (current ??= createInstance(start()))
      const result = run(instance)
      if (instance.host.memoryBytes() > maxInstanceBytes) current = undefined
      return result
    } catch (error) {
      // Whatever the error, the instance stopped in the middle of a call.
      current = undefined
      return asFault(error)
    }
  }

  /** Tries twice, since the first instance may have been full of other patterns. */
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
      // A fault is not cached: the exhausted resource may be available again.
      if (made instanceof EngineFaultError) return { code: 'pattern-too-complex', reason: made.message }
      if (!isFailure(made)) return createCompiled(pattern)
      failures.set(pattern, made)
      return made
    },
  }
}

/** The handle of a pattern in an instance, compiled if it is missing. */
function obtainHandle({ host, handles }: Instance, pattern: string): Handle | PatternFailure {
  const present = handles.get(pattern)
  if (present !== undefined) return present
  const made = compileFullMatch(host, pattern)
  if (!isFailure(made)) handles.set(pattern, made)
  return made
}
