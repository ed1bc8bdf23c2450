import { checkNames, checkRecord, describe } from './records.ts'

/** Bounds on a filter, each checked before the work that it bounds (SEMANTICS.md section 7). */
export interface Limits {
  /** Length of the text, in UTF-16 code units. Over it: `too-long`. */
  readonly textLength: number
  /** Levels of parentheses. Over it: `too-deep`. At most 128, whatever is asked for: the parser's own stack. */
  readonly nesting: number
  /** Restrictions, where each value of a composite counts. Over it: `too-many-terms`. */
  readonly restrictions: number
  /** Length of a pattern, in UTF-16 code units. Over it: `pattern-too-complex`. */
  readonly patternLength: number
  /**
   * Bound on the instructions of RE2's program for a pattern, and for all patterns of a filter together. One of the
   * automaton in JavaScript counts a 64th. Over it: `pattern-too-complex`.
   */
  readonly programSize: number
  /**
   * Bound on work for one resource: the instructions of all patterns of the filter that can be active at once, counted
   * as for `programSize`, × text length (in UTF-16 code units). Over it for a text of 4,096: `pattern-too-complex`. A
   * longer text is matched as far as this allows, and counts as unset beyond (SEMANTICS.md section 6, rule 6).
   */
  readonly matchWork: number
}

/** Bounds to replace, each a number of at least 0 (`Infinity` lifts it); the others keep their defaults. */
export type LimitsGiven = { readonly [L in keyof Limits]?: number | undefined }

export const defaultLimits: Limits = Object.freeze({
  textLength: 8192,
  nesting: 64,
  restrictions: 1000,
  patternLength: 1024,
  programSize: 5000,
  matchWork: 200_000,
})

/** The deepest nesting that the recursive parser can handle, with room for a caller that is itself deep. */
const maxNesting = 128

const names = Object.keys(defaultLimits) as readonly (keyof Limits)[]

/**
 * The limits that hold when a caller gives some.
 *
 * @throws TypeError for an unknown limit, and for a limit that is not a number of at least 0. `Infinity` is one.
 */
export function resolveLimits(limits?: LimitsGiven): Limits {
  if (limits === undefined) return defaultLimits
  checkNames(checkRecord(limits, 'limits'), names, 'limit')
  const resolve = (name: keyof Limits): number => {
    const limit: unknown = limits[name]
    if (limit === undefined) return defaultLimits[name]
    if (typeof limit === 'number' && limit >= 0) return limit
    throw new TypeError(`limits.${name} must be a number of at least 0, not ${describe(limit)}`)
  }
  return {
    textLength: resolve('textLength'),
    nesting: Math.min(maxNesting, resolve('nesting')),
    restrictions: resolve('restrictions'),
    patternLength: resolve('patternLength'),
    programSize: resolve('programSize'),
    matchWork: resolve('matchWork'),
  }
}
