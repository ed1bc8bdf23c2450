import { type Limits, type LimitsGiven, resolveLimits } from './limits.ts'
import { checkProfile, documented, type Profile } from './profiles.ts'
import { createPatterns, defaultEngine, type Patterns, type RegexEngine } from './regex/index.ts'
import { imageSchema, type Schema } from './schema/index.ts'

/** What every verb may be told. */
export interface Options {
  /** The fields of the resource. Default: `imageSchema`. */
  readonly schema?: Schema | undefined
  /** Behaviour where documentation and live API differ. Default: `documented`. */
  readonly profile?: Profile | undefined
  /** Bounds to replace; the others keep their defaults. */
  readonly limits?: LimitsGiven | undefined
  /** What matches patterns. Default: JavaScript where that gives RE2's verdict, else RE2 as WebAssembly. */
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
    profile: checkProfile(profile ?? documented),
    limits: resolved,
    patterns: createPatterns(() => regexEngine ?? defaultEngine(), resolved),
  }
}
