import type { Span } from '../../ast/index.ts'
import { type Fix, quoted, replace } from '../../diagnostics/index.ts'

/**
 * A fix for each word that a misspelt one may have meant; preferred if there is only one.
 *
 * @param places where it is misspelt
 * @param write the word as filter text
 */
export const spell = (
  near: readonly string[],
  places: readonly Span[],
  write: (word: string) => string,
): readonly Fix[] =>
  near.map((word) => ({
    title: `write ${quoted(word)}`,
    edits: places.map((place) => replace(place, write(word))),
    isPreferred: near.length === 1,
  }))
