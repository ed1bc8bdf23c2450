import leven from 'leven'

const longestName = 64

/** The names that may have been meant: a list, or a record that has them as keys. */
export type Candidates = readonly string[] | Readonly<Record<string, unknown>>

interface Candidate {
  readonly name: string
  readonly folded: string
}

/** Each list is folded once. */
const foldedLists = new WeakMap<Candidates, readonly Candidate[]>()

/** The at most three candidates that a misspelt name may have meant, nearest first. */
export function nearest(name: string, candidates: Candidates): string[] {
  if (name.length > longestName) return []
  const folded = fold(name)
  const most = Math.max(1, Math.floor(folded.length / 3))
  return foldAll(candidates)
    .filter((candidate) => Math.abs(candidate.folded.length - folded.length) <= most)
    .map((candidate) => ({ name: candidate.name, distance: leven(folded, candidate.folded) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((candidate) => candidate.name)
}

function foldAll(candidates: Candidates): readonly Candidate[] {
  const known = foldedLists.get(candidates)
  if (known !== undefined) return known
  const names: readonly string[] = isList(candidates) ? candidates : Object.keys(candidates)
  const all = names.map((name) => ({ name, folded: fold(name) }))
  foldedLists.set(candidates, all)
  return all
}

const isList = (candidates: Candidates): candidates is readonly string[] => Array.isArray(candidates)

const fold = (name: string): string => name.toLowerCase().replace(/[_-]/g, '')
