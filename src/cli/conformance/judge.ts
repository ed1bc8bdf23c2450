import { type ConformanceCase, score, type Score } from '../../testing/conformance/index.ts'
import type { Asked, Fault, Outcome } from './ask-program.ts'

export type CaseVerdict = Score | Fault['kind']

/** A case with its outcome and verdict. */
export interface Judged {
  readonly given: ConformanceCase
  readonly outcome: Outcome
  readonly verdict: CaseVerdict
}

export function judge(given: ConformanceCase, { outcomeOf }: Asked, codes: boolean): Judged {
  const outcome = outcomeOf(given.id)
  const verdict = outcome.kind === 'answered' ? score(given, outcome.answer, { codes }) : outcome.kind
  return { given, outcome, verdict }
}
