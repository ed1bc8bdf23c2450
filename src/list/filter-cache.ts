import QuickLRU from 'quick-lru'
import { compile, type Matcher, type Options } from '../index.ts'

/**
 * The number of filters that are kept compiled, by their length in UTF-16 units; at most twice as many are held. Filters as
 * programs send them take some 3 MiB together, and the largest some 40 MiB.
 */
const sizeClasses = [
  { maxLength: 256, count: 200 },
  { maxLength: 1024, count: 32 },
]

/** Recently used filters, compiled. Listers that share one share the bound on its memory, some 40 MiB. */
export interface FilterCache {
  /**
   * Compiles filters with one schema, profile and set of limits, or returns the kept one. While a filter is kept, its tree is
   * the same object for the same text and the same options. `store/memory-store.ts` relies on that to recognize a filter.
   */
  readonly matchersFor: <R>(options: Options) => (filter: string) => Matcher<R>
}

/** @example const filters = createFilterCache(); createLister({ schema, filters }) */
export function createFilterCache(): FilterCache {
  const caches = sizeClasses.map(({ maxLength, count }) => ({
    maxLength,
    kept: new QuickLRU<string, Matcher<unknown>>({ maxSize: count }),
  }))
  const meanings: Options[] = []

  /** The number of options of which each part is the same object; new ones get the next. */
  function numberOf({ schema, profile, limits, regexEngine }: Options): number {
    const known = meanings.findIndex(
      (one) =>
        one.schema === schema && one.profile === profile && one.limits === limits && one.regexEngine === regexEngine,
    )
    return known >= 0 ? known : meanings.push({ schema, profile, limits, regexEngine }) - 1
  }

  return {
    matchersFor: <R>(options: Options) => {
      const number = numberOf(options)
      return (filter) => {
        const kept = caches.find(({ maxLength }) => filter.length <= maxLength)?.kept
        const key = `${String(number)} ${filter}`
        const known = kept?.get(key)
        if (known !== undefined) return known
        const matcher = compile<R>(filter, options)
        // An evicted matcher may be in use: its patterns are released with it, by garbage collection.
        kept?.set(key, matcher as Matcher<unknown>)
        return matcher
      }
    },
  }
}
