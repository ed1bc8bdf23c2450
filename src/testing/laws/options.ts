import type { Options } from '../../index.ts'
import { checkDialect, checkProfile, checkSchema, type Dialect } from '../arbitraries/check-options.ts'
import { defaultTimeoutMs } from './ask.ts'

/** The options of every law. */
export interface LawOptions extends Pick<Options, 'schema' | 'profile'> {
  /** Default: both */
  readonly dialect?: Dialect | undefined
  /** The number of cases, unless `withinMs` ends the run earlier. Default: 6,000; for lists 1,000 */
  readonly runs?: number | undefined
  /**
   * The time after which a run ends with the cases tried so far; many test runners allow 5,000 ms. The run fails if it
   * has tried fewer than 50 cases by then. `Infinity` tries all `runs`. Default: 3,000
   */
  readonly withinMs?: number | undefined
  /** Reproduces the run with that seed. */
  readonly seed?: number | undefined
  /** The time limit of one call of the function under test. Default: 1,500 */
  readonly timeoutMs?: number | undefined
  /** Whether resources have values of a wrong JSON type, which count as unset. Default: false */
  readonly wrongTypes?: boolean | undefined
}

/** The options of the verbs and the oracle. */
export const verbOptions = ({ schema, profile }: LawOptions): Options => ({ schema, profile })

/** The report of a law that holds. */
export interface LawReport {
  /** How many cases were tried. */
  readonly runs: number
  /** The seed that reproduces the run. */
  readonly seed: number
}

/** The options of a run, with defaults. */
export const withDefaults = ({ runs = 6000, withinMs = 3000, timeoutMs = defaultTimeoutMs, seed }: LawOptions) => ({
  runs,
  withinMs,
  timeoutMs,
  seed,
})

/** The maximum delay of a timer. */
const maxTimerMs = 2 ** 31 - 1

/** A check of one option. */
export interface Check {
  /** The required value, in words. */
  readonly wanted: string
  readonly holds: (value: unknown) => boolean
}

const isBoolean: Check = { wanted: 'true or false', holds: (value) => typeof value === 'boolean' }

const checks: { readonly [O in Exclude<keyof LawOptions, keyof Options | 'dialect'>]: Check } = {
  runs: { wanted: 'a positive integer', holds: (value) => Number.isSafeInteger(value) && Number(value) > 0 },
  withinMs: {
    wanted: 'a positive number of milliseconds, or Infinity',
    holds: (value) => typeof value === 'number' && value > 0,
  },
  seed: { wanted: 'an integer', holds: Number.isSafeInteger },
  timeoutMs: {
    wanted: `a positive number of milliseconds, at most ${String(maxTimerMs)}`,
    holds: (value) => typeof value === 'number' && value > 0 && value <= maxTimerMs,
  },
  wrongTypes: isBoolean,
}

/**
 * Checks the options of a law before the first case.
 *
 * @param switches the names of the law's own options that are booleans
 * @param others its other options
 * @throws TypeError that names the option
 */
export function checkLawOptions(
  options: LawOptions,
  switches: readonly string[] = [],
  others: Readonly<Record<string, Check>> = {},
): void {
  const given: unknown = options
  if (typeof given !== 'object' || given === null) throw new TypeError('the options must be an object')
  checkSchema(options.schema)
  checkProfile(options.profile)
  checkDialect(options.dialect)
  const own = Object.fromEntries(switches.map((name) => [name, isBoolean]))
  const known: Readonly<Record<string, Check | undefined>> = { ...checks, ...own, ...others }
  for (const [name, value] of Object.entries(options)) {
    if (['schema', 'profile', 'dialect'].includes(name) || value === undefined) continue
    const check = Object.hasOwn(known, name) ? known[name] : undefined
    if (check === undefined) throw new TypeError(`unknown option \`${name}\``)
    if (!check.holds(value)) throw new TypeError(`the option \`${name}\` must be ${check.wanted}, not ${show(value)}`)
  }
}

const show = (value: unknown): string => (typeof value === 'string' ? `\`${value}\`` : String(value))
