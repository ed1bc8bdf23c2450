/** A pattern that an engine has compiled. */
export interface CompiledPattern {
  /** Whether the pattern matches the whole of a text, as RE2's FullMatch does. Not to throw: that counts as no match. */
  test(text: string): boolean
  /** Releases what the pattern holds. A `test` after it takes that again. */
  free(): void
}

/** Why a pattern was not compiled: in the engine's own words, or what ran out. */
export interface PatternFailure {
  readonly code: 'invalid-pattern' | 'pattern-too-complex'
  readonly reason: string
}

/**
 * What stands behind `eq` and `ne`. An engine accepts exactly RE2's patterns, with RE2's meaning: case-sensitive, `.`
 * without newline, `^` and `$` at the ends of the text only, a text a sequence of code points in which a lone surrogate
 * is U+FFFD.
 */
export interface RegexEngine {
  compile(pattern: string): CompiledPattern | PatternFailure
  /**
   * How much work a pattern makes, as a share of what it would make for RE2; asked before it is compiled. The limits
   * `programSize` and `matchWork` bound the work of all patterns of a filter together. Default: 1.
   */
  weigh?(pattern: string): number
}

export const isFailure = (result: object): result is PatternFailure => 'reason' in result

/** A mistake in the setup of the program, not in a filter: a pattern needs RE2, and RE2 could not be loaded. */
export class EngineMissing extends Error {
  override readonly name = 'EngineMissing'

  /** @param options `cause`: why the installed binary could not be read or started */
  constructor(options?: ErrorOptions) {
    super('RE2 is needed and not loaded: await loadRegexEngine(…) first, or pass `regexEngine`', options)
  }
}
