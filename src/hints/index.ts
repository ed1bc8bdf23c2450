import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import { neverMatches } from './never-matches.ts'
import { outOfRange } from './out-of-range.ts'
import { profileDependent } from './profile-dependent.ts'
import type { Hint, HintSubject } from './subject.ts'
import { unknownValues } from './unknown-values.ts'
import { wholePattern } from './whole-pattern.ts'
import { wholeUrl } from './whole-url.ts'

export type { HintSubject } from './subject.ts'

const hints: readonly Hint[] = [wholeUrl, wholePattern, outOfRange, profileDependent, neverMatches]

/** What an accepted filter probably does not mean, in the order of the text: SEMANTICS.md section 7. */
export const applyHints = (subject: HintSubject): readonly Diagnostic[] => apply(hints, subject)

/** Why a filter, or a part of it, can match nothing, as far as can be told; fixes are to make no such filter. */
export const findContradictions = (subject: HintSubject): readonly Diagnostic[] =>
  apply([neverMatches, unknownValues], subject)

function apply(some: readonly Hint[], subject: HintSubject): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const hint of some) {
    hint(subject, (...finding) => {
      found.push(diagnose(...finding))
    })
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}
