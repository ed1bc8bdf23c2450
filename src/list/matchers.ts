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

/**
 * Compiles filters and keeps those recently used, all with one schema, profile and set of limits. While a filter is kept, its
 * tree is the same object for the same text. `store/memory-store.ts` relies on that to recognize a filter.
 */
export function createMatchers<R>(options: Options): (filter: string) => Matcher<R> {
  const caches = sizeClasses.map(({ maxLength, count }) => ({
    maxLength,
    kept: new QuickLRU<string, Matcher<R>>({ maxSize: count }),
  }))
  return (filter) => {
    const kept = caches.find(({ maxLength }) => filter.length <= maxLength)?.kept
    const known = kept?.get(filter)
    if (known !== undefined) return known
    const matcher = compile<R>(filter, options)
    // An evicted matcher may be in use: its patterns are released with it, by garbage collection.
    kept?.set(filter, matcher)
    return matcher
  }
}
