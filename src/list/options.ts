import { compile, type Options } from '../index.ts'
import { checkNames, checkRecord, describe, isRecord } from '../records.ts'
import type { FilterCache } from './filter-cache.ts'

/** Describes a list; `schema`, `profile` and `limits` are as for `compile`. */
export interface ListerOptions extends Options {
  /** The `kind` of the answers. Default: `compute#imageList`; in aggregated lists none. */
  readonly kind?: string | undefined
  /** The path of the list within a project. Default: `global/images`; in aggregated lists the request has to say it. */
  readonly path?: string | undefined
  /** The start of every `selfLink`. Default: `https://www.googleapis.com/compute/v1`. */
  readonly baseUrl?: string | undefined
  /**
   * The key that seals page tokens (HMAC-SHA-256). Servers that share it accept each other's tokens. Without a key, a
   * caller can forge a token and so start a page of their own request anywhere. A token never gives access to anything
   * else. Default: empty.
   */
  readonly secret?: string | undefined
  /**
   * Where compiled filters are kept. A program with many listers gives all of them one, so that one bound on memory holds
   * for all (see `createFilterCache`). Default: one of its own.
   */
  readonly filters?: FilterCache | undefined
}

export const defaultBaseUrl = 'https://www.googleapis.com/compute/v1'

const texts = ['kind', 'path', 'baseUrl', 'secret'] as const satisfies readonly (keyof ListerOptions)[]
const names: readonly (keyof ListerOptions)[] = [...texts, 'filters', 'schema', 'profile', 'limits', 'regexEngine']

/** Returns the options unchanged. @throws TypeError that names the wrong option */
export function checkOptions(options: ListerOptions): ListerOptions {
  checkNames(checkRecord(options, 'options'), names, 'option')
  for (const name of texts) {
    const given: unknown = options[name]
    if (given !== undefined && typeof given !== 'string')
      throw new TypeError(`${name} must be a string, not ${describe(given)}`)
  }
  const filters: unknown = options.filters
  if (filters !== undefined && (!isRecord(filters) || typeof filters.matchersFor !== 'function'))
    throw new TypeError(`filters must be a result of createFilterCache, not ${describe(filters)}`)
  const meaning = meaningOf(options)
  // `compile` checks them. The defaults need no check, so that importing this module costs nothing.
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
