import { nearest } from '../diagnostics/index.ts'

/** The maximum number of names that are held and compared at a time. */
const batch = 1000
/** In UTF-16 units: longer names are ignored. */
const maxNameLength = 128

/** Finds the names of an input that are nearest to a name. */
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
