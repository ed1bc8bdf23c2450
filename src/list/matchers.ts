import QuickLRU from 'quick-lru'
import { compile, type Matcher, type Options } from '../index.ts'

/**
 * At least so many filters are kept compiled, and at most twice as many, by their length in UTF-16 units. They hold some
 * 3 MiB in all when they are what programs send, and never more than some 40 MiB.
 */
const sizeClasses = [
  { longest: 256, count: 200 },
  { longest: 1024, count: 32 },
]

/** Compiles filters, and keeps those recently used. What is kept belongs to one schema, profile and set of limits. */
export function createMatchers<R>(options: Options): (filter: string) => Matcher<R> {
  const caches = sizeClasses.map(({ longest, count }) => ({
    longest,
    kept: new QuickLRU<string, Matcher<R>>({ maxSize: count }),
  }))
  return (filter) => {
    const kept = caches.find(({ longest }) => filter.length <= longest)?.kept
    const known = kept?.get(filter)
    if (known !== undefined) return known
    const matcher = compile<R>(filter, options)
    // One that is evicted may be in use: it releases its patterns when it is collected as garbage.
    kept?.set(filter, matcher)
    return matcher
  }
}
