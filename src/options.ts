import { type Limits, type LimitsGiven, resolveLimits } from './limits.ts'
import { documented, type Profile } from './profiles.ts'
import { createPatterns, defaultEngine, type Patterns, type RegexEngine } from './regex/index.ts'
import { imageSchema, type Schema } from './schema/index.ts'

/** What every verb may be told. */
export interface Options {
  /** The fields of the resource; Compute Engine's Image unless said otherwise. */
  readonly schema?: Schema | undefined
  /** Which behaviour, where documentation and live API differ; `documented` unless said otherwise. */
  readonly profile?: Profile | undefined
  /** Bounds to replace; the others keep their defaults. */
  readonly limits?: LimitsGiven | undefined
  /** What matches patterns; the loaded RE2 unless said otherwise. */
  readonly regexEngine?: RegexEngine | undefined
}

export interface Settings {
  readonly schema: Schema
  readonly profile: Profile
  readonly limits: Limits
  readonly patterns: Patterns
}

/** The options with their defaults, and a place for one filter's patterns. */
export function resolveOptions({ schema, profile, limits, regexEngine }: Options = {}): Settings {
  const resolved = resolveLimits(limits)
  return {
    schema: schema ?? imageSchema,
    profile: profile ?? documented,
    limits: resolved,
    patterns: createPatterns(() => regexEngine ?? defaultEngine(), resolved),
  }
}
