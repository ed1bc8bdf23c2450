import { applyFix, type Diagnostic, type Profile, validate } from '../index.ts'

/** Each round fixes one diagnostic; a filter with more is left as it is then. */
const maxRounds = 100

/** The filter after its preferred fixes, one after the other, and what is left to say about it. */
export function fixFilter(
  filter: string,
  profile: Profile,
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  let text = filter
  let diagnostics = validate(text, { profile, hints: true })
  for (let round = 0; round < maxRounds; round++) {
    const fix = diagnostics.flatMap(({ fixes = [] }) => fixes).find(({ isPreferred }) => isPreferred)
    if (fix === undefined) break
    text = applyFix(text, fix)
    diagnostics = validate(text, { profile, hints: true })
  }
  return { text, diagnostics }
}
