import type { Cursor } from './cursor.ts'
import { fold } from './folding.ts'
import { perlClass } from './named-classes.ts'
import { invert, type Ranges } from './ranges.ts'
import type { PatternNode } from './tree.ts'
import { readUnicodeGroup } from './unicode-groups.ts'

/** A set of characters; undefined when only RE2 knows it. */
export type MaybeRanges = Ranges | undefined

/** A leaf for a set. An unknown set becomes an opaque leaf with its text in the pattern, which RE2 decides. */
export function leafOf(ranges: MaybeRanges, source: string, folds: boolean): PatternNode {
  if (ranges !== undefined) return { kind: 'characters', ranges }
  return { kind: 'opaque', pattern: folds ? `(?i:${source})` : source }
}

export const single = (codePoint: number): Ranges => [codePoint, codePoint]

/** The set of `\d`, `\W`, `\pL`, `\P{Greek}`, if there is one here. It is folded before it is negated. */
export function readNamedSet(cursor: Cursor, folds: boolean): { readonly ranges: MaybeRanges } | undefined {
  const letter = cursor.peek(1)
  if (letter === 'p' || letter === 'P') {
    const { isNegated, ranges } = readUnicodeGroup(cursor)
    const folded = ranges && foldIf(folds, ranges)
    return { ranges: isNegated && folded !== undefined ? invert(folded) : folded }
  }
  const perl = perlClass(letter.toLowerCase())
  if (perl === undefined) return undefined
  cursor.at += 2
  const folded = foldIf(folds, perl)
  return { ranges: letter === letter.toLowerCase() ? folded : invert(folded) }
}

export const foldIf = (folds: boolean, ranges: Ranges): Ranges => (folds ? fold(ranges) : ranges)
