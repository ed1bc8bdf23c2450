import leven from 'leven'

const longestName = 64

/** The at most three candidates that a misspelt name may have meant, nearest first. */
export function nearest(name: string, candidates: readonly string[]): string[] {
  if (name.length > longestName) return []
  const folded = fold(name)
  const most = Math.max(1, Math.floor(folded.length / 3))
  return candidates
    .map((candidate) => ({ candidate, distance: leven(folded, fold(candidate)) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

const fold = (name: string): string => name.toLowerCase().replace(/[_-]/g, '')
