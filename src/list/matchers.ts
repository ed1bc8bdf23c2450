import QuickLRU from 'quick-lru'
import { compile, type Matcher, type Options } from '../index.ts'

/** How many filters are kept compiled, and how long they may be, in UTF-16 units: a few megabytes in all. */
const mostKept = 500
const longestKept = 1024

/** Compiles filters, and keeps those recently used. What is kept belongs to one schema, profile and set of limits. */
export function createMatchers<R>(options: Options): (filter: string) => Matcher<R> {
  const kept = new QuickLRU<string, Matcher<R>>({ maxSize: mostKept })
  return (filter) => {
    const known = kept.get(filter)
    if (known !== undefined) return known
    const matcher = compile<R>(filter, options)
    // One that is evicted may be in use: it releases its patterns when it is collected as garbage.
    if (filter.length <= longestKept) kept.set(filter, matcher)
    return matcher
  }
}
