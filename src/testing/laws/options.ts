import type { Options } from '../../index.ts'
import { checkDialect, checkProfile, checkSchema, type Dialect } from '../arbitraries/check-options.ts'
import { defaultPatienceMs } from './ask.ts'

/** What every law may be told. */
export interface LawOptions extends Pick<Options, 'schema' | 'profile'> {
  /** Default: both */
  readonly dialect?: Dialect | undefined
  /** How many cases are tried, unless `withinMs` ends the run before. Default: 6,000; of lists 1,000 */
  readonly runs?: number | undefined
  /**
   * Milliseconds after which a run ends with the cases that it has tried: the time limit of many test runners is 5,000.
   * With fewer than 50 cases by then it fails. `Infinity` tries all `runs`, however long that takes. Default: 3,000
   */
  readonly withinMs?: number | undefined
  /** Finds again what a run with that seed has found. */
  readonly seed?: number | undefined
  /** Milliseconds that one call of the function under test may take. Default: 1,500 */
  readonly patienceMs?: number | undefined
  /** Resources with values whose JSON type does not fit, which count as unset. Default: false */
  readonly wrongTypes?: boolean | undefined
}

/** What the verbs and the oracle take of the options. */
export const verbOptions = ({ schema, profile }: LawOptions): Options => ({ schema, profile })

/** What a law that has found nothing has done. */
export interface LawReport {
  /** How many cases were tried. */
  readonly runs: number
  /** The seed with which the same cases are tried again. */
  readonly seed: number
}

/** The options of a run with their defaults. */
export const withDefaults = ({ runs = 6000, withinMs = 3000, patienceMs = defaultPatienceMs, seed }: LawOptions) => ({
  runs,
  withinMs,
  patienceMs,
  seed,
})

/** The longest time that a timer takes. */
const maxTimerMs = 2 ** 31 - 1

interface Check {
  /** What the option has to be, in words. */
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
  patienceMs: {
    wanted: `a positive number of milliseconds, at most ${String(maxTimerMs)}`,
    holds: (value) => typeof value === 'number' && value > 0 && value <= maxTimerMs,
  },
  wrongTypes: isBoolean,
}

/**
 * Checks what a law was told, before it tries anything.
 *
 * @param switches the names of the law's own options, which are true or false
 * @throws TypeError that names the option
 */
export function checkLawOptions(options: LawOptions, switches: readonly string[] = []): void {
  const given: unknown = options
  if (typeof given !== 'object' || given === null) throw new TypeError('the options must be an object')
  checkSchema(options.schema)
  checkProfile(options.profile)
  checkDialect(options.dialect)
  const own = Object.fromEntries(switches.map((name) => [name, isBoolean]))
  const known: Readonly<Record<string, Check | undefined>> = { ...checks, ...own }
  for (const [name, value] of Object.entries(options)) {
    if (['schema', 'profile', 'dialect'].includes(name) || value === undefined) continue
    const check = Object.hasOwn(known, name) ? known[name] : undefined
    if (check === undefined) throw new TypeError(`there is no option \`${name}\``)
    if (!check.holds(value)) throw new TypeError(`the option \`${name}\` must be ${check.wanted}, not ${show(value)}`)
  }
}

const show = (value: unknown): string => (typeof value === 'string' ? `\`${value}\`` : String(value))
