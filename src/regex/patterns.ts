import type { Limits } from '../limits.ts'
import type { PatternCost } from './cost/measure.ts'
import { measureBy } from './cost/measure-by.ts'
import {
  compileBy,
  type CompiledPattern,
  EngineNotLoadedError,
  isFailure,
  type PatternFailure,
  type RegexEngine,
} from './engine.ts'
import { PatternBudget } from './pattern-budget.ts'
import { hasStack, isStackExhausted } from './stack.ts'
import { RangeBudget } from './syntax/range-budget.ts'
import { readPattern } from './syntax/read-pattern.ts'

/** A pattern ready to match values. */
export interface Pattern {
  /** The text of the pattern. */
  readonly source: string
  /** Whether it matches the whole text; false also for a text that is too long for the patterns of the filter. */
  test(text: string): boolean
  /**
   * The maximum length of a text that is matched, in UTF-16 code units (limit `matchWork`): at least 4,096. Each
   * further pattern of the filter reduces it.
   */
  readonly maxTextLength: number
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

/** Why a pattern cannot be used: the engine rejects it, or is missing. */
export type PatternRejection = PatternFailure | EngineRejection

interface Compiled extends Pattern {
  readonly cost: PatternCost
}

/** The patterns of one filter. Each is compiled once; they share the limits and are freed together. */
export interface Patterns {
  /** Compiles the pattern of one restriction. Each restriction counts, although equal patterns are compiled once. */
  compile(pattern: string): Pattern | PatternRejection
  /** A compiled pattern; undefined when it was not compiled or was rejected. */
  find(pattern: string): Pattern | undefined
  /** The error of the engine when a pattern needed RE2 and RE2 could not be loaded. */
  readonly missing: EngineNotLoadedError | undefined
  free(): void
}

/** Compiles only within the limits. The engine is created for the first pattern. */
export function createPatterns(engine: () => RegexEngine, limits: Limits): Patterns {
  const compiled = new Map<string, Compiled | PatternRejection>()
  const owned: CompiledPattern[] = []
  const budget = new PatternBudget(limits)
  const ranges = new RangeBudget()
  let missing: EngineNotLoadedError | undefined

  function compileByEngine(pattern: string): CompiledPattern | PatternRejection {
    try {
      return compileBy(engine(), pattern)
    } catch (error) {
      if (!(error instanceof EngineNotLoadedError)) throw error
      missing = error
      return { code: 'engine-missing', reason: error.message, help: error.help }
    }
  }

  function compile(pattern: string): Compiled | PatternRejection {
    if (pattern.length > limits.patternLength) {
      return tooComplex(`it has ${String(pattern.length)} characters; the limit is ${String(limits.patternLength)}`)
    }
    // Once the budget is exceeded, further patterns are not examined.
    if (budget.excess !== undefined) return tooComplex(budget.excess)
    const tree = readPattern(pattern, ranges)
    if (isFailure(tree)) return tree
    const cost = measureBy(engine(), pattern, tree)
    const excess = budget.take(cost)
    if (excess !== undefined) return tooComplex(excess)
    const result = compileByEngine(pattern)
    if (isFailure(result)) return result
    owned.push(result)
    return {
      source: pattern,
      cost,
      get maxTextLength() {
        return budget.maxTextLength
      },
      isCheap: result.isCheap === true,
      test: (text) => text.length <= budget.maxTextLength && ask(result, text),
    }
  }

  return {
    compile(pattern) {
      const known = compiled.get(pattern)
      if (known !== undefined && !isFailure(known)) {
        const excess = budget.takeAgain(known.cost)
        return excess === undefined ? known : tooComplex(excess)
      }
      const result = known ?? compile(pattern)
      compiled.set(pattern, result)
      return result
    },
    find(pattern) {
      const found = compiled.get(pattern)
      return found === undefined || isFailure(found) ? undefined : found
    },
    get missing() {
      return missing
    },
    free() {
      for (const pattern of owned.splice(0)) pattern.free()
    },
  }
}

/** An exception of the engine counts as no match. */
function ask(pattern: CompiledPattern, text: string): boolean {
  try {
    return pattern.test(text)
  } catch (error) {
    if (isStackExhausted(error) && !hasStack()) throw error
    return false
  }
}

const tooComplex = (reason: string): PatternFailure => ({ code: 'pattern-too-complex', reason })
