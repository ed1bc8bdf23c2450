import { checkRecord, describe } from '../records.ts'
import type { PatternCost } from './cost/measure.ts'
import type { PatternNode } from './syntax/tree.ts'

/** A pattern that an engine has compiled. */
export interface CompiledPattern {
  /**
   * Whether the pattern matches the whole of a text, as RE2's FullMatch does. Should not throw; an exception counts as
   * no match.
   */
  test(text: string): boolean
  /** Whether a match is so short that a loop need not look at the clock after each. Default: false. */
  readonly isCheap?: boolean
  /** Releases the memory of the pattern. A later `test` allocates it again. */
  free(): void
}

/** Why a pattern was not compiled: the engine's own message, or the exhausted resource. */
export interface PatternFailure {
  readonly code: 'invalid-pattern' | 'pattern-too-complex'
  readonly reason: string
}

/**
 * Matches the patterns of `eq` and `ne`. An engine accepts exactly RE2's patterns, with RE2's meaning: case-sensitive,
 * `.` without newline, `^` and `$` at the ends of the text only, texts are sequences of code points, with U+FFFD for a
 * lone surrogate.
 */
export interface RegexEngine {
  /** Compiles a pattern that RE2 accepts; invalid patterns are rejected before this is called. */
  compile(pattern: string): CompiledPattern | PatternFailure
  /**
   * The work of a pattern as a share of the work that RE2 would have; called before `compile`. The limits `programSize`
   * and `matchWork` bound the work of all patterns of a filter together. Default: 1.
   */
  weigh?(pattern: string): number
}

/** An engine that computes the cost of a pattern itself. */
export interface MeasuringEngine extends RegexEngine {
  /** @param tree of the pattern */
  measure(pattern: string, tree: PatternNode): PatternCost
}

/** Returns the engine. @throws TypeError when it has no `compile`, or a `weigh` that cannot be called */
export function checkEngine(engine: RegexEngine): RegexEngine {
  const { compile, weigh } = checkRecord(engine, 'regexEngine') as { readonly [N in keyof RegexEngine]?: unknown }
  if (typeof compile !== 'function')
    throw new TypeError(`regexEngine.compile must be a function, not ${describe(compile)}`)
  if (weigh !== undefined && typeof weigh !== 'function')
    throw new TypeError(`regexEngine.weigh must be a function, not ${describe(weigh)}`)
  return engine
}

/** Compiles a pattern with an engine. @throws TypeError when the result is neither a compiled pattern nor a failure */
export function compileBy(engine: RegexEngine, pattern: string): CompiledPattern | PatternFailure {
  const made: unknown = engine.compile(pattern)
  if (isPattern(made) || isPatternFailure(made)) return made
  throw new TypeError(
    'regexEngine.compile must return `{ test, free }`, or `{ code, reason }` for a pattern that it rejects',
  )
}

const isPattern = (made: unknown): made is CompiledPattern =>
  isObject(made) && typeof made.test === 'function' && typeof made.free === 'function' && !('reason' in made)

const failures: readonly unknown[] = ['invalid-pattern', 'pattern-too-complex'] satisfies PatternFailure['code'][]

const isPatternFailure = (made: unknown): made is PatternFailure =>
  isObject(made) && failures.includes(made.code) && typeof made.reason === 'string'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

export const isFailure = <F extends { readonly reason: string }>(result: object | F): result is F => 'reason' in result

/** Why RE2 is missing: it has not been loaded, or cannot be loaded here. */
export type Obstacle = 'not-loaded' | 'not-found' | 'no-webassembly' | 'compiling-forbidden'

const wording: Readonly<Record<Obstacle, { readonly message: string; readonly help: string }>> = {
  'not-loaded': {
    message: 'RE2 is required but not loaded',
    help: 'await `loadRegexEngine(…)` first, or pass `regexEngine`',
  },
  'not-found': {
    message: 'RE2 is required, but its file `re2.wasm` was not found',
    help: 'copy it from the folder `dist` of compute-filter to the folder of the program, or await `loadRegexEngine(…)` first',
  },
  'no-webassembly': {
    message: 'RE2 is required, but WebAssembly is not available',
    help: 'pass `regexEngine: re2jsEngine` from `compute-filter/re2js`',
  },
  'compiling-forbidden': {
    message: 'RE2 is required, but compiling WebAssembly is not allowed',
    help: 'allow `wasm-unsafe-eval` in the content-security policy, pass a compiled module to `loadRegexEngine(…)`, or pass `regexEngine: re2jsEngine`',
  },
}

/** A mistake in the setup of the program, not in a filter: a pattern needs RE2, and RE2 could not be loaded. */
export class EngineNotLoadedError extends Error {
  override readonly name = 'EngineNotLoadedError'
  readonly obstacle: Obstacle
  /** What to do about it; the message ends with it. */
  readonly help: string

  /** @param options `cause`: why the installed binary could not be read or started; `obstacle`: default `not-loaded` */
  constructor({ obstacle = 'not-loaded', ...options }: ErrorOptions & { readonly obstacle?: Obstacle } = {}) {
    const { message, help } = wording[obstacle]
    super(`${message}: ${help}`, options)
    this.obstacle = obstacle
    this.help = help
  }
}
