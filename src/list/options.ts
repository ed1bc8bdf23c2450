import { compile, type Options } from '../index.ts'
import { checkNames, checkRecord, describe } from '../records.ts'

/** What kind of list it is; `schema`, `profile` and `limits` as for `compile`. */
export interface ListerOptions extends Options {
  /** Default: `compute#imageList`. */
  readonly kind?: string | undefined
  /** Where the list is within a project. Default: `global/images`. */
  readonly path?: string | undefined
  /** What a `selfLink` begins with. Default: `https://www.googleapis.com/compute/v1`. */
  readonly baseUrl?: string | undefined
  /**
   * The key that page tokens are sealed with (HMAC-SHA-256). Servers that answer each other's tokens share it. Without
   * one, a caller who knows how tokens are made can begin a page of a request of their own anywhere; a token never gives
   * access to anything else. Default: empty.
   */
  readonly secret?: string | undefined
}

const texts = ['kind', 'path', 'baseUrl', 'secret'] as const satisfies readonly (keyof ListerOptions)[]
const names: readonly (keyof ListerOptions)[] = [...texts, 'schema', 'profile', 'limits', 'regexEngine']

/** The options themselves. @throws TypeError that names the option which is wrong */
export function checkOptions(options: ListerOptions): ListerOptions {
  checkNames(checkRecord(options, 'options'), names, 'option')
  for (const name of texts) {
    const given: unknown = options[name]
    if (given !== undefined && typeof given !== 'string')
      throw new TypeError(`${name} must be a string, not ${describe(given)}`)
  }
  const meaning = meaningOf(options)
  // It checks what it is given; the defaults need no check, so that importing this costs nothing.
  if (Object.values(meaning).some((given) => given !== undefined)) compile('', meaning)
  return options
}

/** The options of a list that say what a filter means. */
export const meaningOf = ({ schema, profile, limits, regexEngine }: Options): Options => ({
  schema,
  profile,
  limits,
  regexEngine,
})
