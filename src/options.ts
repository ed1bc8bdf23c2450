import { type Limits, type LimitsGiven, resolveLimits } from './limits.ts'
import { checkProfile, documented, type Profile } from './profiles.ts'
import { checkNames, checkRecord } from './records.ts'
import { checkEngine, createPatterns, defaultEngine, type Patterns, type RegexEngine } from './regex/index.ts'
import { checkSchema, imageSchema, type Schema } from './schema/index.ts'

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

const names: readonly (keyof Options)[] = ['schema', 'profile', 'limits', 'regexEngine']

/** The options themselves. @throws TypeError for anything but a record, and for an unknown option */
export function checkOptions<T extends Partial<Options>>(options: T): T {
  checkNames(checkRecord(options, 'options'), names, 'option')
  return options
}

/**
 * The options with their defaults, and a place for one filter's patterns. Undefined is absent.
 *
 * @throws TypeError that names the option which is wrong
 */
export function resolveOptions(options: Options = {}): Settings {
  const { schema = imageSchema, profile = documented, limits, regexEngine } = checkOptions(options)
  const resolved = resolveLimits(limits)
  if (regexEngine !== undefined) checkEngine(regexEngine)
  return {
    schema: checkSchema(schema),
    profile: checkProfile(profile),
    limits: resolved,
    patterns: createPatterns(() => regexEngine ?? defaultEngine(), resolved),
  }
}
