import type { Limits } from '../limits.ts'
import { type CompiledPattern, isFailure, type PatternFailure, type RegexEngine } from './engine.ts'
import { boundProgramSize } from './program-size.ts'

/** A pattern ready to match values. */
export interface Pattern {
  /** Whether it matches the whole text; false also for a text that is too long for its cost. */
  test(text: string): boolean
  /** The longest text that it is asked about, in UTF-16 code units (limit `matchWork`). */
  readonly longestText: number
}

/** The patterns of one filter: each compiled once, and all freed together. */
export interface Patterns {
  compile(pattern: string): Pattern | PatternFailure
  free(): void
}

/** Asks the engine only within the limits. It is fetched on the first pattern. */
export function createPatterns(engine: () => RegexEngine, limits: Limits): Patterns {
  const compiled = new Map<string, Pattern | PatternFailure>()
  const owned: CompiledPattern[] = []

  function compile(pattern: string): Pattern | PatternFailure {
    if (pattern.length > limits.patternLength) {
      return tooComplex(`it has ${String(pattern.length)} characters; the limit is ${String(limits.patternLength)}`)
    }
    const size = boundProgramSize(pattern)
    const result = size > limits.programSize ? undefined : engine().compile(pattern)
    if (result === undefined) return tooComplex(`its program may be larger than ${String(limits.programSize)} steps`)
    if (isFailure(result)) return result
    owned.push(result)
    const longestText = Math.floor(limits.matchWork / size)
    return { longestText, test: (text) => text.length <= longestText && result.test(text) }
  }

  return {
    compile(pattern) {
      const known = compiled.get(pattern) ?? compile(pattern)
      compiled.set(pattern, known)
      return known
    },
    free() {
      for (const pattern of owned.splice(0)) pattern.free()
      compiled.clear()
    },
  }
}

const tooComplex = (reason: string): PatternFailure => ({ code: 'pattern-too-complex', reason })
