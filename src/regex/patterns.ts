import type { Limits } from '../limits.ts'
import { boundCost } from './cost/cost.ts'
import {
  compileBy,
  type CompiledPattern,
  EngineMissing,
  isFailure,
  type PatternFailure,
  type RegexEngine,
  weighBy,
} from './engine.ts'
import { hasStack, isStackExhausted } from './stack.ts'

/** A pattern ready to match values. */
export interface Pattern {
  /** Whether it matches the whole text; false also for a text that is too long for the patterns of the filter. */
  test(text: string): boolean
  /**
   * The longest text that it is asked about, in UTF-16 code units (limit `matchWork`). Each further pattern of the
   * filter makes it shorter.
   */
  readonly longestText: number
  /** Whether a match is so short that a loop need not look at the clock after each. */
  readonly isCheap: boolean
}

/** A pattern needs RE2, and RE2 could not be loaded. */
interface EngineRejection {
  readonly code: 'engine-missing'
  readonly reason: string
  /** What to do about it. */
  readonly help: string
}

/** Why a filter's pattern cannot be asked: its engine rejects it, or is not there. */
export type PatternRejection = PatternFailure | EngineRejection

/** The patterns of one filter: each compiled once, within the limits together, and all freed together. */
export interface Patterns {
  compile(pattern: string): Pattern | PatternRejection
  /** What the engine threw when a pattern needed RE2 and RE2 could not be loaded. */
  readonly missing: EngineMissing | undefined
  free(): void
}

/** Asks the engine only within the limits. It is fetched on the first pattern. */
export function createPatterns(engine: () => RegexEngine, limits: Limits): Patterns {
  const compiled = new Map<string, Pattern | PatternRejection>()
  const owned: CompiledPattern[] = []
  const togetherTooLarge = tooComplex(
    `the programs of the filter's patterns together may be larger than ${String(limits.programSize)} steps`,
  )
  /** What the accepted patterns cost together, each by its weight. */
  let size = 0
  let width = 0
  let longestText = Infinity
  let isFull = false
  let missing: EngineMissing | undefined

  function askEngine(pattern: string): CompiledPattern | PatternRejection {
    try {
      return compileBy(engine(), pattern)
    } catch (error) {
      if (!(error instanceof EngineMissing)) throw error
      missing = error
      return { code: 'engine-missing', reason: error.message, help: error.help }
    }
  }

  function compile(pattern: string): Pattern | PatternRejection {
    if (pattern.length > limits.patternLength) {
      return tooComplex(`it has ${String(pattern.length)} characters; the limit is ${String(limits.patternLength)}`)
    }
    // Further patterns make no further work.
    if (isFull) return togetherTooLarge
    const cost = boundCost(pattern)
    if (cost.size > limits.programSize) {
      return tooComplex(`its program may be larger than ${String(limits.programSize)} steps`)
    }
    const weight = weighBy(engine(), pattern)
    isFull = size + cost.size * weight > limits.programSize
    if (isFull) return togetherTooLarge
    const result = askEngine(pattern)
    if (isFailure(result)) return result
    owned.push(result)
    size += cost.size * weight
    width += cost.width * weight
    longestText = width === 0 ? Infinity : Math.floor(limits.matchWork / width)
    return {
      get longestText() {
        return longestText
      },
      isCheap: result.isCheap === true,
      test: (text) => text.length <= longestText && ask(result, text),
    }
  }

  return {
    compile(pattern) {
      const known = compiled.get(pattern) ?? compile(pattern)
      compiled.set(pattern, known)
      return known
    },
    get missing() {
      return missing
    },
    free() {
      for (const pattern of owned.splice(0)) pattern.free()
    },
  }
}

/** An engine that throws, although it should not, does not match. */
function ask(pattern: CompiledPattern, text: string): boolean {
  try {
    return pattern.test(text)
  } catch (error) {
    if (isStackExhausted(error) && !hasStack()) throw error
    return false
  }
}

const tooComplex = (reason: string): PatternFailure => ({ code: 'pattern-too-complex', reason })
