import {
  applyEdits,
  applyFix,
  type Diagnostic,
  type Fix,
  type Profile,
  type Schema,
  type TextEdit,
  validate,
} from '../index.ts'

/** The time for one filter, in milliseconds. A long filter with hundreds of mistakes needs more. */
const maxMs = 2000

export interface FixOptions {
  readonly schema: Schema
  readonly profile: Profile
}

export interface FixedFilter {
  readonly text: string
  /** What is left to say about it. */
  readonly diagnostics: readonly Diagnostic[]
  /** The time ran out before all fixes were applied. */
  readonly isUnfinished: boolean
}

/** The filter after its preferred fixes: in each round all that do not overlap, until there are none. */
export function fixFilter(filter: string, { schema, profile }: FixOptions, timeMs = maxMs): FixedFilter {
  const end = performance.now() + timeMs
  const check = (text: string): Checked => ({ text, diagnostics: validate(text, { schema, profile, hints: true }) })
  let current = check(filter)
  for (;;) {
    const [first, ...others] = preferredFixes(current.diagnostics)
    if (first === undefined) return { ...current, isUnfinished: false }
    if (performance.now() > end) return { ...current, isUnfinished: true }
    const all = check(applyEdits(current.text, withoutOverlaps([first, ...others])))
    // Each fix was tried out alone. Where they do not go together, one is applied.
    current = all.diagnostics.length < current.diagnostics.length ? all : check(applyFix(current.text, first))
  }
}

interface Checked {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

const preferredFixes = (diagnostics: readonly Diagnostic[]): readonly Fix[] =>
  diagnostics.flatMap(({ fixes = [] }) => fixes.filter(({ isPreferred }) => isPreferred))

/** The edits of each fix that overlaps with none of those before it. */
function withoutOverlaps(fixes: readonly Fix[]): readonly TextEdit[] {
  const chosen: TextEdit[] = []
  for (const { edits } of fixes) {
    const isFree = edits.every(({ span }) =>
      chosen.every((other) => span.end < other.span.start || other.span.end < span.start),
    )
    if (isFree) chosen.push(...edits)
  }
  return chosen
}
