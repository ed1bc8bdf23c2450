import { nearest } from '../diagnostics/index.ts'

/** How many names are compared at a time; no more are kept. */
const batch = 1000
/** In UTF-16 units: longer ones are not compared. */
const maxNameLength = 128

/** Keeps, of the many names of an input, those nearest to one. */
export function collectNearest(name: string) {
  let kept = new Set<string>()
  const reduce = (): readonly string[] => {
    const names = nearest(name, [...kept])
    kept = new Set(names)
    return names
  }
  return {
    add(other: unknown): void {
      if (typeof other !== 'string' || other.length > maxNameLength) return
      kept.add(other)
      if (kept.size >= batch) reduce()
    },
    /** At most three, nearest first. */
    names: reduce,
  }
}
